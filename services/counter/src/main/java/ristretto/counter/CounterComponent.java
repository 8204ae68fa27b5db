package ristretto.counter;

import ristretto.api.Counter;
import ristretto.api.CounterDispatcher;
import ristretto.sdk.Server;
import ristretto.sdk.state.SavedState;

/** The smallest useful component: counts how often it was asked. After a crash it goes on where it was, and its clients notice nothing. */
public final class CounterComponent implements Counter {
    private final byte[] state = new byte[Long.BYTES];
    private final long step;
    private long count = saved();

    CounterComponent(long step) {
        this.step = step;
    }

    public static void main(String[] arguments) {
        Server.run("counter", new CounterDispatcher(new CounterComponent(1)));
    }

    @Override
    public long count() {
        count += step;
        save();
        return count;
    }

    private static long saved() {
        byte[] saved = SavedState.restored();
        long count = 0;
        for (int i = 0; saved != null && i < Long.BYTES; i++) {
            count |= (saved[i] & 0xffL) << 8 * i;
        }
        return count;
    }

    private void save() {
        for (int i = 0; i < Long.BYTES; i++) {
            state[i] = (byte) (count >> 8 * i);
        }
        SavedState.save(state);
    }
}
