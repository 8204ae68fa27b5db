package ristretto.kernel.riscv64;

import ristretto.magic.Device;
import ristretto.magic.LoopBound;
import ristretto.magic.NoInline;

/**
 * The serial port (16550), written to by polling only: it belongs to the console process, the kernel speaks before it
 * and when all is lost.
 */
public final class Uart {
    static final long PHYSICAL = 0x1000_0000L;
    private static final long BASE = PHYSICAL + Sv39.MAP;
    private static final long LINE_STATUS = BASE + 5;
    private static final int CAN_SEND = 0x20;
    private static final long LINE_CONTROL = BASE + 3;
    private static final int EIGHT_BITS = 3;
    private static final int PATIENCE = 1 << 12;

    /** What firmware would have done: 115,200 baud at the board's 3.6864 MHz, eight bits. */
    static void start() {
        Device.storeByte(LINE_CONTROL, 0x80); // its first two registers are the divisor
        Device.storeByte(BASE, 2);
        Device.storeByte(BASE + 1, 0);
        Device.storeByte(LINE_CONTROL, EIGHT_BITS);
    }

    /** False: the port is full, and interrupts wait, so whoever writes stops then. Only a panic waits for it. */
    public static boolean write(int value) {
        if (!canSend() && !(Trap.KERNEL.panicking && await())) {
            return false;
        }
        Device.storeByte(BASE, value);
        return true;
    }

    @NoInline
    @LoopBound(value = PATIENCE, reason = "a port that stays full loses the byte")
    private static boolean await() {
        for (int i = 0; i < PATIENCE; i++) {
            if (canSend()) {
                return true;
            }
        }
        return false;
    }

    private static boolean canSend() {
        return (Device.loadByte(LINE_STATUS) & CAN_SEND) != 0;
    }

    private Uart() {}
}
