package ristretto.entropy;

import ristretto.sdk.DeviceRegisters;

/** The registers of a virtio device on the board, and how its driver and it come to terms (virtio 1.2, sections 3.1.1 and 4.2.2). */
final class VirtioRegisters {
    static final int ENTROPY_DEVICE = 4;

    private static final int MAGIC = 0x000;
    private static final int VERSION = 0x004;
    private static final int DEVICE = 0x008;
    private static final int DEVICE_FEATURES = 0x010;
    private static final int DEVICE_FEATURES_SELECT = 0x014;
    private static final int DRIVER_FEATURES = 0x020;
    private static final int DRIVER_FEATURES_SELECT = 0x024;
    private static final int QUEUE_SELECT = 0x030;
    private static final int QUEUE_MOST = 0x034;
    private static final int QUEUE_SIZE = 0x038;
    private static final int QUEUE_READY = 0x044;
    private static final int QUEUE_NOTIFY = 0x050;
    private static final int INTERRUPT_STATUS = 0x060;
    private static final int INTERRUPT_ACKNOWLEDGE = 0x064;
    private static final int STATUS = 0x070;
    private static final int QUEUE_DESCRIPTORS = 0x080;
    private static final int QUEUE_AVAILABLE = 0x090;
    private static final int QUEUE_USED = 0x0a0;

    private static final int MAGIC_VALUE = 0x7472_6976;
    private static final int PRESENT_VERSION = 2;

    private static final int ACKNOWLEDGED = 1;
    private static final int DRIVER = 2;
    private static final int DRIVER_OK = 4;
    private static final int FEATURES_OK = 8;
    private static final int FAILED = 128;

    /** VIRTIO_F_VERSION_1 is bit 32: the lowest of the second word. */
    private static final int VERSION_1 = 1;

    private final DeviceRegisters registers;

    VirtioRegisters(DeviceRegisters registers) {
        this.registers = registers;
    }

    /** Whether there is such a device behind the registers, which speaks virtio 1. */
    boolean isDevice(int kind) {
        return registers.loadInt(MAGIC) == MAGIC_VALUE
                && registers.loadInt(VERSION) == PRESENT_VERSION
                && registers.loadInt(DEVICE) == kind;
    }

    /** Stops the device: it touches no memory any more. */
    void reset() {
        registers.storeInt(STATUS, 0);
    }

    /**
     * From reset to use, with the one queue of one entry at these physical addresses.
     *
     * @return false: the device does not agree; it is left failed
     */
    boolean begin(long descriptors, long available, long used) {
        reset();
        registers.storeInt(STATUS, ACKNOWLEDGED);
        registers.storeInt(STATUS, ACKNOWLEDGED | DRIVER);
        registers.storeInt(DEVICE_FEATURES_SELECT, 1);
        boolean isVersion1 = (registers.loadInt(DEVICE_FEATURES) & VERSION_1) != 0;
        registers.storeInt(DRIVER_FEATURES_SELECT, 0);
        registers.storeInt(DRIVER_FEATURES, 0);
        registers.storeInt(DRIVER_FEATURES_SELECT, 1);
        registers.storeInt(DRIVER_FEATURES, VERSION_1);
        registers.storeInt(STATUS, ACKNOWLEDGED | DRIVER | FEATURES_OK);
        registers.storeInt(QUEUE_SELECT, 0);
        if (!isVersion1
                || (registers.loadInt(STATUS) & FEATURES_OK) == 0
                || registers.loadInt(QUEUE_READY) != 0
                || registers.loadInt(QUEUE_MOST) < 1) {
            registers.storeInt(STATUS, FAILED);
            return false;
        }
        registers.storeInt(QUEUE_SIZE, 1);
        storeAddress(QUEUE_DESCRIPTORS, descriptors);
        storeAddress(QUEUE_AVAILABLE, available);
        storeAddress(QUEUE_USED, used);
        registers.storeInt(QUEUE_READY, 1);
        registers.storeInt(STATUS, ACKNOWLEDGED | DRIVER | FEATURES_OK | DRIVER_OK);
        return true;
    }

    /** Tells the device that there is something for it in the queue. */
    void notifyDevice() {
        registers.storeInt(QUEUE_NOTIFY, 0);
    }

    void acknowledgeInterrupt() {
        registers.storeInt(INTERRUPT_ACKNOWLEDGE, registers.loadInt(INTERRUPT_STATUS));
    }

    private void storeAddress(int register, long physicalAddress) {
        registers.storeInt(register, (int) physicalAddress);
        registers.storeInt(register + 4, (int) (physicalAddress >>> 32));
    }
}
