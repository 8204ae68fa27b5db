package ristretto.kernel.riscv64;

import ristretto.magic.LoopBound;
import ristretto.magic.Rare;

/** Plain text on the serial port. */
@Rare
public final class Log {
    private static final int LONGEST = 80;
    private static final int BRIEF = 32;
    private static final int DIGITS = 16;

    @LoopBound(value = LONGEST, reason = "no text of the kernel is longer")
    public static void text(byte[] text) {
        for (int i = 0; i < text.length && i < LONGEST; i++) {
            if (!Uart.write(text[i])) {
                return;
            }
        }
    }

    /** As {@link #text}, while interrupts may wait. */
    @LoopBound(value = BRIEF, reason = "the rest is cut")
    public static void brief(byte[] text) {
        for (int i = 0; i < text.length && i < BRIEF && Uart.write(text[i]); i++) {}
    }

    @LoopBound(value = DIGITS, reason = "hexadecimal digits of 64 bits")
    public static void hexadecimal(long value) {
        Uart.write('0');
        Uart.write('x');
        boolean started = false;
        for (int shift = 4 * (DIGITS - 1); shift >= 0; shift -= 4) {
            int digit = (int) (value >>> shift) & 15;
            started |= digit != 0 || shift == 0;
            if (started) {
                Uart.write(digit < 10 ? '0' + digit : 'a' + digit - 10);
            }
        }
    }

    @LoopBound(value = 20, reason = "decimal digits of 64 bits")
    public static void decimal(long value) {
        if (value < 0) {
            Uart.write('-');
        }
        long rest = value < 0 ? -value : value;
        long unit = 1_000_000_000_000_000_000L;
        for (int i = 0; i < 19; i++) {
            if (rest >= unit || unit == 1 || value >= unit || value <= -unit) {
                Uart.write('0' + (int) (rest / unit % 10));
            }
            unit /= 10;
        }
    }

    public static void line() {
        Uart.write('\r');
        Uart.write('\n');
    }

    private Log() {}
}
