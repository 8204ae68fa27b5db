package ristretto.sdk;

import ristretto.abi.ErrorCode;

/**
 * The kernel refused a call, or a wait ended without what it waited for. Nothing was changed. The message names the
 * operation, the guilty argument, what was expected and what was found.
 */
public final class CapabilityError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;

    CapabilityError(String operation, long slot, int code, int argument, long expected, long got) {
        super(describe(operation, slot, code, argument, expected, got));
        this.code = code;
    }

    /** That a call through another transport than the kernel's was not answered, as the kernel would have told it; one of those of {@link ErrorCode} that tell of no argument. */
    public static CapabilityError notAnswered(int code) {
        return new CapabilityError("call", 0, code, 0, 0, 0);
    }

    /** One of {@link ErrorCode}. */
    public int code() {
        return code;
    }

    /** The deadline of a wait passed. */
    public boolean isTimeout() {
        return code == ErrorCode.TIMED_OUT;
    }

    /** The server died while it served this call; a new one may be there already. */
    public boolean isServerGone() {
        return code == ErrorCode.SERVER_GONE || code == ErrorCode.CANCELLED;
    }

    private static String describe(String operation, long slot, int code, int argument, long expected, long got) {
        StringBuilder text = new StringBuilder(96);
        text.append(operation).append(" on slot ").append(slot).append(": ").append(KernelNames.error(code));
        switch (code) {
            case ErrorCode.TIMED_OUT,
                    ErrorCode.SERVER_GONE,
                    ErrorCode.CANCELLED,
                    ErrorCode.UNKNOWN_CALL,
                    ErrorCode.UNKNOWN_OPERATION -> {}
            default ->
                text.append(": argument ")
                        .append(KernelNames.argument(argument))
                        .append(", expected ")
                        .append(value(code, expected))
                        .append(", got ")
                        .append(value(code, got));
        }
        return text.toString();
    }

    private static String value(int code, long value) {
        return switch (code) {
            case ErrorCode.WRONG_TYPE -> KernelNames.type((int) value);
            case ErrorCode.MISSING_RIGHT -> KernelNames.rights((int) value);
            default -> value > -4096 && value < 4096 ? Long.toString(value) : "0x" + Long.toHexString(value);
        };
    }
}
