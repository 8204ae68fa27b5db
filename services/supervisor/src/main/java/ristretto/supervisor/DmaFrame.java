package ristretto.supervisor;

import ristretto.abi.ObjectType;
import ristretto.sdk.Startup;
import ristretto.sdk.kernel.Frame;
import ristretto.sdk.loader.Grants;
import ristretto.sdk.loader.ProcessBuilder;

/**
 * Memory that a driver shares with its device. It outlives the driver's lives: a device that was at work when the driver died may still write to it, until
 * the next life has reset the device.
 */
final class DmaFrame {
    private final long bytes;
    private final long physicalAddress;
    /** What the lives are given. */
    private final Frame given;

    /** @param bytes more than 0 */
    DmaFrame(Resources resources, long bytes) {
        this.bytes = bytes;
        int slot = resources.twice(ObjectType.FRAME, bytes);
        physicalAddress = resources.own.inspect(slot).physicalAddress();
        given = new Frame(slot + 1);
    }

    void connect(ProcessBuilder builder, Grants grants) {
        grants.value(Startup.OWN, "dma", builder.mapDma(given));
        grants.value(Startup.OWN, "dma-bytes", bytes);
        grants.value(Startup.OWN, "dma-physical", physicalAddress);
    }
}
