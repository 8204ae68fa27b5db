package ristretto.sdk.protocol;

/**
 * What a test and the gateway in the system under test say to each other, in frames of a {@link FramedLine}. All of it is words of 64 bits.
 *
 * <p>To the gateway: number of the call, place of the service among the gateway's arguments, label, patience in nanoseconds (0: without limit), and the message's words. From
 * it: number of the call, how it went, then for {@link #ANSWERED} the answer's label and its words, for {@link #NOT_ANSWERED} one of {@link ristretto.abi.ErrorCode}, for
 * {@link #REFUSED} nothing. The frame that is just {@link #HELLO} says that a life of the gateway begins; calls that were under way are lost.
 */
public final class GatewayProtocol {
    /** No call has this number. */
    public static final long HELLO = -1;

    /** Where the label is, of calls and of answers. */
    public static final int LABEL = 2;

    public static final int CALL_WORDS = 4;
    public static final int ANSWER_WORDS = 3;

    public static final int ANSWERED = 0;
    public static final int NOT_ANSWERED = 1;
    public static final int REFUSED = 2;

    private GatewayProtocol() {}
}
