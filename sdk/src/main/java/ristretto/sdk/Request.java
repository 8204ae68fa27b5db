package ristretto.sdk;

/**
 * A call that a server has received and not answered yet. There is one object per server, which each request uses in
 * turn: who wants to answer later takes a ticket with {@link #defer}.
 */
public final class Request {
    /** Reply label: too many earlier calls of this client are still being worked on. */
    public static final int BUSY = 0x7000_0003;

    /** Reply label: the server holds as many services of others as it may. */
    public static final int FULL = 0x7000_0004;

    /** Label of the call by which a client gives back what a method has returned. */
    static final int END = 0x7000_0005;

    /** Reply label: the service that was called, which a method had returned, has ended. */
    public static final int ENDED = 0x7000_0006;

    /** Label of the message by which a client hands over what a call by a channel is to have, see {@link OutgoingRights}. */
    static final int HAND_OVER = 0x7000_0007;

    /** Reply label: what was handed over for this call is not there; the server's life to which it was may have ended. Nothing was called. */
    static final int UNKNOWN_RIGHT = 0x7000_0008;

    private static final int OPEN = 0;
    private static final int ANSWERED = 1;
    private static final int DEFERRED = 2;

    /** Null: it came by a channel, or nobody answers for it. */
    private WaitingCallers server;

    private final Message message;
    private long badge;
    private int state;
    /** Room for what is to be returned, until that is handed out; see {@link Sessions}. */
    private Object room;
    /** It is served in a thread that may wait. */
    private boolean isLate;

    Request(WaitingCallers server, Message message) {
        this.server = server;
        this.message = message;
    }

    public int label() {
        return message.label();
    }

    /** Number of the process that calls. The kernel vouches for it. */
    public int client() {
        return Badge.client(badge);
    }

    public boolean isForeground() {
        return (badge & Badge.FOREGROUND) != 0;
    }

    /** The kernel sends it because the client has faulted. */
    public boolean isFault() {
        return (badge & Badge.FAULT) != 0;
    }

    /** Which of the server's services is called, in the order of the system description. Of a service that a method has returned it says nothing. */
    public int service() {
        return Badge.service(badge);
    }

    /** What the client sent. */
    public Message message() {
        return message;
    }

    /**
     * The answer, empty, with label 0, to be filled in; it is sent when {@link Handler#serve} returns. What the client
     * sent is gone.
     */
    public Message answer() {
        return answer(0);
    }

    public Message answer(int label) {
        state = ANSWERED;
        return message.start(label);
    }

    /**
     * Keeps the client waiting. Answers the ticket for {@link Server#answer}, or -1 where no more clients can be kept
     * waiting.
     */
    public int defer() {
        int ticket = server.deferCurrent(client());
        if (ticket >= 0) {
            state = DEFERRED;
        }
        return ticket;
    }

    /**
     * Keeps the client waiting until {@link Handler#serveLate}, which may wait, has served it. A client whose earlier calls have not ended, although it waits for them no more, is refused after a few, with the
     * label {@link #BUSY}.
     */
    public void answerLater() {
        server.putOff(this);
    }

    /** @throws IllegalStateException where there is none, or it came by a channel, by which no service travels */
    void expectRoom() {
        if (server == null) {
            throw new IllegalStateException("a service is returned by a message, not by a channel");
        }
        server.expectRoom(this);
    }

    void keepRoom(Object newRoom) {
        room = newRoom;
    }

    /** Null: none was kept. */
    Object takeRoom() {
        Object taken = room;
        room = null;
        return taken;
    }

    boolean isLate() {
        return isLate;
    }

    void handOut(Handler handler, Object service) {
        server.handOut(this, handler, service);
    }

    /** Takes over what another one was sent. */
    void copy(Request other) {
        message.copy(other.message);
        received(other.badge);
        server = other.server;
        isLate = true;
    }

    void receivedByChannel(long newBadge) {
        received(newBadge);
        server = null;
    }

    long badge() {
        return badge;
    }

    void received(long newBadge) {
        badge = newBadge;
        state = OPEN;
    }

    boolean isOpen() {
        return state == OPEN;
    }

    boolean isDeferred() {
        return state == DEFERRED;
    }
}
