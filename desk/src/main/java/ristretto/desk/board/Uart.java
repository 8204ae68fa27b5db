package ristretto.desk.board;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Queue;

/** The serial port (a 16550A) as far as kernel and console use it: it never is busy, and its receiver takes as much as is typed. */
final class Uart {
    private static final int DATA = 0;
    private static final int INTERRUPT_ENABLE = 1;
    private static final int LINE_CONTROL = 3;
    private static final int LINE_STATUS = 5;

    private static final int DIVISOR_LATCH = 0x80;
    private static final int RECEIVED_DATA = 1;
    private static final int TRANSMITTER_EMPTY = 0x60;

    private final OutputStream output;
    private final Queue<Integer> received = new ArrayDeque<>();
    private int interruptEnable;
    private int lineControl;

    Uart(OutputStream output) {
        this.output = output;
    }

    void receive(int value) {
        received.add(value);
    }

    /** Whether it asks for service. */
    boolean interrupts() {
        return (interruptEnable & RECEIVED_DATA) != 0 && !received.isEmpty();
    }

    int load(long register) {
        boolean divisor = (lineControl & DIVISOR_LATCH) != 0;
        return switch ((int) register) {
            case DATA -> divisor || received.isEmpty() ? 0 : received.remove();
            case INTERRUPT_ENABLE -> divisor ? 0 : interruptEnable;
            case LINE_CONTROL -> lineControl;
            case LINE_STATUS -> TRANSMITTER_EMPTY | (received.isEmpty() ? 0 : RECEIVED_DATA);
            default -> 0;
        };
    }

    void store(long register, int value) {
        boolean divisor = (lineControl & DIVISOR_LATCH) != 0;
        if (register == LINE_CONTROL) {
            lineControl = value;
        } else if (register == INTERRUPT_ENABLE && !divisor) {
            interruptEnable = value;
        } else if (register == DATA && !divisor) {
            try {
                output.write(value);
            } catch (IOException e) {
                // Nobody listens at the other end of the line any more, which a serial port does not notice either.
            }
        }
    }

    void flush() {
        try {
            output.flush();
        } catch (IOException e) {
            // As above.
        }
    }
}
