package ristretto.runtime.jdk;

import ristretto.runtime.Substitute;

/** The helpful message is written by the compiler where the check is; one without it was made by {@code new}. */
@Substitute("java.lang.NullPointerException")
final class NullPointerExceptionSubstitute {

    static String getExtendedNPEMessage(NullPointerException self) {
        return null;
    }

    private NullPointerExceptionSubstitute() {}
}
