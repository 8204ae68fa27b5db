package ristretto.sdk.state;

import ristretto.sdk.Startup;
import ristretto.sdk.ring.MappedWords;

/**
 * What this component keeps for its next life: bytes in memory that outlives the process. How many, the system description says ({@code state = "1K"}).
 *
 * <p>Saving is a copy, without a call of anybody, so it may be done wherever something has changed that should not be lost. If the process dies in the middle, the
 * state before is what the next life finds. A state that three lives in succession have failed with, quickly and without saving another one, is dropped by the
 * supervisor, since it may be what they fail of.
 *
 * <p>The next life may be of another version of the component: begin the bytes with something by which it knows what they mean.
 */
public final class SavedState {
    private static StateStore store;

    /** Most bytes of a state; 0: the system description has none for this process. */
    public static int capacity() {
        return (int) Startup.find(Startup.OWN, "state-bytes");
    }

    /**
     * Saves a state in place of the last one.
     *
     * @throws IllegalArgumentException where it has more bytes than {@link #capacity}; the last one is kept
     * @throws IllegalStateException where the system description has none for this process
     */
    public static void save(byte[] state) {
        store().save(state);
    }

    /**
     * The state that was saved last, by this life or an earlier one; null: there is none.
     *
     * @throws IllegalStateException where the system description has none for this process
     */
    public static byte[] restored() {
        return store().restored();
    }

    private static StateStore store() {
        if (store == null) {
            long address = Startup.grant(Startup.OWN, "state");
            int bytes = capacity();
            store = new StateStore(new MappedWords(address, (int) StateLayout.frameBytes(bytes)), bytes);
        }
        return store;
    }

    private SavedState() {}
}
