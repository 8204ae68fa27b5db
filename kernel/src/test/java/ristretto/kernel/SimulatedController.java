package ristretto.kernel;

import java.util.function.LongBinaryOperator;
import ristretto.kernel.riscv64.Sv39;

/** An interrupt controller and a serial port, as far as the kernel uses them. */
final class SimulatedController implements LongBinaryOperator {
    private static final long BASE = 0x0c00_0000L + Sv39.MAP;
    private static final long ENABLES = BASE + 0x2080;
    private static final long CLAIM = BASE + 0x20_1004;
    private static final long UART = 0x1000_0000L + Sv39.MAP;

    /** Lines that interrupt and were not claimed yet; that are claimed; that may interrupt. A bit each. */
    long pending;

    long claimed;
    long enabled;
    final StringBuilder printed = new StringBuilder();

    /** How many bytes the serial port takes yet; none where nobody reads what it sends. */
    int room = Integer.MAX_VALUE;

    /** How often the kernel asked whether it does. */
    int looks;

    void raise(int line) {
        pending |= 1L << line;
    }

    /** Whether some line asks for the processor. */
    boolean interrupts() {
        return (pending & enabled & ~claimed) != 0;
    }

    boolean isPending(int line) {
        return (pending >>> line & 1) != 0;
    }

    boolean isClaimed(int line) {
        return (claimed >>> line & 1) != 0;
    }

    boolean isEnabled(int line) {
        return (enabled >>> line & 1) != 0;
    }

    @Override
    public long applyAsLong(long address, long value) {
        boolean load = value == Long.MIN_VALUE;
        if (address == CLAIM) {
            if (!load) {
                if (isEnabled((int) value)) {
                    claimed &= ~(1L << value);
                }
                return 0;
            }
            if (!interrupts()) {
                return 0;
            }
            int line = Long.numberOfTrailingZeros(pending & enabled & ~claimed);
            pending &= ~(1L << line);
            claimed |= 1L << line;
            return line;
        }
        if (address == ENABLES) {
            if (!load) {
                enabled = value;
            }
            return enabled;
        }
        if (address == UART + 5) {
            looks++;
            return room == 0 ? 0 : 0x20;
        }
        if (address == UART && !load) {
            printed.append((char) value);
            room--;
        }
        return 0;
    }
}
