package ristretto.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ristretto.magic.Device;
import ristretto.sdk.DeviceRegisters;

/** The driver against a model of the device. */
class UartTest {
    private static final long BASE = 0x1000_0000;
    private final int[] written = new int[8];
    private final StringBuilder sent = new StringBuilder();
    private final ArrayDeque<Integer> received = new ArrayDeque<>();
    private boolean transmitterDead;

    @AfterEach
    void detach() {
        Device.simulate(null);
    }

    private long access(long address, long value) {
        int register = (int) (address - BASE);
        if (value == Long.MIN_VALUE) {
            return switch (register) {
                case 0 -> received.remove();
                case 5 -> (received.isEmpty() ? 0 : 1) | (transmitterDead ? 0 : 0x20);
                default -> written[register];
            };
        }
        written[register] = (int) value;
        if (register == 0) {
            sent.append((char) value);
        }
        return 0;
    }

    private Uart uart() {
        Device.simulate(this::access);
        return new Uart(new DeviceRegisters(BASE, 4096));
    }

    @Test
    void startsWithReceiveInterruptsAndKeepsWhatWasReceived() {
        received.add((int) 'k');
        Uart uart = uart();
        assertEquals(1, written[1]);
        assertEquals(1, written[2]);
        assertEquals('k', uart.read());
        assertEquals(-1, uart.read());
    }

    @Test
    void writes() {
        Uart uart = uart();
        uart.write('a');
        uart.write('b');
        assertEquals("ab", sent.toString());
    }

    @Test
    void aDeadTransmitterDoesNotStopIt() {
        Uart uart = uart();
        transmitterDead = true;
        uart.write('a');
        assertEquals("", sent.toString());
    }
}
