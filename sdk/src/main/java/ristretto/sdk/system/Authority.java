package ristretto.sdk.system;

/**
 * What a process may ask of the system itself, beyond the services that it uses.
 *
 * @param inspect ask the supervisor about processes, memory and capabilities
 * @param control crash and restart processes, power the machine off
 * @param log write to the kernel's log
 * @param foreground terminal input goes to it first, see {@code console}
 */
public record Authority(boolean inspect, boolean control, boolean log, boolean foreground) {}
