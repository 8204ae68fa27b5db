package ristretto.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ristretto.abi.Rights;
import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.Memory;

/** Everything that must hold between two entries into the kernel. */
final class Invariants {
    private final Kernel kernel;
    private final CapTable root;
    private final Map<KernelObject, Integer> named = new IdentityHashMap<>();
    private final Set<Slot> slots = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Thread> queued = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Physical pages, and whether they are mapped writable (4) or executable (8) somewhere. */
    private final Map<Long, Long> shown = new HashMap<>();

    /** Of all that the capabilities in a table lead to. */
    Invariants(Kernel kernel, CapTable root) {
        this.kernel = kernel;
        this.root = root;
    }

    void check() {
        checkObjects();
        if (kernel.reaper.isIdle()) {
            memory();
            pages();
        }
    }

    /** All but what concerns memory and spaces. */
    void checkObjects() {
        collect();
        counts();
        tree();
        ready();
        named.keySet().forEach(this::object);
    }

    private static void must(boolean holds, String text, Object... details) {
        if (!holds) {
            throw new AssertionError(text.formatted(details));
        }
    }

    private void collect() {
        Deque<KernelObject> open = new ArrayDeque<>();
        visit(root, open);
        for (InterruptLine line : kernel.lines) {
            add(line.slot, open);
        }
        while (!open.isEmpty()) {
            KernelObject object = open.pop();
            if (object instanceof CapTable table) {
                for (int i = 0; i < table.size; i++) {
                    add(table.slot(i), open);
                }
            } else if (object instanceof Thread thread) {
                add(thread.spaceSlot, open);
                add(thread.tableSlot, open);
                add(thread.faultSlot, open);
            }
        }
    }

    private void add(Slot slot, Deque<KernelObject> open) {
        if (slot.object != null) {
            if (slots.add(slot)) {
                visit(slot.object, open);
                named.merge(slot.object, 1, Integer::sum);
                // A table that only holds itself is found from the capabilities that it derives from.
                for (Slot child = slot.firstChild; child != null; child = child.nextSibling) {
                    add(child, open);
                }
            }
        } else {
            must(
                    slot.parent == null
                            && slot.firstChild == null
                            && slot.nextSibling == null
                            && slot.previousSibling == null
                            && slot.rights() == 0
                            && slot.key == 0,
                    "an empty slot has links");
        }
        must(
                slot.object == null || slot.key == Slot.key(slot.object.type, slot.rights()),
                "a slot's key is not that of its object and rights");
    }

    private void visit(KernelObject object, Deque<KernelObject> open) {
        if (named.putIfAbsent(object, 0) == null) {
            open.push(object);
        }
    }

    private void counts() {
        named.forEach((object, count) -> must(
                count == object.capabilities,
                "%s has %d capabilities, not %d",
                name(object),
                count,
                object.capabilities));
    }

    private void tree() {
        for (Slot slot : slots) {
            Slot before = null;
            for (Slot child = slot.firstChild; child != null; child = child.nextSibling) {
                must(child.parent == slot, "a child does not know its parent");
                must(child.previousSibling == before, "siblings disagree");
                must(slots.contains(child) || !kernel.reaper.isIdle(), "a child is in no table");
                before = child;
            }
            if (slot.parent == null) {
                must(slot.nextSibling == null && slot.previousSibling == null, "a root has siblings");
            } else {
                must(slots.contains(slot.parent) || !kernel.reaper.isIdle(), "a parent is in no table");
            }
        }
    }

    private void ready() {
        int top = Scheduler.NOBODY;
        for (int priority = 0; priority < 256; priority++) {
            Thread before = null;
            for (Thread thread = kernel.core.scheduler.first[priority]; thread != null; thread = thread.next) {
                must(thread.state == ThreadState.READY, "thread in the scheduler in state %d", thread.state);
                must(thread.priority == priority && thread.previous == before, "scheduler's queue is broken");
                must(thread.context != null && thread.isConfigured(), "a ready thread lacks something");
                queued.add(thread);
                before = thread;
                top = priority;
            }
        }
        must(top == kernel.core.scheduler.top, "highest ready priority is %d, not %d", top, kernel.core.scheduler.top);
        Thread current = kernel.core.current;
        must(
                current == null || current.state == ThreadState.RUNNING,
                "the running thread is in state %d",
                current == null ? 0 : current.state);
        must(current == null || current.isConfigured(), "the running thread lacks something");
    }

    private void object(KernelObject object) {
        switch (object) {
            case Thread thread -> thread(thread);
            case Endpoint endpoint -> {
                queue(endpoint, ThreadState.SENDING);
                stack(endpoint);
                must(endpoint.first == null || endpoint.receivers == null, "a caller waits although a server does");
            }
            case Notification notification -> {
                queue(notification, ThreadState.WAITING);
                must(notification.bound == null || notification.bound.bound == notification, "binding is one-sided");
                must(notification.first == null || notification.bits == 0, "a thread waits although there are bits");
            }
            case Reply reply -> {
                must(reply.caller == null || reply.receiver == null, "a Reply with caller and receiver");
                must(
                        reply.caller == null
                                || reply.caller.reply == reply && reply.caller.state == ThreadState.AWAITING_REPLY,
                        "caller does not wait in its Reply");
                must(reply.lent == null || reply.caller != null, "a Reply without caller that lends");
                must(reply.lent != null || reply.below == null, "a Reply that lends nothing, in a stack");
                must(reply.lent == null || isInStack(reply), "a Reply that lends is in no stack");
                must(
                        reply.receiver == null
                                || reply.receiver.reply == reply && reply.receiver.state == ThreadState.RECEIVING,
                        "receiver does not offer its Reply");
            }
            case SchedulingContext context -> {
                must(context.thread == null || context.thread.context == context, "context's thread runs on another");
                int depth = 0;
                for (Reply reply = context.lentThrough; reply != null; reply = reply.below) {
                    must(reply.lent == context, "a Reply in the stack of a context did not lend it");
                    must(reply.caller != null && reply.caller.context == null, "a lender has a context");
                    depth++;
                }
                must(depth <= Lending.DEEPEST, "a context is lent %d times", depth);
            }
            case Frame frame ->
                must(
                        frame.messagesOf == null
                                || frame.messagesOf.messageFrame == frame
                                        && frame.messagesOf.messagePage == frame.address,
                        "message page is one-sided");
            default -> {}
        }
    }

    private void thread(Thread thread) {
        must((thread.state == ThreadState.READY) == queued.contains(thread), "READY and in the scheduler disagree");
        must((thread.state == ThreadState.RUNNING) == (kernel.core.current == thread), "RUNNING and current disagree");
        must(
                thread.space == thread.spaceSlot.object && thread.table == thread.tableSlot.object,
                "a thread's shortcuts are stale");
        must(thread.context == null || thread.context.thread == thread, "thread's context belongs to another");
        must(thread.bound == null || thread.bound.bound == thread, "thread's notification belongs to another");
        must(thread.messageFrame != null || thread.messagePage == 0, "message page without frame");
        must(
                thread.control == (thread.space == null ? 0 : thread.space.control)
                        && (thread.table == null && thread.callTable == null
                                || thread.callTable == (thread.foreign ? kernel.noTable : thread.table)),
                "what the fast path reads is stale");
        must(thread.isWaiting() || thread.wheelList == 0, "a thread that does not wait has a deadline");
        must(
                thread.faultKind == 0
                        || thread.state == ThreadState.SENDING
                        || thread.state == ThreadState.AWAITING_REPLY,
                "a fault in state %d",
                thread.state);
        must(
                thread.state != ThreadState.RECEIVING || thread.reply.receiver == thread,
                "a receiver offers another's Reply");
        must(
                thread.state != ThreadState.AWAITING_REPLY || thread.reply.caller == thread,
                "a caller waits in another's Reply");
        if (thread.state == ThreadState.OUT_OF_BUDGET && thread.context != null && thread.context.budget != 0) {
            must(thread.context.wheelList != 0, "a thread waits for a budget that never comes");
        }
    }

    private void queue(WaitPlace place, int state) {
        Thread before = null;
        for (Thread thread = place.first; thread != null; thread = thread.next) {
            must(
                    thread.state == state && thread.waitingAt == place && thread.previous == before,
                    "a waiting queue is broken");
            before = thread;
        }
        must(place.last == before, "last of a queue is wrong");
    }

    private static boolean isInStack(Reply reply) {
        for (Reply other = reply.lent.lentThrough; other != null; other = other.below) {
            if (other == reply) {
                return true;
            }
        }
        return false;
    }

    private void stack(Endpoint endpoint) {
        Thread above = null;
        for (Thread thread = endpoint.receivers; thread != null; thread = thread.next) {
            must(
                    thread.state == ThreadState.RECEIVING && thread.waitingAt == endpoint && thread.previous == above,
                    "the stack of idle servers is broken");
            above = thread;
        }
    }

    /** Living objects do not overlap, and every Untyped knows how many live in it. */
    private void memory() {
        TreeMap<Long, Long> areas = new TreeMap<>();
        Map<Untyped, Long> living = new IdentityHashMap<>();
        for (KernelObject object : named.keySet()) {
            if (object.home == null) {
                continue;
            }
            living.merge(object.home, 1L, Long::sum);
            long descriptor = Memory.addressOf(object);
            must(
                    descriptor >= object.home.high && descriptor < object.home.end,
                    "%s lies outside its Untyped",
                    name(object));
            switch (object) {
                case CapTable table -> areas.put(descriptor, CapTable.bytes(table.size));
                case Thread thread -> areas.put(descriptor, Thread.bytes());
                default -> areas.put(descriptor, Memory.sizeOf(object.getClass()));
            }
            switch (object) {
                case Frame frame when !frame.permanent -> areas.put(frame.address, frame.bytes);
                case PageTable table -> areas.put(table.page, Sv39.PAGE);
                case AddressSpace space -> areas.put(space.root, Sv39.PAGE);
                default -> {}
            }
        }
        long end = Long.MIN_VALUE;
        for (Map.Entry<Long, Long> area : areas.entrySet()) {
            must(area.getKey() >= end, "two living objects overlap at 0x%x", area.getKey());
            end = area.getKey() + area.getValue();
        }
        for (KernelObject object : named.keySet()) {
            if (object instanceof Untyped untyped) {
                must(untyped.living >= living.getOrDefault(untyped, 0L), "an Untyped has more objects than it knows");
                must(
                        untyped.start <= untyped.low && untyped.low <= untyped.high && untyped.high <= untyped.end,
                        "an Untyped's bounds are wrong");
                must(untyped.low <= untyped.zeroed, "an Untyped's zeroed part is wrong");
            }
        }
    }

    /** Every page that a process can reach belongs to a living frame whose capability says that it is mapped there. */
    private void pages() {
        Map<Long, List<Slot>> mapped = new HashMap<>();
        for (Slot slot : slots) {
            if (slot.object instanceof Frame frame && Mapping.space(kernel.spaces, slot.badge) != null) {
                long first = Mapping.virtualAddress(slot.badge);
                for (long at = 0; at < frame.bytes; at += Sv39.PAGE) {
                    mapped.computeIfAbsent(key(slot.badge, first + at), k -> new ArrayList<>())
                            .add(slot);
                }
            }
        }
        for (KernelObject object : named.keySet()) {
            if (object instanceof AddressSpace space) {
                must(kernel.spaces.get(space.number) == space, "a space is not under its number");
                table(space, space.root, 2, 0, mapped);
            }
        }
    }

    private static long key(long mapping, long address) {
        return (mapping >>> 26 & 0xfff) << 52 | address;
    }

    private void table(AddressSpace space, long table, int level, long base, Map<Long, List<Slot>> mapped) {
        int entries = level == 2 ? 256 : 512;
        for (int i = 0; i < entries; i++) {
            long entry = Memory.loadLong(table + 8L * i);
            long address = base + ((long) i << 12 + 9 * level);
            if (Sv39.isTable(entry)) {
                must(level > 0, "a table below the last level");
                table(space, Sv39.kernelVirtual(Sv39.target(entry)), level - 1, address, mapped);
            } else if (Sv39.isLeaf(entry)) {
                leaf(space, entry, address, mapped);
            } else {
                must(entry == 0, "an entry that is neither table nor page");
            }
        }
    }

    private void leaf(AddressSpace space, long entry, long address, Map<Long, List<Slot>> mapped) {
        must((entry & 12) != 12, "a page is writable and executable");
        must((entry & 16) != 0, "a page is the kernel's");
        long physical = Sv39.target(entry);
        if ((entry & 12) != 0) {
            long kind = shown.computeIfAbsent(physical, p -> entry & 12);
            must(kind == (entry & 12), "memory at 0x%x is writable here and executable there", physical);
        }
        boolean known = mapped.getOrDefault((long) space.number << 52 | address, List.of()).stream()
                .anyMatch(slot -> {
                    Frame frame = (Frame) slot.object;
                    boolean allowed = ((entry & 4) == 0 || (slot.rights() & Rights.WRITE) != 0)
                            && ((entry & 8) == 0 || (slot.rights() & Rights.EXECUTE) != 0);
                    return allowed
                            && physical == Sv39.physical(frame.address) + address - Mapping.virtualAddress(slot.badge);
                });
        must(known, "0x%x shows a page that no capability maps there", address);
    }

    private static String name(KernelObject object) {
        return object.getClass().getSimpleName();
    }
}
