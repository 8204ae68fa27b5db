package ristretto.sdk;

import ristretto.abi.StreamProtocol;

/**
 * Standard input, output and error of this process as bytes and strings: what a small process uses instead of {@code
 * System.out}. A console that dies meanwhile is asked again; a process without streams writes nowhere and reads the end
 * of its input.
 */
public final class Streams {
    /** Both are made when they are first needed: the compiler initialises this class before there is a process. */
    private static Connection connection;

    private static Message message;

    private Streams() {}

    /** Null: this process has no streams. */
    private static Connection connection() {
        if (connection == null && Startup.streams() != 0) {
            connection = new Connection(Startup.streams());
        }
        return connection;
    }

    private static Message message(int label) {
        if (message == null) {
            message = new Message();
        }
        return message.start(label);
    }

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
            write(connection(), StreamProtocol.OUTPUT, bytes, offset + done, part, 0);
            done += part;
        }
    }

    /** Waits for input; answers the number of bytes, 0 at the end of input. */
    public static int read(byte[] bytes) {
        if (connection() == null) {
            return 0;
        }
        while (true) {
            message(StreamProtocol.READ).putLong(Math.min(bytes.length, StreamProtocol.MAXIMUM_BYTES));
            try {
                if (connection.call(message) != 0) {
                    return 0;
                }
                int count = message.getInt(0, bytes.length);
                message.getRaw(bytes, 0, count);
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
    public static void write(Connection to, int stream, byte[] bytes, int offset, int length, long deadlineTicks) {
        boolean again = to != null;
        while (again) {
            message(StreamProtocol.WRITE).putLong(stream | (long) length << 8).putRaw(bytes, offset, length);
            try {
                to.call(message, deadlineTicks);
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
