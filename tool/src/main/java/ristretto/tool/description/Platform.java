package ristretto.tool.description;

import java.util.List;

/**
 * The board, from the table {@code machine}. With firmware, its device tree tells the kernel about memory and clock; without, the description does.
 *
 * @param memoryBytes from 0x80000000 on
 * @param firmware whether OpenSBI runs first and stays in memory; otherwise the kernel brings its own start in machine mode
 * @param ticksPerSecond of the register {@code time}; 0: the device tree tells
 * @param devices that are plugged into the board, as arguments of QEMU
 */
public record Platform(long memoryBytes, boolean firmware, long ticksPerSecond, List<String> devices) {
    private static final long MEBIBYTE = 1 << 20;
    private static final long LEAST_WITH_FIRMWARE = 4 * MEBIBYTE;
    private static final long LEAST_WITHOUT = 256 << 10;
    private static final long MOST = 2048 * MEBIBYTE;
    /** Without firmware, QEMU puts its device tree over the begin of memory where that ends between these two. */
    private static final long DEVICE_TREE_FROM = MEBIBYTE;

    private static final long DEVICE_TREE_TO = 3 * MEBIBYTE;
    /** What lies below the kernel. */
    private static final long FIRMWARE_BYTES = 2 * MEBIBYTE;

    static final Key<String> FIRMWARE = Key.optional(
            "firmware",
            Texts.choice("opensbi", "none"),
            "opensbi",
            "What runs before the kernel. With `none` it brings its own start in machine mode, and no device tree tells it of memory and clock.");
    static final Key<Long> MEMORY = Key.required(
            "memory",
            Numbers.size(4096, LEAST_WITHOUT, MOST),
            "The board's memory, from 0x80000000 on. With firmware at least \"4M\", of which it keeps \"2M\"; without, not from \"1M\" to less than \"3M\".");
    static final Key<Long> CLOCK = Key.absent(
            "ticks-per-second",
            Numbers.integer(1000, 1_000_000_000),
            0L,
            "Of the register `time`. Must be there without firmware, and must not with it.");
    static final Form FORM = Form.of("machine", FIRMWARE, MEMORY, CLOCK);

    private static final Kind<Long> MEMORY_WITH_FIRMWARE = Numbers.size(4096, LEAST_WITH_FIRMWARE, MOST);

    static Platform read(Section machine) {
        boolean firmware = machine.value(FIRMWARE).equals("opensbi");
        long memory = machine.value(firmware ? MEMORY.of(MEMORY_WITH_FIRMWARE) : MEMORY);
        if (!firmware && memory >= DEVICE_TREE_FROM && memory < DEVICE_TREE_TO) {
            String expected = "less than " + Quantity.ofBytes(DEVICE_TREE_FROM) + ", or at least "
                    + Quantity.ofBytes(DEVICE_TREE_TO) + ": between them QEMU does not start without firmware";
            machine.problem(MEMORY, expected, Quantity.ofBytes(memory));
        }
        if (!firmware && !machine.has(CLOCK)) {
            machine.problem(CLOCK, CLOCK.kind().expected(), "nothing");
        } else if (firmware && machine.has(CLOCK)) {
            String expected = "nothing, as the firmware's device tree tells it";
            machine.problem(CLOCK, expected, Section.show(machine.get(CLOCK)));
        }
        long ticks = firmware ? 0 : machine.value(CLOCK);
        machine.refuseOthersThan(FORM.names());
        return new Platform(memory, firmware, ticks, List.of());
    }

    /** The same board with these devices plugged in. */
    Platform with(List<String> newDevices) {
        return new Platform(memoryBytes, firmware, ticksPerSecond, newDevices);
    }

    /** Memory that is not the firmware's. */
    long availableBytes() {
        return memoryBytes - firmwareBytes();
    }

    long firmwareBytes() {
        return firmware ? FIRMWARE_BYTES : 0;
    }
}
