package ristretto.sdk.protocol;

import ristretto.sdk.Message;

/**
 * One capability of a process.
 *
 * @param type of {@link ristretto.abi.ObjectType}
 * @param rights of {@link ristretto.abi.Rights}
 * @param size see {@code Operation.TABLE_INSPECT}
 * @param name under which the process was given it, as {@code uses:count}
 */
public record CapabilityStatus(
        int slot, int type, int rights, long badge, long size, long physicalAddress, String name) {

    public void put(Message message) {
        message.putLong(slot)
                .putLong(type)
                .putLong(rights)
                .putLong(badge)
                .putLong(size)
                .putLong(physicalAddress)
                .putString(name);
    }

    public static CapabilityStatus get(Message message) {
        int slot = message.getInt(0, 4095);
        int type = message.getInt(0, 255);
        int rights = message.getInt(0, 63);
        long badge = message.getLong();
        long size = message.getLong();
        long address = message.getLong();
        return new CapabilityStatus(slot, type, rights, badge, size, address, message.getString());
    }
}
