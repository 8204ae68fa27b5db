package ristretto.sdk;

/** Those whose calls a server has received and will answer later. */
interface WaitingCallers {
    /** The present caller, a process with this number, waits from now on; answers a ticket for him, -1: no more can be kept waiting. */
    int deferCurrent(int client);

    /** Will have the request served in a thread that may wait. */
    void putOff(Request request);
}
