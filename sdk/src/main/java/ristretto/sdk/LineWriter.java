package ristretto.sdk;

import ristretto.abi.StreamProtocol;

/** Writes lines of text and numbers to standard output. Once it is made it allocates nothing: it is for loops with deadlines, which must not be kept by the collector. */
public final class LineWriter {
    /** Null: the process has no streams, and the lines go nowhere. */
    private final Connection connection;

    private final Message message = new Message();
    private final byte[] bytes = new byte[StreamProtocol.MAXIMUM_BYTES];
    private int length;

    public LineWriter() {
        this(Startup.streams() == 0 ? null : new Connection(Startup.streams()));
    }

    LineWriter(Connection connection) {
        this.connection = connection;
    }

    /** Adds characters of ASCII to the line; others become "?", and what is more than fits a message is left out. */
    @NoAllocation(reason = "loops with deadlines report by this")
    public LineWriter text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            add(character < 128 ? character : '?');
        }
        return this;
    }

    /** Adds a number, decimal. */
    @NoAllocation(reason = "loops with deadlines report by this")
    public LineWriter number(long number) {
        if (number < 0) {
            add('-');
        }
        long power = 1;
        while (number / power >= 10 || number / power <= -10) {
            power *= 10;
        }
        for (; power > 0; power /= 10) {
            add('0' + (int) Math.abs(number / power % 10));
        }
        return this;
    }

    /** What the line is by now. */
    String line() {
        return Utf8.decode(bytes, 0, length);
    }

    private void add(int character) {
        if (length < bytes.length - 1) {
            bytes[length++] = (byte) character;
        }
    }

    /** Writes the line. */
    @NoAllocation(reason = "loops with deadlines report by this")
    public void end() {
        bytes[length++] = '\n';
        if (connection != null) {
            message.start(StreamProtocol.WRITE)
                    .putLong(StreamProtocol.OUTPUT | (long) length << 8)
                    .putRaw(bytes, 0, length);
            connection.call(message);
        }
        length = 0;
    }
}
