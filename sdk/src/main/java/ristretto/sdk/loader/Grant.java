package ristretto.sdk.loader;

/**
 * One thing that a new process is given, under a name.
 *
 * @param name kind and name, as {@code uses:count}
 * @param value what the process finds: the slot in its table, or an address or number
 * @param sourceSlot the capability in the builder's table that is copied; 0: none, the value stands for itself
 * @param badge 0: the source's
 */
public record Grant(String name, long value, int sourceSlot, int rights, long badge) {}
