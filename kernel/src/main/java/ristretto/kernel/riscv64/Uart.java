package ristretto.kernel.riscv64;

import ristretto.magic.Device;
import ristretto.magic.LoopBound;

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

    /**
     * False: the port stayed full. It may be so for ever, and interrupts wait: whoever writes for a process stops then.
     */
    @LoopBound(value = PATIENCE, reason = "a port that stays full loses the byte")
    public static boolean write(int value) {
        for (int i = 0; i < PATIENCE; i++) {
            if ((Device.loadByte(LINE_STATUS) & CAN_SEND) != 0) {
                Device.storeByte(BASE, value);
                return true;
            }
        }
        return false;
    }

    private Uart() {}
}
