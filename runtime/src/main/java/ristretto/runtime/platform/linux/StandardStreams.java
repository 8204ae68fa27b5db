package ristretto.runtime.platform.linux;

import ristretto.magic.Memory;

/**
 * The file descriptors 0, 1 and 2. A stream that cannot be written any more swallows what is written, as a {@code PrintStream} does; one that
 * does not block (it may be shared with a process that set it so) is waited for.
 */
final class StandardStreams {
    private static final int INPUT = 0;
    private static final int POLL_IN = 1;
    private static final int POLL_OUT = 4;

    /** One {@code struct pollfd}. */
    private static final long[] POLLED = new long[1];

    static void write(int stream, byte[] bytes, int offset, int length) {
        int position = offset;
        int end = offset + length;
        while (position < end) {
            long written = Linux.call(Linux.WRITE, stream, Buffers.address(bytes, position), end - position);
            if (written >= 0) {
                position += (int) written;
            } else if (written == Linux.TRY_AGAIN) {
                await(stream, POLL_OUT, Long.MAX_VALUE);
            } else if (written != Linux.INTERRUPTED) {
                return;
            }
        }
    }

    static int read(byte[] bytes, int offset, int length) {
        while (true) {
            long count = Linux.call(Linux.READ, INPUT, Buffers.address(bytes, offset), length);
            if (count > 0) {
                return (int) count;
            }
            if (count == Linux.TRY_AGAIN) {
                await(INPUT, POLL_IN, Long.MAX_VALUE);
            } else if (count != Linux.INTERRUPTED) {
                return -1;
            }
        }
    }

    static boolean awaitInput(long deadline) {
        return await(INPUT, POLL_IN, deadline);
    }

    /** Whether one of the events, or the stream's end, came before the deadline. */
    private static boolean await(int stream, int events, long deadline) {
        long result = Linux.INTERRUPTED;
        while (result == Linux.INTERRUPTED) {
            POLLED[0] = stream | (long) events << 32;
            long timeout = deadline == Long.MAX_VALUE ? 0 : Clock.untilDeadline(deadline);
            result = Linux.call(Linux.PPOLL, Memory.addressOf(POLLED) + Buffers.DATA, 1, timeout, 0);
        }
        return result != 0;
    }

    private StandardStreams() {}
}
