package ristretto.sdk;

import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.sdk.kernel.CapTable;
import ristretto.sdk.kernel.CapabilityView;
import ristretto.sdk.system.Features;

/**
 * The services of others that clients of this process's server have handed to it, as many as its description says ({@code receives}), and the buffer that the present call lends. A client sends what it likes, with any request: each capability lands in
 * a slot that is kept free for that, is looked at, and is thrown away unless the method that was called has a service as its argument and takes it.
 */
final class ReceivedServices {
    private static final int RECEIVE_SLOT_SHIFT = 32;

    private final CapTable table;
    private final int first;
    /** One more than may be held: the next one lands there. */
    private final boolean[] held;

    private int count;
    private int landing;
    /** The slot of what has come with the present request; 0: nothing has, or it was taken. */
    private int pending;

    private boolean refused;
    /** What has come with the present request; null: nothing, or a service. */
    private LentBuffer lent;

    private ReceivedServices(CapTable table, int first, int most) {
        this.table = table;
        this.first = first;
        held = new boolean[most + 1];
        landing = first;
    }

    /** Null: the description lets it have none. */
    static ReceivedServices ofThisProcess() {
        if (!Features.receivedServices()) {
            return null;
        }
        int first = (int) Startup.find(Startup.OWN, "first-received");
        if (first == 0) {
            return null;
        }
        int table = (int) Startup.grant(Startup.OWN, "table");
        return new ReceivedServices(new CapTable(table), first, (int) Startup.find(Startup.OWN, "receives"));
    }

    /** Where the kernel is to put what comes with the next request, as its call takes it. */
    long landing() {
        return (long) landing << RECEIVE_SLOT_SHIFT;
    }

    /**
     * The service in this slot, or the buffer, which came with a request.
     *
     * @param slot 0: nothing came
     * @return null where it is none
     */
    Object arrived(int slot) {
        pending = slot;
        if (slot == 0) {
            return null;
        }
        CapabilityView view = table.inspect(slot);
        if (view != null && view.type() == ObjectType.FRAME) {
            lent = new LentBuffer(slot, view.rights(), view.size());
            return lent;
        }
        boolean isService = view != null && view.type() == ObjectType.ENDPOINT && (view.rights() & Rights.SEND) != 0;
        return isService ? new ReceivedService(this, slot) : null;
    }

    /** The method that was called takes it. */
    void take(int slot) {
        if (slot != pending) {
            throw new MessageFormatException("message: the service has been taken");
        }
        if (count == held.length - 1) {
            refused = true;
            throw new MessageFormatException("message: no room for another service");
        }
        pending = 0;
        held[slot - first] = true;
        count++;
        while (held[landing - first]) {
            landing = landing - first == held.length - 1 ? first : landing + 1;
        }
    }

    /** The request has been served. Answers whether it was refused for want of room. */
    boolean settle() {
        if (lent != null) {
            lent.end();
            lent = null;
        }
        if (pending != 0) {
            table.delete(pending);
            pending = 0;
        }
        boolean wasRefused = refused;
        refused = false;
        return wasRefused;
    }

    void giveBack(int slot) {
        table.delete(slot);
        held[slot - first] = false;
        count--;
    }
}
