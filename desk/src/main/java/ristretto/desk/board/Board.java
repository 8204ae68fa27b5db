package ristretto.desk.board;

import java.io.OutputStream;
import java.util.function.IntConsumer;

/**
 * The devices of QEMU's virt board that the desk has, by physical address: power switch, clock, interrupt controller, serial port; and a second serial port in slot 1 of the PCI bus, which only a
 * test's gateway is given.
 */
public final class Board {
    private static final long POWER = 0x10_0000L;
    private static final long CLOCK = 0x10_1000L;
    private static final long CONTROLLER = 0x0c00_0000L;
    private static final long CONTROLLER_END = 0x1000_0000L;
    private static final long UART = 0x1000_0000L;
    private static final long PAGE = 0x1000;
    private static final int UART_LINE = 10;
    private static final int SECOND_LINE = 33;

    private static final int PASS = 0x5555;
    private static final int FAIL = 0x3333;
    private static final int RESET = 0x7777;
    private static final String NO_RESTART =
            "\r\ndesk: a warm restart is there on the machine only; this is switched off\r\n";

    private final Uart uart;
    private final PciSerial second;
    private final InterruptController controller = new InterruptController(this::interrupts);
    private final IntConsumer powerOff;
    private long heldTime;

    /**
     * @param serial where the serial port sends to
     * @param second where the one on the PCI bus does
     * @param powerOff is told the exit code
     */
    public Board(OutputStream serial, OutputStream second, IntConsumer powerOff) {
        this.uart = new Uart(serial);
        this.second = new PciSerial(second);
        this.powerOff = powerOff;
    }

    private boolean interrupts(int line) {
        return line == UART_LINE && uart.interrupts() || line == SECOND_LINE && second.interrupts();
    }

    /** Whether there is a device that a process may be given at this physical address. */
    public static boolean hasDevice(long physical) {
        long page = physical & -PAGE;
        return page == POWER || page == CLOCK || page == UART || PciSerial.isAt(page);
    }

    /** Whether there is a register, of a process's or of the kernel's. */
    public static boolean hasRegister(long physical) {
        return hasDevice(physical) || isController(physical);
    }

    private static boolean isController(long physical) {
        return physical >= CONTROLLER && physical < CONTROLLER_END;
    }

    /** Somebody types a byte at the other end of the serial line. */
    public void type(int value) {
        uart.receive(value & 0xff);
    }

    /** The same at the second serial line. */
    public void typeAtSecond(int value) {
        second.receive(value & 0xff);
    }

    /** What was sent goes on to where it can be seen. */
    public void flush() {
        uart.flush();
        second.flush();
    }

    /** Whether an interrupt waits for the kernel. */
    public boolean interrupts() {
        return controller.isPending();
    }

    /** A load from a register that {@linkplain #hasRegister is there}. */
    public int load(long physical) {
        long register = physical & PAGE - 1;
        if (isController(physical)) {
            return controller.load(physical - CONTROLLER);
        }
        if (PciSerial.isAt(physical & -PAGE)) {
            return second.load(physical);
        }
        return switch ((int) (physical & -PAGE)) {
            case (int) UART -> uart.load(register);
            case (int) CLOCK -> clock(register);
            default -> 0;
        };
    }

    /** Goldfish RTC: reading the low half holds the high half fast. */
    private int clock(long register) {
        if (register == 0) {
            heldTime = System.currentTimeMillis() * 1_000_000;
            return (int) heldTime;
        }
        return register == 4 ? (int) (heldTime >>> 32) : 0;
    }

    /** A store to a register that {@linkplain #hasRegister is there}. */
    public void store(long physical, int value) {
        long register = physical & PAGE - 1;
        if (isController(physical)) {
            controller.store(physical - CONTROLLER, value);
        } else if (physical == POWER && (value & 0xffff) == PASS) {
            powerOff.accept(0);
        } else if (physical == POWER && (value & 0xffff) == FAIL) {
            powerOff.accept(value >>> 16);
        } else if (physical == POWER && (value & 0xffff) == RESET) {
            NO_RESTART.chars().forEach(c -> uart.store(0, c));
            powerOff.accept(1);
        } else if ((physical & -PAGE) == UART) {
            uart.store(register, value);
        } else if (PciSerial.isAt(physical & -PAGE)) {
            second.store(physical, value);
        }
    }
}
