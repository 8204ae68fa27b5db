package ristretto.kernel;

import java.util.ArrayList;
import java.util.List;
import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.magic.Memory;
import ristretto.magic.riscv64.Machine;
import ristretto.specification.State;
import ristretto.specification.State.Capability;
import ristretto.specification.State.ModelContext;
import ristretto.specification.State.ModelEndpoint;
import ristretto.specification.State.ModelNotification;
import ristretto.specification.State.ModelReply;
import ristretto.specification.State.ModelThread;

/** Reads out of the kernel's objects which state of the specification they are in. */
final class Abstraction {
    private final SmallWorld world;
    private final State state;

    static State of(SmallWorld world) {
        return new Abstraction(world).read();
    }

    private Abstraction(SmallWorld world) {
        this.world = world;
        state = new State(
                Universe.THREADS,
                Universe.ENDPOINTS,
                world.notifications.length,
                Universe.REPLIES,
                Universe.CONTEXTS,
                Universe.SLOTS);
    }

    private State read() {
        Core core = world.kernel.core;
        state.now = Machine.readTime();
        state.running = world.numberOf(core.current);
        for (int priority = 255; priority >= 0; priority--) {
            state.ready.addAll(queue(core.scheduler.first[priority]));
        }
        for (int i = 0; i < world.threads.length; i++) {
            state.threads[i] = thread(world.threads[i]);
        }
        for (int i = 0; i < world.endpoints.length; i++) {
            Endpoint e = world.endpoints[i];
            state.endpoints[i] = SmallWorld.lives(e)
                    ? new ModelEndpoint(true, queue(e.first), queue(e.receivers))
                    : new ModelEndpoint(false, List.of(), List.of());
        }
        for (int i = 0; i < world.notifications.length; i++) {
            Notification n = world.notifications[i];
            state.notifications[i] = SmallWorld.lives(n)
                    ? new ModelNotification(true, n.bits, world.numberOf(n.bound), queue(n.first))
                    : new ModelNotification(false, 0, State.NONE, List.of());
        }
        for (int i = 0; i < world.replies.length; i++) {
            Reply r = world.replies[i];
            state.replies[i] = SmallWorld.lives(r)
                    ? new ModelReply(true, world.numberOf(r.caller), world.numberOf(r.receiver))
                    : new ModelReply(false, State.NONE, State.NONE);
        }
        for (int i = 0; i < world.contexts.length; i++) {
            state.contexts[i] = context(world.contexts[i]);
        }
        for (int i = 0; i < Universe.SLOTS; i++) {
            state.slots[i] = capability(world.slots[i]);
        }
        for (int i = 0; i < world.threads.length; i++) {
            Thread thread = world.threads[i];
            state.slots[Universe.SLOTS + i] = SmallWorld.lives(thread) ? capability(thread.faultSlot) : null;
        }
        return state;
    }

    private List<Integer> queue(Thread first) {
        List<Integer> queue = new ArrayList<>();
        for (Thread thread = first; thread != null; thread = thread.next) {
            queue.add(world.numberOf(thread));
        }
        return queue;
    }

    private ModelThread thread(Thread thread) {
        ModelThread model = new ModelThread();
        if (!SmallWorld.lives(thread)) {
            model.alive = false;
            return model;
        }
        model.state = thread.state;
        model.priority = thread.priority;
        model.context = world.numberOf(thread.context);
        model.bound = world.numberOf(thread.bound);
        boolean queued = thread.state == ThreadState.SENDING
                || thread.state == ThreadState.RECEIVING
                || thread.state == ThreadState.WAITING;
        model.place = queued ? world.numberOf(thread.waitingAt) : State.NONE;
        boolean kept = thread.state == ThreadState.AWAITING_REPLY || thread.state == ThreadState.RECEIVING;
        model.reply = kept ? world.numberOf(thread.reply) : State.NONE;
        model.badge = thread.badge;
        model.deadline = thread.hasDeadline() ? thread.dueAt : 0;
        model.receiveSlot = thread.receiveSlot;
        model.fault = thread.faultKind;
        model.faultAddress = thread.faultAddress;
        model.faultCause = thread.faultCause;
        model.foreign = thread.foreign;
        model.faultsOnBudget = thread.faultsOnBudget;
        RegisterFrame registers = thread.registers;
        model.pc = registers.pc;
        model.stack = registers.stackPointer();
        model.pageWord = thread.messagePage == 0 ? 0 : Memory.loadLong(thread.messagePage + 64);
        model.registers[State.STATUS] = registers.x5;
        model.registers[State.TAG] = registers.x6;
        model.registers[State.BADGE] = registers.x7;
        for (int i = 0; i < 8; i++) {
            model.registers[State.WORD + i] = registers.word(i);
        }
        return model;
    }

    /** The time since the last entry into the kernel is not charged yet. */
    private ModelContext context(SchedulingContext context) {
        if (!SmallWorld.lives(context)) {
            return new ModelContext(false, 0, 0, 0, 0, 0, State.NONE, List.of());
        }
        Core core = world.kernel.core;
        boolean runs = core.current != null && core.current.context == context;
        long uncharged = runs ? Machine.readTime() - core.now : 0;
        List<Integer> lentThrough = new ArrayList<>();
        for (Reply reply = context.lentThrough; reply != null; reply = reply.below) {
            lentThrough.addFirst(world.numberOf(reply));
        }
        return new ModelContext(
                true,
                context.budget,
                context.period,
                context.remaining - uncharged,
                context.refillAt,
                context.consumed() + uncharged,
                world.numberOf(context.thread),
                lentThrough);
    }

    private Capability capability(Slot slot) {
        if (slot.object == null) {
            return null;
        }
        return new Capability(
                slot.object.type, world.numberOf(slot.object), slot.rights(), slot.badge, numberOf(slot.parent));
    }

    private int numberOf(Slot slot) {
        if (slot == null) {
            return State.NONE;
        }
        for (int i = 0; i < Universe.SLOTS; i++) {
            if (world.slots[i] == slot) {
                return i;
            }
        }
        throw new IllegalStateException("a slot that nothing should derive from");
    }
}
