package ristretto.tool.description;

import java.util.List;

/**
 * The board, from the table {@code machine}. With firmware, its device tree tells the kernel about memory and clock; without, the description does.
 *
 * @param memoryBytes from 0x80000000 on
 * @param firmware whether OpenSBI runs first and stays in memory; otherwise the kernel brings its own start in machine mode
 * @param ticksPerSecond of the register {@code time}; 0: the device tree tells
 */
public record Platform(long memoryBytes, boolean firmware, long ticksPerSecond) {
    private static final long MEBIBYTE = 1 << 20;
    private static final long LEAST_WITH_FIRMWARE = 4 * MEBIBYTE;
    private static final long LEAST_WITHOUT = 256 << 10;
    private static final long MOST = 2048 * MEBIBYTE;
    /** Without firmware, QEMU puts its device tree over the begin of memory where that ends between these two. */
    private static final long DEVICE_TREE_FROM = MEBIBYTE;

    private static final long DEVICE_TREE_TO = 3 * MEBIBYTE;
    /** What lies below the kernel. */
    private static final long FIRMWARE_BYTES = 2 * MEBIBYTE;

    private static final List<String> FIRMWARES = List.of("opensbi", "none");
    private static final String CLOCK = "ticks-per-second";

    static Platform read(Section machine) {
        boolean firmware = machine.choice("firmware", FIRMWARES, "opensbi").equals("opensbi");
        long memory = machine.pages("memory", firmware ? LEAST_WITH_FIRMWARE : LEAST_WITHOUT, MOST);
        if (!firmware && memory >= DEVICE_TREE_FROM && memory < DEVICE_TREE_TO) {
            String expected = "less than " + Quantity.ofBytes(DEVICE_TREE_FROM) + ", or at least "
                    + Quantity.ofBytes(DEVICE_TREE_TO) + ": between them QEMU does not start without firmware";
            machine.problem("memory", expected, Quantity.ofBytes(memory));
        }
        long ticks = 0;
        if (!firmware) {
            ticks = machine.integer(CLOCK, 1000, 1_000_000_000);
        } else if (machine.has(CLOCK)) {
            machine.refuse(CLOCK, "nothing, as the firmware's device tree tells it");
        }
        machine.refuseOthers();
        return new Platform(memory, firmware, ticks);
    }

    /** Memory that is not the firmware's. */
    long availableBytes() {
        return memoryBytes - firmwareBytes();
    }

    long firmwareBytes() {
        return firmware ? FIRMWARE_BYTES : 0;
    }
}
