package ristretto.bench.swap;

import ristretto.sdk.Server;
import ristretto.sdk.state.SavedState;

/** The first version; and what the others have in common with it. */
public class TallyServer implements Tally {
    private final byte[] state = new byte[Long.BYTES];
    private final int version;
    private long last;

    TallyServer(int version) {
        this.version = version;
        byte[] saved = SavedState.restored();
        for (int i = 0; saved != null && i < Long.BYTES; i++) {
            last |= (saved[i] & 0xffL) << 8 * i;
        }
    }

    public static void main(String[] arguments) {
        new TallyServer(1).serve();
    }

    void serve() {
        Server.run("tally", new TallyDispatcher(this));
    }

    @Override
    public long next() {
        last++;
        for (int i = 0; i < Long.BYTES; i++) {
            state[i] = (byte) (last >> 8 * i);
        }
        SavedState.save(state);
        return last;
    }

    @Override
    public int version() {
        return version;
    }
}
