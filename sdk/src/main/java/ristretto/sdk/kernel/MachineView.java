package ristretto.sdk.kernel;

/**
 * What the kernel tells about the machine.
 *
 * @param idleNs time in which the core had nothing to do
 * @param memoryBytes all memory
 * @param kernelBytes what of it the kernel keeps for itself
 */
public record MachineView(long nowTicks, long ticksPerSecond, long idleNs, long memoryBytes, long kernelBytes) {}
