package ristretto.sdk.protocol;

import ristretto.sdk.Message;

/**
 * How the machine is doing.
 *
 * @param memoryBytes all memory
 * @param kernelBytes what the kernel keeps for itself
 * @param freeBytes what nobody uses
 */
public record MachineStatus(long upNs, long idleNs, long memoryBytes, long kernelBytes, long freeBytes) {

    public void put(Message message) {
        message.putLong(upNs)
                .putLong(idleNs)
                .putLong(memoryBytes)
                .putLong(kernelBytes)
                .putLong(freeBytes);
    }

    public static MachineStatus get(Message message) {
        return new MachineStatus(
                message.getLong(), message.getLong(), message.getLong(), message.getLong(), message.getLong());
    }
}
