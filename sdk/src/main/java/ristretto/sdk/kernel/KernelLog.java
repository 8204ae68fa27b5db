package ristretto.sdk.kernel;

import ristretto.abi.Operation;
import ristretto.magic.CallRegisters;
import ristretto.sdk.Capability;
import ristretto.sdk.Utf8;

/**
 * The kernel's own output, for those who must speak before, or without, a console. A port that is full is asked again
 * until it takes what is left; one that stays full, as where nobody reads what it sends, holds up nobody for long: what
 * is left is dropped, and so is all that comes later, until it takes a byte again.
 */
public final class KernelLog extends Capability {
    private static final int BYTES = 56;
    /** How often a full port is asked: for some milliseconds, in which the slowest port sends dozens of bytes. */
    private static final int PATIENCE = 1 << 14;

    private int patience = PATIENCE;

    public KernelLog(int slot) {
        super(slot);
    }

    public void writeLine(String text) {
        byte[] bytes = Utf8.encode(text + '\n');
        int at = 0;
        while (at < bytes.length) {
            int taken = write(bytes, at, Math.min(BYTES, bytes.length - at));
            at += taken;
            if (taken != 0) {
                patience = PATIENCE;
            } else if (patience-- == 0) {
                patience = 0;
                return;
            }
        }
    }

    /** Answers how many bytes were taken. */
    private int write(byte[] bytes, int offset, int length) {
        CallRegisters r = registers();
        r.a1 = word(bytes, offset, length);
        r.a2 = word(bytes, offset + 8, length - 8);
        r.a3 = word(bytes, offset + 16, length - 16);
        r.a4 = word(bytes, offset + 24, length - 24);
        r.a5 = word(bytes, offset + 32, length - 32);
        r.a6 = word(bytes, offset + 40, length - 40);
        r.a7 = word(bytes, offset + 48, length - 48);
        invoke("log write", Operation.LOG_WRITE, length);
        return (int) r.a0;
    }

    private static long word(byte[] bytes, int offset, int length) {
        long value = 0;
        for (int i = Math.min(length, 8) - 1; i >= 0; i--) {
            value = value << 8 | bytes[offset + i] & 0xff;
        }
        return value;
    }
}
