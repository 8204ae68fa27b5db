package ristretto.abi;

/** What a thread is doing, as THREAD_INSPECT tells. */
public final class ThreadState {
    public static final int SUSPENDED = 0;
    public static final int RUNNING = 1;
    public static final int READY = 2;
    /** Ready, but its scheduling context's budget is used up until the next period. */
    public static final int OUT_OF_BUDGET = 3;
    /** In CALL, before a server took the message. */
    public static final int SENDING = 4;
    /** In CALL, after a server took the message. */
    public static final int AWAITING_REPLY = 5;

    public static final int RECEIVING = 6;
    public static final int WAITING = 7;
    /** Its fault was sent to the fault endpoint and is not answered yet. */
    public static final int FAULTED = 8;

    private ThreadState() {}
}
