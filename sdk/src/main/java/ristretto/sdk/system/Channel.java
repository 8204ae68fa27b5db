package ristretto.sdk.system;

/**
 * A frame that two processes share, and the right of each to wake the other: a ring, or calls of a service, whose requests go by one ring and whose answers by another.
 *
 * @param from number of the process that sends, or calls
 * @param to of the one that receives, or serves
 * @param service that is called; "": it is a ring
 */
public record Channel(int from, int to, String service) {
    public boolean isForCalls() {
        return !service.isEmpty();
    }
}
