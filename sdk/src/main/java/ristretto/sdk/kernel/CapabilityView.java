package ristretto.sdk.kernel;

/**
 * What the kernel tells about a slot.
 *
 * @param type of {@link ristretto.abi.ObjectType}
 * @param size Untyped, Frame: bytes; CapTable: slots; else 0
 * @param physicalAddress of a Frame
 * @param virtualAddress where a Frame is mapped; 0: nowhere
 */
public record CapabilityView(int type, int rights, long badge, long size, long physicalAddress, long virtualAddress) {}
