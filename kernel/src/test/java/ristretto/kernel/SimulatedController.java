package ristretto.kernel;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongBinaryOperator;
import ristretto.kernel.riscv64.Sv39;

/** An interrupt controller and a serial port, as far as the kernel uses them. */
final class SimulatedController implements LongBinaryOperator {
    private static final long BASE = 0x0c00_0000L + Sv39.MAP;
    private static final long ENABLES = BASE + 0x2080;
    private static final long CLAIM = BASE + 0x20_1004;
    private static final long UART = 0x1000_0000L + Sv39.MAP;

    final Set<Integer> pending = new TreeSet<>();
    final Set<Integer> claimed = new HashSet<>();
    final StringBuilder printed = new StringBuilder();
    long enabled;

    /** The serial port takes nothing, as where nobody reads what it sends. */
    boolean portIsFull;

    /** How often the kernel asked whether it does. */
    int looks;

    void raise(int line) {
        pending.add(line);
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
                    claimed.remove((int) value);
                }
                return 0;
            }
            for (int line : pending) {
                if (isEnabled(line) && !claimed.contains(line)) {
                    pending.remove(line);
                    claimed.add(line);
                    return line;
                }
            }
            return 0;
        }
        if (address == ENABLES) {
            if (!load) {
                enabled = value;
            }
            return enabled;
        }
        if (address == UART + 5) {
            looks++;
            return portIsFull ? 0 : 0x20;
        }
        if (address == UART && !load) {
            printed.append((char) value);
        }
        return 0;
    }
}
