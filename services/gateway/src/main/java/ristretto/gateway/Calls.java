package ristretto.gateway;

import ristretto.sdk.CapabilityError;
import ristretto.sdk.Message;
import ristretto.sdk.protocol.GatewayProtocol;
import ristretto.sdk.service.Transport;

/** Makes the calls that come from the line, see {@link GatewayProtocol}. What comes is not trusted; what is in a message is for the service to check, as it does with any client's. */
final class Calls {
    private static final long LONGEST_PATIENCE_NS = 3_600_000_000_000L;

    private final Transport[] services;
    private final Message message = new Message();

    Calls(Transport[] services) {
        this.services = services;
    }

    /** The answer to a call. */
    long[] make(long[] call) {
        if (!isCall(call)) {
            return new long[] {call[0], GatewayProtocol.REFUSED};
        }
        Transport service = services[(int) call[1]];
        message.start((int) call[2]);
        for (int i = GatewayProtocol.CALL_WORDS; i < call.length; i++) {
            message.putLong(call[i]);
        }
        try {
            service.call(message, call[3] == 0 ? 0 : service.deadline(call[3]));
        } catch (CapabilityError e) {
            return new long[] {call[0], GatewayProtocol.NOT_ANSWERED, e.code()};
        }
        long[] answer = new long[GatewayProtocol.ANSWER_WORDS + message.size()];
        answer[0] = call[0];
        answer[1] = GatewayProtocol.ANSWERED;
        answer[2] = message.label();
        for (int i = GatewayProtocol.ANSWER_WORDS; i < answer.length; i++) {
            answer[i] = message.getLong();
        }
        return answer;
    }

    private boolean isCall(long[] call) {
        return call.length >= GatewayProtocol.CALL_WORDS
                && call.length <= GatewayProtocol.CALL_WORDS + Message.MAXIMUM_WORDS
                && isBetween(call[1], 0, services.length - 1)
                && isBetween(call[2], 0, Integer.MAX_VALUE)
                && isBetween(call[3], 0, LONGEST_PATIENCE_NS);
    }

    private static boolean isBetween(long value, long least, long most) {
        return value >= least && value <= most;
    }
}
