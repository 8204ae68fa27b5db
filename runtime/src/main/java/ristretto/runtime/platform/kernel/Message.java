package ristretto.runtime.platform.kernel;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.StartupPage;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.magic.Memory;
import ristretto.magic.SystemCall;

/**
 * The words of the message that the runtime itself is about to send, or has received: the first eight in the registers,
 * the others in the message page. There is one thread and the runtime never sends while it fills, so one set of
 * registers is enough, and nothing is allocated.
 */
final class Message {
    private static final CallRegisters REGISTERS = new CallRegisters();

    /** Bytes that fit into the words from this one on. */
    static int bytesFrom(int word) {
        return (Tag.MAXIMUM_WORDS - word) * 8;
    }

    static CallRegisters prepare(int callNumber, long capability, int label, int words) {
        REGISTERS.t0 = capability;
        REGISTERS.t1 = Tag.of(label, words);
        REGISTERS.t2 = 0;
        REGISTERS.t3 = callNumber;
        REGISTERS.t4 = 0;
        return REGISTERS;
    }

    /** A call of the supervisor with two words, answered by a label only; true: that is 0. A supervisor that ends meanwhile is followed by another one. Neither allocates, nor throws. */
    static boolean call(long capability, int label, long word0, long word1) {
        do {
            prepare(CallNumber.CALL, capability, label, 2);
            REGISTERS.a0 = word0;
            REGISTERS.a1 = word1;
            SystemCall.trap(REGISTERS);
        } while (REGISTERS.t0 == ErrorCode.SERVER_GONE);
        return REGISTERS.t0 == ErrorCode.OK && Tag.label(REGISTERS.t1) == 0;
    }

    /** Puts as many of the bytes as fit into the words from {@code word} on; answers the number of words of the message. */
    static int putBytes(int word, byte[] bytes, int offset, int length) {
        int end = offset + Math.min(length, bytesFrom(word));
        int next = word;
        for (int i = offset; i < end; i += 8) {
            long value = 0;
            int last = Math.min(i + 8, end) - 1;
            for (int k = last; k >= i; k--) {
                value = value << 8 | bytes[k] & 0xff;
            }
            putWord(next++, value);
        }
        return next;
    }

    /** Takes bytes out of the words from {@code word} on. */
    static void getBytes(int word, byte[] bytes, int offset, int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            if (i % 8 == 0) {
                value = getWord(word + i / 8);
            }
            bytes[offset + i] = (byte) value;
            value >>>= 8;
        }
    }

    static void putWord(int word, long value) {
        switch (word) {
            case 0 -> REGISTERS.a0 = value;
            case 1 -> REGISTERS.a1 = value;
            case 2 -> REGISTERS.a2 = value;
            case 3 -> REGISTERS.a3 = value;
            case 4 -> REGISTERS.a4 = value;
            case 5 -> REGISTERS.a5 = value;
            case 6 -> REGISTERS.a6 = value;
            case 7 -> REGISTERS.a7 = value;
            default -> Memory.storeLong(Startup.word(StartupPage.MESSAGE_PAGE) + 8L * word, value);
        }
    }

    static long getWord(int word) {
        return switch (word) {
            case 0 -> REGISTERS.a0;
            case 1 -> REGISTERS.a1;
            case 2 -> REGISTERS.a2;
            case 3 -> REGISTERS.a3;
            case 4 -> REGISTERS.a4;
            case 5 -> REGISTERS.a5;
            case 6 -> REGISTERS.a6;
            case 7 -> REGISTERS.a7;
            default -> Memory.loadLong(Startup.word(StartupPage.MESSAGE_PAGE) + 8L * word);
        };
    }

    private Message() {}
}
