package ristretto.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import ristretto.abi.ErrorCode;
import ristretto.sdk.CapabilityError;
import ristretto.sdk.Message;
import ristretto.sdk.protocol.FramedLine;
import ristretto.sdk.protocol.GatewayProtocol;

/** This side of the line; on the other one is a function from what it sends to what comes back. */
class GatewayTest {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Gateway gateway = new Gateway(List.of("lamp", "clock"));
    private final FramedLine sent = new FramedLine();

    private void connect(UnaryOperator<long[]> other) {
        gateway.connect(bytes -> {
            for (byte value : bytes) {
                long[] call = sent.receive(value & 0xff);
                long[] answer = call == null ? null : other.apply(call);
                if (answer != null) {
                    come(answer);
                }
            }
        });
    }

    private void come(long... words) {
        byte[] frame = FramedLine.frame(words);
        gateway.received(frame, 0, frame.length);
    }

    private String failure() {
        return assertThrows(AssertionError.class, this::call).getMessage();
    }

    private Message call() {
        Message message = new Message().start(77).putLong(5);
        gateway.call(1, message, 0, PATIENCE);
        return message;
    }

    @Test
    void whatTheServiceAnswersIsInTheMessage() {
        connect(call -> new long[] {call[0], GatewayProtocol.ANSWERED, 3, call[1], call[2], call[4]});
        come(GatewayProtocol.HELLO);
        Message answer = call();
        assertEquals(3, answer.label());
        assertEquals(1, answer.getLong());
        assertEquals(77, answer.getLong());
        assertEquals(5, answer.getLong());
        assertEquals(0, answer.left());
    }

    /** What it may be called again with. */
    @Test
    void whereThereIsNoAnswerTheMessageIsAsItWas() {
        connect(call -> new long[] {call[0], GatewayProtocol.NOT_ANSWERED, ErrorCode.SERVER_GONE});
        come(GatewayProtocol.HELLO);
        Message message = new Message().start(77).putLong(5);
        CapabilityError gone = assertThrows(CapabilityError.class, () -> gateway.call(0, message, 0, PATIENCE));
        assertTrue(gone.isServerGone(), gone.getMessage());
        assertEquals(77, message.label());
        assertEquals(5, message.getLong());
    }

    @Test
    void nothingIsWaitedForWithoutEnd() {
        assertEquals("the gateway does not begin within the patience of the test", failure());
        connect(call -> null);
        assertEquals("the gateway does not begin within the patience of the test", failure());
        come(GatewayProtocol.HELLO);
        assertEquals("no answer within the patience of the test", failure());
    }

    @Test
    void answersToOthersAreNone() {
        connect(call -> new long[] {call[0] + 1, GatewayProtocol.ANSWERED, 3});
        come(GatewayProtocol.HELLO);
        assertEquals("no answer within the patience of the test", failure());
    }

    @Test
    void aGatewayThatDiesIsTold() {
        connect(call -> new long[] {GatewayProtocol.HELLO});
        come(GatewayProtocol.HELLO);
        assertEquals("the gateway has begun anew while clock was called; the console's output says why", failure());
    }

    @Test
    void whatTheGatewayRefusesIsTold() {
        connect(call -> new long[] {call[0], GatewayProtocol.REFUSED});
        come(GatewayProtocol.HELLO);
        assertEquals("the gateway has refused a call of clock", failure());
    }

    @Test
    void aMachineThatIsOffIsTold() {
        gateway.connect(bytes -> {
            throw new IOException("closed");
        });
        come(GatewayProtocol.HELLO);
        assertEquals("the machine is off: clock cannot be called", failure());
        connect(call -> null);
        gateway.end();
        assertEquals("the machine is off: clock cannot be called", failure());
    }
}
