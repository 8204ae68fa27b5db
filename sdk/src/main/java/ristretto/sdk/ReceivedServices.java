package ristretto.sdk;

import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.sdk.kernel.CapTable;
import ristretto.sdk.kernel.CapabilityView;
import ristretto.sdk.system.Features;

/**
 * The services of others that have come to this process as arguments and results of calls, as many as its description says ({@code receives}), and the buffers that present calls lend. A client sends what it likes, with any request: each capability lands in
 * a slot that is kept free for that, is looked at, and is thrown away unless the method that was called has a service as its argument and takes it. What comes with a call that may wait is kept until that has ended. A server sends what it likes, too, but only where a result is expected; that has a slot of its own,
 * so that what a client has sent is not in its way.
 */
final class ReceivedServices {
    private static final int RECEIVE_SLOT_SHIFT = 32;

    /** Null: not looked for, or it may have none. */
    private static ReceivedServices own;

    private final CapTable table;
    private final int first;
    private final int most;
    /** Which slots are not free; there are two more than may be held and kept: the next argument and the next result land there. */
    private final boolean[] used;
    /** By their slots. */
    private final KeptRight[] kept;

    private int count;
    private int landing;
    /** The slot of what has come with the present request; 0: nothing has, or it was taken. */
    private int pending;
    /** What that is, a {@link LentBuffer} or a {@link ReceivedService}; null: nothing of use. */
    private Object object;
    /** The slot of what has come with an answer and was not taken; 0: none. */
    private int result;

    private ReceivedServices(CapTable table, int first, int most) {
        this.table = table;
        this.first = first;
        this.most = most;
        used = new boolean[(int) Startup.grant(Startup.OWN, "receive-slots")];
        kept = new KeptRight[used.length];
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
        while (used[free - first] || free == landing) {
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
        object = null;
        if (slot == 0) {
            return null;
        }
        CapabilityView view = table.inspect(slot);
        if (view != null && view.type() == ObjectType.FRAME) {
            object = new LentBuffer(slot, view.rights(), view.size());
        } else if (isService(view)) {
            object = new ReceivedService(this, slot, false);
        }
        return object;
    }

    /** Whether what has come with the present request, if anything has, can be kept. There are slots enough for all clients, each with as many as it may. */
    boolean canKeep() {
        int free = -2;
        for (boolean isUsed : used) {
            free += isUsed ? 0 : 1;
        }
        return object == null || free > most - count;
    }

    /**
     * Keeps what has come with the present request.
     *
     * @return null where nothing has that could be used
     */
    KeptRight keep() {
        if (object == null) {
            return null;
        }
        KeptRight right = new KeptRight(this, object, pending);
        kept[pending - first] = right;
        use(pending);
        pending = 0;
        object = null;
        return right;
    }

    void discard(KeptRight right) {
        table.delete(right.slot);
        kept[right.slot - first] = null;
        used[right.slot - first] = false;
        right.slot = 0;
    }

    private void use(int slot) {
        used[slot - first] = true;
        while (used[landing - first] || landing == result) {
            landing = landing - first == used.length - 1 ? first : landing + 1;
        }
    }

    /** The method that was called takes it, or the caller of one that returns it. */
    void take(int slot) {
        KeptRight right = kept[slot - first];
        if (slot == result) {
            result = 0;
        } else if (slot != pending && right == null) {
            throw new MessageFormatException("message: the service has been taken");
        } else if (count == most) {
            throw new MessageFormatException("message: no room for another service", Request.FULL);
        } else if (right != null) {
            right.slot = 0;
            kept[slot - first] = null;
        } else {
            pending = 0;
        }
        count++;
        use(slot);
    }

    /** The request has been served, or put off. */
    void settle() {
        if (object instanceof LentBuffer lent) {
            lent.end();
        }
        object = null;
        if (pending != 0) {
            table.delete(pending);
            pending = 0;
        }
    }

    void giveBack(int slot) {
        table.delete(slot);
        used[slot - first] = false;
        count--;
    }
}
