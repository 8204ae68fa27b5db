package ristretto.kernel;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import ristretto.abi.Rights;
import ristretto.abi.ThreadState;
import ristretto.kernel.riscv64.RegisterFrame;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.riscv64.Machine;
import ristretto.specification.State;

/** Reads out of the kernel's objects which state of the specification they are in. */
final class Abstraction {
    private final SmallWorld world;
    private final State state = new State();
    private final Map<Slot, State.Slot> slots = new IdentityHashMap<>();

    static State of(SmallWorld world) {
        return new Abstraction(world).read();
    }

    private Abstraction(SmallWorld world) {
        this.world = world;
    }

    private State read() {
        Core core = world.kernel.core;
        for (int i = 0; i < world.count; i++) {
            KernelObject object = world.objects[i];
            State.KernelObject model = object instanceof InterruptLine line
                    ? new State.Line(line.number)
                    : State.make(object.type, object instanceof CapTable table ? table.size : 0);
            state.put(i, model);
            model.alive = world.lives(object);
            if (model.alive) {
                List<State.Slot> own = model.slots();
                for (int j = 0; j < own.size(); j++) {
                    slots.put(slotOf(object, j), own.get(j));
                    if (object == world.table) {
                        own.get(j).rank = world.universe.rank(j);
                    }
                }
            }
        }
        slots.forEach(this::slot);
        state.limits = world.limits;
        state.root = world.numberOf(world.table);
        state.now = Machine.readTime();
        state.running = thread(core.current);
        for (int priority = 255; priority >= 0; priority--) {
            queue(core.scheduler.first[priority], state.ready);
        }
        for (int i = 0; i < world.count; i++) {
            if (state.objects.get(i).alive) {
                object(world.objects[i], state.objects.get(i));
            }
        }
        return state;
    }

    private static Slot slotOf(KernelObject object, int index) {
        return switch (object) {
            case CapTable table -> table.slot(index);
            case InterruptLine line -> line.slot;
            case Thread thread -> index == 0 ? thread.spaceSlot : index == 1 ? thread.tableSlot : thread.faultSlot;
            default -> throw new IllegalStateException("an object without slots");
        };
    }

    private State.KernelObject object(KernelObject object) {
        return object == null ? null : state.objects.get(world.numberOf(object));
    }

    private State.Thread thread(Thread thread) {
        return (State.Thread) object(thread);
    }

    private void queue(Thread first, List<State.Thread> queue) {
        for (Thread thread = first; thread != null; thread = thread.next) {
            queue.add(thread(thread));
        }
    }

    private void slot(Slot slot, State.Slot model) {
        if (slot.object == null) {
            return;
        }
        model.object = object(slot.object);
        model.rights = slot.rights();
        model.badge = slot.object instanceof Frame ? 0 : slot.badge;
        model.parent = slots.get(slot.parent);
        if (slot.parent != null && model.parent == null) {
            throw new IllegalStateException("a slot that nothing should derive from");
        }
        if (slot.object instanceof Frame) {
            model.space = (State.AddressSpace) object(Mapping.space(world.kernel.spaces, slot.badge));
            model.address = model.space == null ? 0 : Mapping.virtualAddress(slot.badge);
        }
    }

    private void object(KernelObject object, State.KernelObject model) {
        model.home = (State.Untyped) object(object.home);
        switch (object) {
            case Thread thread -> thread(thread, (State.Thread) model);
            case SchedulingContext context -> context(context, (State.Context) model);
            case Endpoint endpoint -> {
                queue(endpoint.first, ((State.Endpoint) model).senders);
                queue(endpoint.receivers, ((State.Endpoint) model).receivers);
            }
            case Notification notification -> {
                State.Notification m = (State.Notification) model;
                m.bits = notification.bits;
                m.bound = thread(notification.bound);
                queue(notification.first, m.waiters);
            }
            case Reply reply -> {
                State.Reply m = (State.Reply) model;
                m.caller = thread(reply.caller);
                m.receiver = thread(reply.receiver);
            }
            case InterruptLine line -> line(line, (State.Line) model);
            case Untyped untyped -> {
                State.Untyped m = (State.Untyped) model;
                m.start = Sv39.physical(untyped.start);
                m.end = Sv39.physical(untyped.end);
                m.low = Sv39.physical(untyped.low);
                m.high = Sv39.physical(untyped.high);
                m.depth = untyped.depth;
            }
            case Frame frame -> {
                State.Frame m = (State.Frame) model;
                m.address = Sv39.physical(frame.address);
                m.bytes = frame.bytes;
                m.messagesOf = thread(frame.messagesOf);
                m.hasBeenWritable = frame.forbids(Rights.EXECUTE);
                m.hasBeenExecutable = frame.forbids(Rights.WRITE);
                m.word = frame.bytes == Sv39.PAGE ? word(frame) : 0;
            }
            case AddressSpace space -> new SpaceReader(world, state).read(space, (State.AddressSpace) model);
            case PageTable table
            when table.entryAbove(world.kernel.spaces) != 0 -> {
                State.PageTable m = (State.PageTable) model;
                m.space = (State.AddressSpace) object(Mapping.space(world.kernel.spaces, table.mapping));
                m.address = Mapping.virtualAddress(table.mapping);
                m.level = table.level;
            }
            default -> {}
        }
    }

    private static long word(Frame frame) {
        return ristretto.magic.Memory.loadLong(frame.address + 64);
    }

    private void thread(Thread thread, State.Thread model) {
        int state = thread.state;
        model.state = state;
        model.priority = thread.priority;
        model.context = (State.Context) object(thread.context);
        model.bound = (State.Notification) object(thread.bound);
        model.page = (State.Frame) object(thread.messageFrame);
        boolean queued = state == ThreadState.SENDING || state == ThreadState.RECEIVING || state == ThreadState.WAITING;
        model.waitsAt = queued ? object(thread.waitingAt) : null;
        boolean kept = state == ThreadState.AWAITING_REPLY || state == ThreadState.RECEIVING;
        model.reply = kept ? (State.Reply) object(thread.reply) : null;
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
        model.registers[State.Thread.STATUS] = registers.x5;
        model.registers[State.Thread.TAG] = registers.x6;
        model.registers[State.Thread.BADGE] = registers.x7;
        for (int i = 0; i < 8; i++) {
            model.registers[State.Thread.WORD + i] = registers.word(i);
        }
    }

    /** The time since the last entry into the kernel is not charged yet. */
    private void context(SchedulingContext context, State.Context model) {
        Core core = world.kernel.core;
        boolean runs = core.current != null && core.current.context == context;
        long uncharged = runs ? Machine.readTime() - core.now : 0;
        model.budget = context.budget;
        model.period = context.period;
        model.remaining = context.remaining - uncharged;
        model.refillAt = context.refillAt;
        model.used = context.consumed() + uncharged;
        model.thread = thread(context.thread);
        for (Reply reply = context.lentThrough; reply != null; reply = reply.below) {
            model.lentThrough.addFirst((State.Reply) object(reply));
        }
    }

    /** A line that is silent waits for somebody to acknowledge it. */
    private void line(InterruptLine line, State.Line model) {
        model.enabled = world.controller.isEnabled(line.number);
        model.claimed = line.claimed;
        model.raised = world.controller.isPending(line.number);
        if (world.controller.isClaimed(line.number) != line.claimed) {
            throw new AssertionError("line " + line.number + " is claimed, and nobody can complete it");
        }
    }
}
