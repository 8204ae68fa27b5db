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
    private static final int PATIENCE = 1 << 12;

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
