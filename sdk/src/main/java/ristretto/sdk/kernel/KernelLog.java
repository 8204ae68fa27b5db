package ristretto.sdk.kernel;

import ristretto.abi.Operation;
import ristretto.magic.CallRegisters;
import ristretto.sdk.Capability;
import ristretto.sdk.Utf8;

/** The kernel's own output, for those who must speak before, or without, a console. */
public final class KernelLog extends Capability {
    private static final int BYTES = 56;

    public KernelLog(int slot) {
        super(slot);
    }

    public void writeLine(String text) {
        byte[] bytes = Utf8.encode(text + '\n');
        for (int at = 0; at < bytes.length; at += BYTES) {
            write(bytes, at, Math.min(BYTES, bytes.length - at));
        }
    }

    private void write(byte[] bytes, int offset, int length) {
        CallRegisters r = registers();
        r.a1 = word(bytes, offset, length);
        r.a2 = word(bytes, offset + 8, length - 8);
        r.a3 = word(bytes, offset + 16, length - 16);
        r.a4 = word(bytes, offset + 24, length - 24);
        r.a5 = word(bytes, offset + 32, length - 32);
        r.a6 = word(bytes, offset + 40, length - 40);
        r.a7 = word(bytes, offset + 48, length - 48);
        invoke("log write", Operation.LOG_WRITE, length);
    }

    private static long word(byte[] bytes, int offset, int length) {
        long value = 0;
        for (int i = Math.min(length, 8) - 1; i >= 0; i--) {
            value = value << 8 | bytes[offset + i] & 0xff;
        }
        return value;
    }
}
