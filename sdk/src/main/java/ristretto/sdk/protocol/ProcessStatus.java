package ristretto.sdk.protocol;

import ristretto.sdk.Message;

/**
 * How a process is doing.
 *
 * @param state of {@link ristretto.abi.ThreadState}, or one of the constants here
 * @param consumedNs processor time of this life
 * @param memoryBytes what its memory is charged with, as a whole
 * @param usedBytes what of it is in use
 * @param restarts lives before this one
 * @param missedHeartbeats how many in a row
 */
public record ProcessStatus(
        String name,
        int state,
        int priority,
        long consumedNs,
        long memoryBytes,
        long usedBytes,
        int restarts,
        int missedHeartbeats) {
    /** It waits for its next life. */
    public static final int BACKING_OFF = 100;
    /** It has ended as it should. */
    public static final int ENDED = 101;
    /** It failed too often. */
    public static final int GIVEN_UP = 102;
    /** Somebody who may has stopped it. */
    public static final int STOPPED = 103;

    /** Nobody has added it. */
    public static final int SPARE = 104;

    public boolean isAlive() {
        return state < BACKING_OFF;
    }

    public void put(Message message) {
        message.putLong(state)
                .putLong(priority)
                .putLong(consumedNs)
                .putLong(memoryBytes)
                .putLong(usedBytes)
                .putLong(restarts)
                .putLong(missedHeartbeats)
                .putString(name);
    }

    public static ProcessStatus get(Message message) {
        int state = message.getInt(0, SPARE);
        int priority = message.getInt(0, 255);
        long consumedNs = message.getLong();
        long memoryBytes = message.getLong();
        long usedBytes = message.getLong();
        int restarts = message.getInt(0, Integer.MAX_VALUE);
        int missed = message.getInt(0, Integer.MAX_VALUE);
        String name = message.getString();
        return new ProcessStatus(name, state, priority, consumedNs, memoryBytes, usedBytes, restarts, missed);
    }
}
