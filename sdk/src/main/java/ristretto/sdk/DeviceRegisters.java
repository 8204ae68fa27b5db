package ristretto.sdk;

import ristretto.magic.Device;

/**
 * The registers of a device that this process was given, and of no other: each access is checked against their extent
 * and happens exactly once, in program order.
 */
public final class DeviceRegisters {
    private final long address;
    private final int bytes;

    public DeviceRegisters(long address, int bytes) {
        this.address = address;
        this.bytes = bytes;
    }

    /** The first page of the device that the system description gives to this process under this name. */
    public static DeviceRegisters named(String name) {
        return new DeviceRegisters(Startup.grant(Startup.DEVICE, name), 4096);
    }

    public int loadByte(int offset) {
        return Device.loadByte(at(offset, 1));
    }

    public int loadInt(int offset) {
        return Device.loadInt(at(offset, 4));
    }

    public void storeByte(int offset, int value) {
        Device.storeByte(at(offset, 1), value);
    }

    public void storeInt(int offset, int value) {
        Device.storeInt(at(offset, 4), value);
    }

    private long at(int offset, int size) {
        if (offset < 0 || offset > bytes - size || offset % size != 0) {
            throw new IndexOutOfBoundsException("register " + offset + " of " + bytes + " bytes");
        }
        return address + offset;
    }
}
