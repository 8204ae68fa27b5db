package ristretto.abi;

/**
 * The kernel's system calls. A process puts the number into {@code t3} and executes {@code ecall}.
 *
 * <p>Registers on riscv64, the same for every call:
 *
 * <pre>
 *          in                                     out
 * t0       capability (slot in the caller's table) status: {@link ErrorCode}
 * t1       tag, see {@link Tag}                    tag of the message received, or the guilty argument
 * t2       slot of a Reply capability (bits 0-31), badge of the sender (of an answer: undefined)
 *          slot for a capability that comes with
 *          the next message (32-63), 0: none wanted
 * t3       call number                             undefined
 * t4       absolute deadline in timer ticks, 0: none    undefined
 * a0-a7    message words 0 to 7                    message words 0 to 7 received
 * </pre>
 *
 * All other registers are preserved. A refused call changes nothing but {@code t0}, {@code t1} (number of the guilty
 * argument: 0 is {@code t0}, 1 to 8 are {@code a0} to {@code a7}, 9 is {@code t1}, 10 is {@code t2}, 11 is {@code t4}),
 * {@code a0} (what was expected) and {@code a1} (what was found). A wait that ends without
 * a message, by TIMED_OUT, CANCELLED or SERVER_GONE, leaves {@code a0} to {@code a7} undefined.
 */
public final class CallNumber {
    /** Sends a message to the endpoint {@code t0} and waits for its reply. */
    @Call(
            on = ObjectType.ENDPOINT,
            right = Rights.SEND,
            refuses = {"t0 BUSY", "t1 INVALID_ARGUMENT NOT_MAPPED NO_CAPABILITY", "t4 OUT_OF_RANGE TIMED_OUT"})
    public static final int CALL = 0;

    /**
     * Answers the call that waits in the Reply {@code t2}, if one does, with tag {@code t1} and {@code a0}-{@code a7};
     * then waits on the endpoint {@code t0} for the next message. The caller of a received CALL waits in that same
     * Reply.
     */
    @Call(
            on = ObjectType.ENDPOINT,
            right = Rights.RECEIVE,
            refuses = {
                "t1 INVALID_ARGUMENT NOT_MAPPED NO_CAPABILITY",
                "t2 BUSY" + Call.CAPABILITY,
                "t4 OUT_OF_RANGE TIMED_OUT"
            })
    public static final int REPLY_RECEIVE = 1;

    /** As {@link #REPLY_RECEIVE} without the reply; the Reply {@code t2} must be free. */
    @Call(
            on = ObjectType.ENDPOINT,
            right = Rights.RECEIVE,
            refuses = {"t2 BUSY" + Call.CAPABILITY, "t4 OUT_OF_RANGE TIMED_OUT"})
    public static final int RECEIVE = 2;

    /** Answers the call that waits in the Reply {@code t2} and goes on. CANCELLED if none does (any more). */
    @Call(
            on = ObjectType.NONE,
            right = 0,
            refuses = {"t1 INVALID_ARGUMENT NOT_MAPPED NO_CAPABILITY", "t2 CANCELLED" + Call.CAPABILITY})
    public static final int REPLY = 3;

    /** Sets the badge's bits in the notification {@code t0}. Never waits. */
    @Call(on = ObjectType.NOTIFICATION, right = Rights.SEND)
    public static final int SIGNAL = 4;

    /** Waits until the notification {@code t0} has bits; takes them into {@code a0}. */
    @Call(on = ObjectType.NOTIFICATION, right = Rights.RECEIVE, refuses = "t4 OUT_OF_RANGE TIMED_OUT")
    public static final int WAIT = 5;

    /** As {@link #WAIT}, but answers with {@code a0} = 0 where WAIT would wait. */
    @Call(on = ObjectType.NOTIFICATION, right = Rights.RECEIVE)
    public static final int POLL = 6;

    /** Gives the processor to the next ready thread of the same priority. */
    @Call(on = ObjectType.NONE, right = 0)
    public static final int YIELD = 7;

    /** Invokes operation {@code t1} (see {@link Operation}) on the kernel object {@code t0} with arguments a0-a7. */
    public static final int INVOKE = 8;

    private CallNumber() {}
}
