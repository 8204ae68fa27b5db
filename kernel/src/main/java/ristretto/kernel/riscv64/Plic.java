package ristretto.kernel.riscv64;

import ristretto.magic.Device;

/**
 * The platform-level interrupt controller (RISC-V PLIC specification 1.0): hart 0's supervisor context, every line with
 * priority 1. QEMU's virt board has it at a fixed place.
 */
public final class Plic {
    static final long PHYSICAL = 0x0c00_0000L;
    static final long BYTES = 0x0400_0000L;
    private static final long BASE = PHYSICAL + Sv39.MAP;
    /** Context 1 of hart 0 is its supervisor mode; context 0 is machine mode. */
    private static final int CONTEXT = 1;

    private static final long ENABLES = BASE + 0x2000 + CONTEXT * 0x80;
    private static final long THRESHOLD = BASE + 0x20_0000 + CONTEXT * 0x1000;
    private static final long CLAIM = THRESHOLD + 4;

    static void start() {
        Device.storeInt(THRESHOLD, 0);
    }

    public static void enable(int line) {
        Device.storeInt(BASE + 4L * line, 1);
        long word = ENABLES + 4L * (line >> 5);
        Device.storeInt(word, Device.loadInt(word) | 1 << (line & 31));
    }

    public static void disable(int line) {
        long word = ENABLES + 4L * (line >> 5);
        Device.storeInt(word, Device.loadInt(word) & ~(1 << (line & 31)));
    }

    /** The most urgent line that interrupts, which is then silent until completed; 0: none. */
    public static int claim() {
        return Device.loadInt(CLAIM);
    }

    public static void complete(int line) {
        Device.storeInt(CLAIM, line);
    }

    private Plic() {}
}
