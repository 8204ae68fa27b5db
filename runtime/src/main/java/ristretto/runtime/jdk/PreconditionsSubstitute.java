package ristretto.runtime.jdk;

import java.util.List;
import ristretto.magic.Rare;
import ristretto.runtime.RangeMessage;
import ristretto.runtime.Substitute;

/** The texts of index checks, put together without {@code String.format}, which every program would carry for it. */
@Rare
@Substitute("jdk.internal.util.Preconditions")
final class PreconditionsSubstitute {

    static String outOfBoundsMessage(String kind, List<?> numbers) {
        return RangeMessage.text(kind);
    }

    private PreconditionsSubstitute() {}
}
