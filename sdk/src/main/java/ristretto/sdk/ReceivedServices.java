package ristretto.sdk;

import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.sdk.kernel.CapTable;
import ristretto.sdk.kernel.CapabilityView;
import ristretto.sdk.system.Features;

/**
 * The services of others that have come to this process as arguments and results of calls, as many as its description says ({@code receives}), and the buffer that the present call lends. A client sends what it likes, with any request: each capability lands in
 * a slot that is kept free for that, is looked at, and is thrown away unless the method that was called has a service as its argument and takes it. A server sends what it likes, too, but only where a result is expected; that has a slot of its own,
 * so that what a client has sent is not in its way.
 */
final class ReceivedServices {
    private static final int RECEIVE_SLOT_SHIFT = 32;

    /** Null: not looked for, or it may have none. */
    private static ReceivedServices own;

    private final CapTable table;
    private final int first;
    private final int most;
    /** Two more than may be held: the next argument and the next result land there. */
    private final boolean[] held;

    private int count;
    private int landing;
    /** The slot of what has come with the present request; 0: nothing has, or it was taken. */
    private int pending;

    private boolean refused;
    /** What has come with the present request; null: nothing, or a service. */
    private LentBuffer lent;
    /** The slot of what has come with an answer and was not taken; 0: none. */
    private int result;

    private ReceivedServices(CapTable table, int first, int most) {
        this.table = table;
        this.first = first;
        this.most = most;
        held = new boolean[most + 2];
        landing = first;
    }

    /** Null: the description lets it have none. */
    static ReceivedServices ofThisProcess() {
        if (Features.receivedServices() && own == null) {
            int first = (int) Startup.find(Startup.OWN, "first-received");
            if (first != 0) {
                int table = (int) Startup.grant(Startup.OWN, "table");
                own = new ReceivedServices(new CapTable(table), first, (int) Startup.find(Startup.OWN, "receives"));
            }
        }
        return own;
    }

    /**
     * Where the kernel is to put what comes with the answer of a call.
     *
     * @throws IllegalStateException where there is no room for another one
     */
    long landingOfResult() {
        if (count == most) {
            throw new IllegalStateException("this process holds " + count
                    + " services of others, as many as its description lets it (receives)");
        }
        if (result != 0) {
            table.delete(result);
            result = 0;
        }
        int free = first;
        while (held[free - first] || free == landing) {
            free++;
        }
        return (long) free << RECEIVE_SLOT_SHIFT;
    }

    /**
     * The service in this slot, which came with an answer.
     *
     * @param slot 0: nothing came
     * @return null where it is none
     */
    ReceivedService result(int slot) {
        result = slot;
        return slot != 0 && isService(table.inspect(slot)) ? new ReceivedService(this, slot, true) : null;
    }

    private static boolean isService(CapabilityView view) {
        return view != null && view.type() == ObjectType.ENDPOINT && (view.rights() & Rights.SEND) != 0;
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
        return isService(view) ? new ReceivedService(this, slot, false) : null;
    }

    /** The method that was called takes it, or the caller of one that returns it. */
    void take(int slot) {
        if (slot == result) {
            result = 0;
        } else if (slot != pending) {
            throw new MessageFormatException("message: the service has been taken");
        } else if (count == most) {
            refused = true;
            throw new MessageFormatException("message: no room for another service");
        } else {
            pending = 0;
        }
        held[slot - first] = true;
        count++;
        while (held[landing - first] || landing == result) {
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
