package ristretto.sdk.system;

/**
 * A process's share of the processor.
 *
 * @param priority 0 (lowest) to 255
 * @param budgetNs processor time that it gets per period, 10,000 to {@code periodNs}
 * @param periodNs length of the period, at most 10 s
 */
public record Schedule(int priority, long budgetNs, long periodNs) {}
