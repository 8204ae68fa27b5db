package ristretto.runtime.platform.kernel;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.Operation;
import ristretto.abi.StartupPage;
import ristretto.abi.StreamProtocol;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.magic.NeverWaits;
import ristretto.magic.SystemCall;
import ristretto.magic.Waits;

/**
 * Standard input, output and error as bytes: messages to the process's stream endpoint, or lines in the kernel's log
 * where it has none, or nothing at all where it has neither. A console that dies is asked again; it is being restarted.
 */
public final class StandardStreams {
    private static final int LOG_BYTES = 56;
    /** How often a full port is asked: for some milliseconds, in which the slowest port sends dozens of bytes. */
    private static final int PATIENCE = 1 << 14;

    private static int patience = PATIENCE;
    private static final long LOOK_AGAIN_NS = 5_000_000;

    /** Writes all of the bytes; {@code stream} is as in {@link StreamProtocol}. */
    @NeverWaits(reason = "a console writes at once, and calls nobody")
    public static void write(int stream, byte[] bytes, int offset, int length) {
        long endpoint = Startup.word(StartupPage.STREAMS);
        long log = Startup.word(StartupPage.LOG);
        int position = offset;
        int end = offset + length;
        while (position < end && (endpoint | log) != 0) {
            int part = Math.min(end - position, endpoint != 0 ? StreamProtocol.MAXIMUM_BYTES : LOG_BYTES);
            if (endpoint != 0) {
                writeMessage(endpoint, stream, bytes, position, part);
            } else {
                part = writeLog(log, bytes, position, part);
                if (part == 0) {
                    return;
                }
            }
            position += part;
        }
    }

    private static void writeMessage(long endpoint, int stream, byte[] bytes, int offset, int length) {
        CallRegisters answer;
        do {
            int words = Message.putBytes(1, bytes, offset, length);
            Message.putWord(0, stream | (long) length << 8);
            answer = Message.prepare(CallNumber.CALL, endpoint, StreamProtocol.WRITE, words);
            SystemCall.trap(answer);
        } while (answer.t0 == ErrorCode.SERVER_GONE);
    }

    /** Answers how many bytes were taken; 0: the port stays full, what is left is dropped, and not waited for again until it takes one. */
    private static int writeLog(long log, byte[] bytes, int offset, int length) {
        do {
            Message.putBytes(1, bytes, offset, length);
            Message.putWord(0, length);
            CallRegisters call = Message.prepare(CallNumber.INVOKE, log, 0, 0);
            call.t1 = Operation.LOG_WRITE;
            SystemCall.trap(call);
            int taken = call.t0 == ErrorCode.OK ? (int) call.a0 : length;
            if (taken != 0) {
                patience = PATIENCE;
                return taken;
            }
        } while (patience-- > 0);
        patience = 0;
        return 0;
    }

    /** Waits for input; answers the number of bytes read, -1 at the end of input. */
    @Waits("input")
    public static int read(byte[] bytes, int offset, int length) {
        long endpoint = Startup.word(StartupPage.STREAMS);
        if (endpoint == 0) {
            return -1;
        }
        CallRegisters answer;
        do {
            Message.putWord(0, Math.min(length, StreamProtocol.MAXIMUM_BYTES));
            answer = Message.prepare(CallNumber.CALL, endpoint, StreamProtocol.READ, 1);
            SystemCall.trap(answer);
        } while (answer.t0 == ErrorCode.SERVER_GONE);
        int count = (int) Message.getWord(0);
        if (answer.t0 != ErrorCode.OK || Tag.label(answer.t1) != 0 || count <= 0 || count > length) {
            return -1;
        }
        Message.getBytes(1, bytes, offset, count);
        return count;
    }

    /** Nobody announces input, so the console is asked now and then; without a deadline {@link #read} may as well wait. False: the time has come, or a signal. */
    @Waits("input")
    public static boolean awaitInput(long deadline) {
        long endpoint = Startup.word(StartupPage.STREAMS);
        if (endpoint == 0 || deadline == Long.MAX_VALUE) {
            return true;
        }
        while (!isReady(endpoint)) {
            long now = Clock.nanoseconds();
            if (now >= deadline) {
                return false;
            }
            if (!Clock.waitUntil(Math.min(deadline, now + LOOK_AGAIN_NS))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isReady(long endpoint) {
        CallRegisters answer = Message.prepare(CallNumber.CALL, endpoint, StreamProtocol.IS_READY, 0);
        SystemCall.trap(answer);
        if (answer.t0 != ErrorCode.OK) {
            return answer.t0 != ErrorCode.SERVER_GONE;
        }
        return Tag.label(answer.t1) != 0 || Message.getWord(0) != 0;
    }

    private StandardStreams() {}
}
