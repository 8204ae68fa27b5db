package ristretto.sdk.system;

/**
 * Registers of a device that a process may touch, as whole pages. The process finds them by their name.
 *
 * @param name by which the process asks for it, as {@code uart}
 * @param physicalAddress a multiple of 4096
 * @param bytes a multiple of 4096, at most 16 MiB
 */
public record DeviceGrant(String name, long physicalAddress, long bytes) {}
