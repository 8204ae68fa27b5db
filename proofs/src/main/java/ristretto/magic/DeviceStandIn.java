package ristretto.magic;

import org.cprover.CProver;

/** Stands in for {@link Device} in proofs: registers of devices read as anything. */
public final class DeviceStandIn {
    public static int loadByte(long address) {
        return CProver.nondetInt() & 0xff;
    }

    public static int loadInt(long address) {
        return CProver.nondetInt();
    }

    public static void storeByte(long address, int value) {}

    public static void storeInt(long address, int value) {}

    private DeviceStandIn() {}
}
