package ristretto.gateway;

import ristretto.sdk.DeviceRegisters;

/**
 * The line to the test: a 16550A (National Semiconductor PC16550D data sheet, section 8) in slot 1 of the board's PCI bus, as QEMU's {@code pci-serial} is. No firmware has set up the bus, so
 * its registers are put where the system description has them (PCI Local Bus Specification 3.0, section 6.2).
 */
final class SerialPort {
    /** Of its registers and its interrupt. */
    static final String NAME = "gateway-line";

    /** Of its configuration space. */
    private static final String CONFIGURATION = "gateway-slot";

    private static final int IDENTITY = 0;
    private static final int COMMAND = 4;
    private static final int BASE_ADDRESS = 16;

    private static final int PCI_SERIAL = 0x0002_1b36;
    private static final int IO_SPACE = 1;
    /** On the bus; the board shows addresses of input and output from 0x03000000 on. */
    private static final int IO_ADDRESS = 0x1000;

    /** Receive buffer when read, transmit holding when written. */
    private static final int DATA = 0;

    private static final int INTERRUPT_ENABLE = 1;
    private static final int FIFO_CONTROL = 2;
    private static final int LINE_CONTROL = 3;
    private static final int MODEM_CONTROL = 4;
    private static final int LINE_STATUS = 5;

    private static final int RECEIVED_DATA_INTERRUPT = 1;
    private static final int FIFO_ENABLE = 1;
    private static final int EIGHT_BITS = 3;
    private static final int INTERRUPT_OUTPUT = 0xb;
    private static final int DATA_READY = 1;
    private static final int TRANSMIT_EMPTY = 0x20;

    /** So often a full transmitter is asked again before a byte is given up. */
    private static final int PATIENCE = 1_000_000;

    private final DeviceRegisters registers;

    private SerialPort(DeviceRegisters registers) {
        this.registers = registers;
        registers.storeByte(LINE_CONTROL, EIGHT_BITS);
        registers.storeByte(FIFO_CONTROL, FIFO_ENABLE);
        registers.storeByte(MODEM_CONTROL, INTERRUPT_OUTPUT);
        registers.storeByte(INTERRUPT_ENABLE, RECEIVED_DATA_INTERRUPT);
    }

    static SerialPort open() {
        DeviceRegisters slot = DeviceRegisters.named(CONFIGURATION);
        int identity = slot.loadInt(IDENTITY);
        if (identity != PCI_SERIAL) {
            throw new IllegalStateException("slot 1 of the PCI bus: expected a serial port, 0x"
                    + Integer.toHexString(PCI_SERIAL) + ", got 0x" + Integer.toHexString(identity));
        }
        slot.storeInt(BASE_ADDRESS, IO_ADDRESS);
        slot.storeInt(COMMAND, IO_SPACE);
        return new SerialPort(DeviceRegisters.named(NAME));
    }

    /** The next received byte; -1: none. */
    int read() {
        return (registers.loadByte(LINE_STATUS) & DATA_READY) == 0 ? -1 : registers.loadByte(DATA) & 0xff;
    }

    void write(int value) {
        for (int i = 0; i < PATIENCE; i++) {
            if ((registers.loadByte(LINE_STATUS) & TRANSMIT_EMPTY) != 0) {
                registers.storeByte(DATA, value);
                return;
            }
        }
    }
}
