package ristretto.sdk;

/** Those whose calls a server has received and will answer later. */
interface WaitingCallers {
    /** The present caller, a process with this number, waits from now on; answers a ticket for him, -1: no more can be kept waiting. */
    int deferCurrent(int client);

    /** Will have the request served in a thread that may wait. */
    void putOff(Request request);

    /** @throws IllegalStateException where this request's client can have no other service of this process's, see {@link Sessions} */
    void expectRoom(Request request);

    /** What a late request has kept room for is not returned after all. */
    void giveUpRoom(Object room);

    /**
     * Lets a service of this process's travel with the answer to this request, which is in the request's message.
     *
     * @param handler serves its calls
     * @param service the author's
     */
    void handOut(Request request, Handler handler, Object service);
}
