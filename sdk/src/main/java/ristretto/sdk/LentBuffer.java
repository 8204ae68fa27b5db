package ristretto.sdk;

import java.util.Objects;
import ristretto.abi.Rights;
import ristretto.sdk.kernel.Frame;

/** A client's buffer, while the call that lends it is served. */
final class LentBuffer implements Buffer {
    /** Most that the kernel copies at a time. */
    private static final int MOST = 16 << 10;

    private final Frame frame;
    private final int rights;
    private final int size;
    private boolean ended;

    LentBuffer(int slot, int rights, long size) {
        frame = new Frame(slot);
        this.rights = rights;
        this.size = (int) size;
    }

    /** @throws MessageFormatException where the client gives less than that */
    void expect(boolean mayWrite) {
        int needed = mayWrite ? Rights.READ | Rights.WRITE : Rights.READ;
        if ((rights & needed) != needed) {
            throw new MessageFormatException("message: expected a buffer with other rights");
        }
    }

    /** Its slot holds something else from now on. */
    void end() {
        ended = true;
    }

    private Frame frame() {
        if (ended) {
            throw new IllegalStateException("the buffer was lent for the time of a call, which is over");
        }
        return frame;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void copyTo(int from, OwnBuffer own, int to, int length) {
        copy(frame(), from, size, own.frame(), to, own.size(), length);
    }

    @Override
    public void copyFrom(OwnBuffer own, int from, int to, int length) {
        copy(own.frame(), from, own.size(), frame(), to, size, length);
    }

    static void copy(Frame source, int from, int sourceSize, Frame target, int to, int targetSize, int length) {
        Objects.checkFromIndexSize(from, length, sourceSize);
        Objects.checkFromIndexSize(to, length, targetSize);
        if ((from | to | length) % 8 != 0) {
            throw new IllegalArgumentException("expected multiples of 8, got " + from + ", " + to + ", " + length);
        }
        for (int done = 0; done < length; done += MOST) {
            target.copyFrom(source, from + done, to + done, Math.min(MOST, length - done));
        }
    }
}
