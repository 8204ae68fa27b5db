package ristretto.kernel.riscv64;

import ristretto.magic.Device;
import ristretto.magic.LoopBound;

/** The serial port (16550), written to by polling only: it belongs to the console process, the kernel speaks before it and when all is lost. */
public final class Uart {
    static final long PHYSICAL = 0x1000_0000L;
    private static final long BASE = PHYSICAL + Sv39.MAP;
    private static final long LINE_STATUS = BASE + 5;
    private static final int CAN_SEND = 0x20;
    private static final int PATIENCE = 1 << 16;

    @LoopBound(value = PATIENCE, reason = "a port that stays full loses the byte")
    public static void write(int value) {
        for (int i = 0; i < PATIENCE; i++) {
            if ((Device.loadByte(LINE_STATUS) & CAN_SEND) != 0) {
                Device.storeByte(BASE, value);
                return;
            }
        }
    }

    private Uart() {}
}
