package ristretto.sdk.system;

/**
 * An interrupt line that a process may bind and acknowledge.
 *
 * @param name by which the process asks for it, as {@code uart}
 * @param number of the interrupt controller's source, 1 to 1023
 */
public record InterruptGrant(String name, int number) {}
