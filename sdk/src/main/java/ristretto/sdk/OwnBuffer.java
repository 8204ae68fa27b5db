package ristretto.sdk;

import java.util.Objects;
import ristretto.abi.Rights;
import ristretto.magic.Memory;
import ristretto.sdk.kernel.CapTable;
import ristretto.sdk.kernel.Frame;

/** The buffer that the system description gives to this process ({@code buffer}): memory outside of its heap. */
public final class OwnBuffer implements Buffer {
    /** The lease that goes with messages, of which a process has one under way. Others have those that follow, see {@link OutgoingRights}. */
    static final int OF_MESSAGES = 0;

    /** Null: not looked for. */
    private static OwnBuffer own;

    private final Frame frame = new Frame((int) Startup.grant(Startup.OWN, "buffer"));
    private final CapTable table = new CapTable((int) Startup.grant(Startup.OWN, "table"));
    private final long address = Startup.grant(Startup.OWN, "buffer-address");
    private final int size = (int) Startup.grant(Startup.OWN, "buffer-bytes");

    private final int firstLease = (int) Startup.grant(Startup.OWN, "first-lease");
    /** So many leases lie in their slots. */
    private int leases;

    private OwnBuffer() {}

    /** @throws IllegalStateException where the description gives it none */
    public static OwnBuffer ofThisProcess() {
        if (own == null) {
            own = new OwnBuffer();
        }
        return own;
    }

    /** The slot of the right that is handed on: one of its own for each lease, so that each is taken back for itself. */
    int lease(int number) {
        while (leases <= number) {
            table.copy(firstLease + leases, table, frame.slot(), Rights.READ | Rights.WRITE);
            leases++;
        }
        return firstLease + number;
    }

    Frame frame() {
        return frame;
    }

    /** Whatever has become of this lease, nobody else has one any more. */
    void takeBack(int lease) {
        table.revoke(firstLease + lease);
    }

    @Override
    public int size() {
        return size;
    }

    public byte get(int at) {
        return (byte) Memory.loadByte(address + Objects.checkIndex(at, size));
    }

    public void put(int at, byte value) {
        Memory.storeByte(address + Objects.checkIndex(at, size), value);
    }

    /** Copies bytes out of it. */
    public void get(int at, byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(at, length, size);
        Objects.checkFromIndexSize(offset, length, into.length);
        for (int i = 0; i < length; i++) {
            into[offset + i] = (byte) Memory.loadByte(address + at + i);
        }
    }

    /** Copies bytes into it. */
    public void put(int at, byte[] from, int offset, int length) {
        Objects.checkFromIndexSize(at, length, size);
        Objects.checkFromIndexSize(offset, length, from.length);
        for (int i = 0; i < length; i++) {
            Memory.storeByte(address + at + i, from[offset + i]);
        }
    }

    @Override
    public void copyTo(int from, OwnBuffer own, int to, int length) {
        LentBuffer.copy(this.frame, from, size, own.frame, to, own.size, length);
    }

    @Override
    public void copyFrom(OwnBuffer own, int from, int to, int length) {
        LentBuffer.copy(own.frame, from, own.size, frame, to, size, length);
    }
}
