package ristretto.desk.board;

import java.io.OutputStream;

/** A serial port in slot 1 of the PCI bus, as QEMU's {@code pci-serial} is: it is there once its driver has given it an address and switched it on. */
final class PciSerial {
    private static final long SLOT = 0x3000_8000L;
    private static final long INPUT_OUTPUT = 0x0300_0000L;
    /** The one page for input and output that the desk has. */
    private static final long PORT = INPUT_OUTPUT + 0x1000;

    private static final long PAGE = 0x1000;
    private static final int REGISTERS = 8;

    private static final int IDENTITY = 0;
    private static final int COMMAND = 4;
    private static final int BASE_ADDRESS = 16;

    private static final int PCI_SERIAL = 0x0002_1b36;
    private static final int IO_SPACE = 1;

    private final Uart uart;
    private int command;
    private int base;

    PciSerial(OutputStream output) {
        uart = new Uart(output);
    }

    /** Whether the page at this physical address is its. */
    static boolean isAt(long page) {
        return page == SLOT || page == PORT;
    }

    void receive(int value) {
        uart.receive(value);
    }

    boolean interrupts() {
        return uart.interrupts();
    }

    void flush() {
        uart.flush();
    }

    /** The register of the port that lies there; -1: none. */
    private long register(long physical) {
        long register = physical - INPUT_OUTPUT - base;
        return (command & IO_SPACE) != 0 && base != 0 && register >= 0 && register < REGISTERS ? register : -1;
    }

    int load(long physical) {
        if ((physical & -PAGE) == SLOT) {
            return switch ((int) (physical - SLOT)) {
                case IDENTITY -> PCI_SERIAL;
                case COMMAND -> command;
                case BASE_ADDRESS -> base | 1;
                default -> 0;
            };
        }
        long register = register(physical);
        return register < 0 ? -1 : uart.load(register);
    }

    void store(long physical, int value) {
        if (physical == SLOT + COMMAND) {
            command = value & IO_SPACE;
        } else if (physical == SLOT + BASE_ADDRESS) {
            base = value & 0xffff & -REGISTERS;
        } else if (register(physical) >= 0) {
            uart.store(register(physical), value);
        }
    }
}
