package ristretto.supervisor;

import java.util.Arrays;
import ristretto.abi.ObjectType;
import ristretto.abi.SupervisorProtocol;
import ristretto.sdk.CapabilityError;
import ristretto.sdk.Message;
import ristretto.sdk.Request;
import ristretto.sdk.Server;
import ristretto.sdk.kernel.Frame;
import ristretto.sdk.kernel.Untyped;
import ristretto.sdk.system.Features;
import ristretto.sdk.system.SystemTable;

/**
 * The memory that the supervisor lends to heaps, part by part: of each part it keeps who has it, and as which of its parts.
 *
 * <p>Where nothing is left the others are asked for what they do not need; the one who wants more waits for that, but not for long, and is refused
 * then. Only one can wait.
 */
final class Loans {
    /** A part's memory, and the descriptor of the frame that is made of it. */
    private static final long PART_BYTES = SupervisorProtocol.LENT_BYTES + 4096;

    private static final int NOBODY = -1;
    private static final int REFUSED = 1;
    private static final long PATIENCE_NS = 100_000_000;
    private static final long WHILE_NS = 100_000_000;
    /** So often all others are asked at most: whoever wants too much cannot keep them busy with collecting. */
    private static final long ASK_AGAIN_NS = 50_000_000;

    private final Resources resources;
    private final Child[] children;
    private final Server server;
    /** For each part two slots: its memory, and the frame. */
    private final int firstSlot;

    private final int[] holders;
    private final int[] numbers;
    /** Of each process: how often it has asked in the present while. */
    private final int[] turns;

    private long whileEndsNs;
    private Child waiting;
    private int wanted;
    private int ticket;
    private long giveUpNs;
    private long askAgainNs;

    Loans(Resources resources, SystemTable table, Child[] children, Server server) {
        this.resources = resources;
        this.children = children;
        this.server = server;
        long lent = table.processes().get(SystemTable.SUPERVISOR).memory().loanBytes();
        holders = new int[(int) (lent / SupervisorProtocol.LENT_BYTES)];
        numbers = new int[holders.length];
        Arrays.fill(holders, NOBODY);
        turns = new int[children.length];
        firstSlot = resources.slots.take(2 * holders.length);
        for (int part = 0; part < holders.length; part++) {
            resources.make(ObjectType.UNTYPED, PART_BYTES, memory(part));
            if (Features.supervisorRestarts() && resources.restarts > 0) {
                adopt(part);
            }
        }
    }

    /** What an earlier supervisor has lent stays lent, if it came to write that down. */
    private void adopt(int part) {
        long word = resources.journal.part(part);
        int holder = (int) (word >>> 32) - 1;
        boolean isLent = resources.own.inspect(memory(part) + 1) != null;
        if (isLent && holder > SystemTable.SUPERVISOR && holder < children.length) {
            holders[part] = holder;
            numbers[part] = (int) word;
        } else {
            free(part);
        }
    }

    private void set(int part, int holder, int number) {
        holders[part] = holder;
        numbers[part] = number;
        if (Features.supervisorRestarts() && resources.journal != null) {
            resources.journal.writePart(part, holder + 1L << 32 | number);
        }
    }

    void borrow(Request request, Child child, long nowNs) {
        int number = number(request, child);
        boolean mayWait = request.message().getInt(0, 1) == 1;
        if (number < 0 || !takesTurn(child, nowNs)) {
            request.answer(REFUSED);
            return;
        }
        // Who asks again had no answer of the supervisor before this one.
        if (find(child, number) >= 0 || lend(child, number)) {
            request.answer();
            return;
        }
        boolean canWait = mayWait && waiting == null && othersHaveSome(child);
        int place = canWait ? request.defer() : -1;
        if (place < 0) {
            request.answer(REFUSED);
            return;
        }
        waiting = child;
        wanted = number;
        ticket = place;
        giveUpNs = nowNs + PATIENCE_NS;
        wake(nowNs);
    }

    void giveBack(Request request, Child child) {
        int number = number(request, child);
        int part = number < 0 ? -1 : find(child, number);
        if (part < 0) {
            request.answer(REFUSED);
            return;
        }
        free(part);
        serveWaiting();
        request.answer();
    }

    /** A life is over, and all that it had is free. */
    void ended(Child child) {
        for (int part = 0; part < holders.length; part++) {
            if (holders[part] == child.number()) {
                free(part);
            }
        }
        if (waiting == child) {
            answerWaiting(REFUSED);
        }
        serveWaiting();
    }

    /** Asks all processes for what they have borrowed and do not need. */
    void askAll() {
        ask(null);
    }

    /** When something is to be done for whoever waits. */
    long nextNs() {
        return waiting == null ? Long.MAX_VALUE : Math.min(giveUpNs, askAgainNs);
    }

    void wake(long nowNs) {
        if (waiting == null) {
            return;
        }
        if (nowNs >= giveUpNs) {
            answerWaiting(REFUSED);
        } else if (nowNs >= askAgainNs) {
            askAgainNs = nowNs + ASK_AGAIN_NS;
            ask(waiting);
        }
    }

    /** What this process has borrowed. */
    long bytesOf(int process) {
        return partsOf(process) * PART_BYTES;
    }

    /** What nobody has borrowed. */
    long freeBytes() {
        return bytesOf(NOBODY);
    }

    long totalBytes() {
        return holders.length * PART_BYTES;
    }

    private int partsOf(int process) {
        int parts = 0;
        for (int holder : holders) {
            parts += holder == process ? 1 : 0;
        }
        return parts;
    }

    /** The part of its heap that the process names; -1: it may have none of this number. */
    private static int number(Request request, Child child) {
        long most = child.description().memory().loanBytes() / SupervisorProtocol.LENT_BYTES;
        long number = request.message().getLong();
        return number >= 0 && number < most ? (int) number : -1;
    }

    /** Which part of the memory that one has as this one of its own; -1: none. */
    private int find(Child child, int number) {
        for (int part = 0; part < holders.length; part++) {
            if (holders[part] == child.number() && numbers[part] == number) {
                return part;
            }
        }
        return -1;
    }

    /** False, and nothing is done, where there is no memory for it, or it has it already. */
    private boolean lend(Child child, int number) {
        int part = 0;
        while (part < holders.length && holders[part] != NOBODY) {
            part++;
        }
        if (part == holders.length || find(child, number) >= 0) {
            return false;
        }
        int frame = memory(part) + 1;
        try {
            new Untyped(memory(part)).retype(ObjectType.FRAME, SupervisorProtocol.LENT_BYTES, resources.own, frame, 1);
            child.life().lend(new Frame(frame), number);
        } catch (CapabilityError e) {
            free(part);
            return false;
        }
        set(part, child.number(), number);
        return true;
    }

    private void free(int part) {
        resources.own.revoke(memory(part));
        set(part, NOBODY, 0);
    }

    /**
     * Who borrows and gives back without end uses the supervisor's time: in a while nobody may ask for
     * much more than twice of all that he may have.
     */
    private boolean takesTurn(Child child, long nowNs) {
        if (nowNs >= whileEndsNs) {
            Arrays.fill(turns, 0);
            whileEndsNs = nowNs + WHILE_NS;
        }
        long most = child.description().memory().loanBytes() / SupervisorProtocol.LENT_BYTES;
        return turns[child.number()]++ < 2 * most + 8;
    }

    private boolean othersHaveSome(Child child) {
        for (int holder : holders) {
            if (holder != NOBODY && holder != child.number()) {
                return true;
            }
        }
        return false;
    }

    private void ask(Child butNot) {
        for (Child child : children) {
            if (child != null && child != butNot && child.life() != null && partsOf(child.number()) > 0) {
                child.life().askForMemory();
            }
        }
    }

    private void serveWaiting() {
        if (waiting != null && lend(waiting, wanted)) {
            answerWaiting(0);
        }
    }

    private void answerWaiting(int label) {
        server.answer(ticket, new Message().start(label));
        waiting = null;
    }

    private int memory(int part) {
        return firstSlot + 2 * part;
    }
}
