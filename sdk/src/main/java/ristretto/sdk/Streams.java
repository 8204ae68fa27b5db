package ristretto.sdk;

import ristretto.abi.StreamProtocol;

/**
 * Standard input, output and error of this process as bytes and strings: what a small process uses instead of {@code
 * System.out}. A console that dies meanwhile is asked again; a process without streams writes nowhere and reads the end
 * of its input.
 */
public final class Streams {
    private static final Connection CONNECTION = Startup.streams() == 0 ? null : new Connection(Startup.streams());
    private static final Message MESSAGE = new Message();

    private Streams() {}

    public static void write(String text) {
        byte[] bytes = Utf8.encode(text);
        write(bytes, 0, bytes.length);
    }

    public static void writeLine(String text) {
        write(text + '\n');
    }

    public static void write(byte[] bytes, int offset, int length) {
        for (int done = 0; done < length; ) {
            int part = Math.min(length - done, StreamProtocol.MAXIMUM_BYTES);
            write(CONNECTION, StreamProtocol.OUTPUT, bytes, offset + done, part, 0);
            done += part;
        }
    }

    /** Waits for input; answers the number of bytes, 0 at the end of input. */
    public static int read(byte[] bytes) {
        if (CONNECTION == null) {
            return 0;
        }
        while (true) {
            MESSAGE.start(StreamProtocol.READ).putLong(Math.min(bytes.length, StreamProtocol.MAXIMUM_BYTES));
            try {
                if (CONNECTION.call(MESSAGE) != 0) {
                    return 0;
                }
                int count = MESSAGE.getInt(0, bytes.length);
                MESSAGE.getRaw(bytes, 0, count);
                return count;
            } catch (CapabilityError e) {
                if (!e.isServerGone()) {
                    throw e;
                }
            }
        }
    }

    /**
     * Writes up to {@link StreamProtocol#MAXIMUM_BYTES} to a stream endpoint.
     *
     * @throws CapabilityError where the deadline (0: none) passes first
     */
    public static void write(
            Connection connection, int stream, byte[] bytes, int offset, int length, long deadlineTicks) {
        boolean again = connection != null;
        while (again) {
            MESSAGE.start(StreamProtocol.WRITE)
                    .putLong(stream | (long) length << 8)
                    .putRaw(bytes, offset, length);
            try {
                connection.call(MESSAGE, deadlineTicks);
                again = false;
            } catch (CapabilityError e) {
                again = e.isServerGone() && deadlineTicks == 0;
                if (!again && !e.isServerGone()) {
                    throw e;
                }
            }
        }
    }
}
