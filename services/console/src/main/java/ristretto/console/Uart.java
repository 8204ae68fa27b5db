package ristretto.console;

import ristretto.sdk.DeviceRegisters;

/**
 * The serial port: a 16550A (National Semiconductor PC16550D data sheet, section 8), one byte per register, already at
 * its speed.
 */
final class Uart {
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

    /**
     * So often a full transmitter is asked again before a byte is given up: a broken line must not stop the console.
     */
    private static final int PATIENCE = 100_000;

    private final DeviceRegisters registers;

    /** What was received and not read yet is kept: a predecessor may have died with it. */
    Uart(DeviceRegisters registers) {
        this.registers = registers;
        registers.storeByte(LINE_CONTROL, EIGHT_BITS);
        registers.storeByte(FIFO_CONTROL, FIFO_ENABLE);
        registers.storeByte(MODEM_CONTROL, INTERRUPT_OUTPUT);
        registers.storeByte(INTERRUPT_ENABLE, RECEIVED_DATA_INTERRUPT);
    }

    /** The next received byte; -1: none. */
    int read() {
        return (registers.loadByte(LINE_STATUS) & DATA_READY) == 0 ? -1 : registers.loadByte(DATA);
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
