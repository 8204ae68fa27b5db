package ristretto.sdk.kernel;

/**
 * What the kernel tells about a thread.
 *
 * @param state of {@link ristretto.abi.ThreadState}
 * @param consumedNs processor time
 */
public record ThreadView(int state, int priority, long consumedNs) {}
