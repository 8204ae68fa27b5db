package ristretto.specification;

import static ristretto.abi.ErrorCode.CANCELLED;
import static ristretto.abi.ErrorCode.INVALID_ARGUMENT;
import static ristretto.abi.ErrorCode.MISSING_RIGHT;
import static ristretto.abi.ErrorCode.NO_CAPABILITY;
import static ristretto.abi.ErrorCode.OUT_OF_RANGE;
import static ristretto.abi.ErrorCode.SLOT_OCCUPIED;
import static ristretto.abi.ErrorCode.WRONG_TYPE;
import static ristretto.abi.ObjectType.CAP_TABLE;
import static ristretto.abi.ObjectType.ENDPOINT;
import static ristretto.abi.ObjectType.NONE;
import static ristretto.abi.Rights.ALL;
import static ristretto.abi.Rights.CONTROL;
import static ristretto.abi.ThreadState.SUSPENDED;
import static ristretto.specification.Refusal.A0;
import static ristretto.specification.Refusal.A1;
import static ristretto.specification.Refusal.A2;
import static ristretto.specification.Refusal.A3;
import static ristretto.specification.Refusal.T0;
import static ristretto.specification.Refusal.refuse;

import java.util.List;
import java.util.stream.Stream;
import ristretto.abi.Operation;
import ristretto.specification.State.AddressSpace;
import ristretto.specification.State.Context;
import ristretto.specification.State.Endpoint;
import ristretto.specification.State.Frame;
import ristretto.specification.State.KernelObject;
import ristretto.specification.State.Line;
import ristretto.specification.State.Notification;
import ristretto.specification.State.PageTable;
import ristretto.specification.State.Reply;
import ristretto.specification.State.Slot;
import ristretto.specification.State.Table;
import ristretto.specification.State.Thread;
import ristretto.specification.State.Untyped;

/** What a capability says, operations on tables, and the end of objects. */
abstract class Capabilities extends Messages {
    /** Who calls. */
    Thread me;

    Slot filled(int argument, Table table, long index) {
        boolean none = !table.holds(index) || table.slot(index).object == null;
        refuse(none, NO_CAPABILITY, argument, table.size(), index);
        return table.slot(index);
    }

    Slot empty(int argument, Table table, long index) {
        refuse(!table.holds(index), OUT_OF_RANGE, argument, table.size(), index);
        int type = table.slot(index).type();
        refuse(type != NONE, SLOT_OCCUPIED, argument, NONE, type);
        return table.slot(index);
    }

    /** A capability in the caller's table. */
    Slot named(int argument, long index, int type, int rights) {
        Slot slot = filled(argument, me.table(), index);
        refuse(slot.type() != type, WRONG_TYPE, argument, type, slot.type());
        refuse((slot.rights & rights) != rights, MISSING_RIGHT, argument, rights, slot.rights);
        return slot;
    }

    Table table(int argument, long index) {
        return (Table) named(argument, index, CAP_TABLE, CONTROL).object;
    }

    void results(long... words) {
        for (int i = 0; i < words.length; i++) {
            me.registers[Thread.WORD + i] = words[i];
        }
    }

    // ---- operations

    void copy(long capability, long operation, long[] a) {
        Slot destination = empty(A0, table(T0, capability), a[0]);
        Slot source = filled(A2, table(A1, a[1]), a[2]);
        refuse(a[3] < 0 || a[3] > ALL, OUT_OF_RANGE, A3, ALL, a[3]);
        boolean mints = operation == Operation.TABLE_MINT;
        boolean hasBadge = source.object instanceof Endpoint || source.object instanceof Notification;
        refuse(mints && !hasBadge, WRONG_TYPE, A2, ENDPOINT, source.type());
        refuse(mints && source.badge != 0, INVALID_ARGUMENT, A2, 0, source.badge);

        destination.hold(source.object, source.rights & (int) a[3], mints ? a[4] : source.badge, source);
    }

    void move(long capability, long[] a) {
        Slot destination = empty(A0, table(T0, capability), a[0]);
        Slot source = filled(A2, table(A1, a[1]), a[2]);

        destination.hold(source.object, source.rights, source.badge, source.parent);
        destination.space = source.space;
        destination.address = source.address;
        replaceParent(source, destination);
        source.clear();
    }

    void delete(long capability, long[] a) {
        Table table = table(T0, capability);
        refuse(!table.holds(a[0]), NO_CAPABILITY, A0, table.size(), a[0]);

        delete(table.slot(a[0]));
    }

    void revoke(long capability, long[] a) {
        Slot slot = filled(A0, table(T0, capability), a[0]);

        // All that derive from it now: one may hold the table in which the slot itself lies.
        derived(slot).forEach(this::delete);
    }

    void inspect(long capability, long[] a) {
        Slot slot = filled(A0, table(T0, capability), a[0]);

        switch (slot.object) {
            case Table table -> results(slot.type(), slot.rights, 0, table.size(), 0, 0);
            case Untyped untyped -> results(slot.type(), slot.rights, 0, untyped.end - untyped.start, 0, 0);
            case Frame frame ->
                results(slot.type(), slot.rights, 0, frame.bytes, frame.address, isMapped(slot) ? slot.address : 0);
            default -> results(slot.type(), slot.rights, slot.badge, 0, 0, 0);
        }
    }

    abstract boolean isMapped(Slot slot);

    // ---- derivation, and the end of capabilities

    void replaceParent(Slot old, Slot replacement) {
        s.slots().filter(slot -> slot.parent == old).forEach(slot -> slot.parent = replacement);
    }

    List<Slot> derived(Slot ancestor) {
        return s.slots().filter(slot -> derives(slot, ancestor)).toList();
    }

    private static boolean derives(Slot slot, Slot ancestor) {
        return slot.parent != null && (slot.parent == ancestor || derives(slot.parent, ancestor));
    }

    /** How many capabilities name it. */
    long count(KernelObject object) {
        return s.slots().filter(slot -> slot.object == object).count();
    }

    /** Children go to the parent. What holds a capability itself feels its loss. An object ends with its last one. */
    void delete(Slot slot) {
        KernelObject object = slot.object;
        if (object == null) {
            return;
        }
        replaceParent(slot, slot.parent);
        unmap(slot);
        slot.clear();
        s.each(Thread.class)
                .filter(thread -> thread.spaceSlot == slot || thread.tableSlot == slot)
                .forEach(thread -> suspend(thread, CANCELLED));
        s.each(Line.class).filter(line -> line.slot == slot).forEach(this::quiet);
        if (count(object) == 0) {
            end(object);
        }
    }

    abstract void unmap(Slot slot);

    abstract void quiet(Line line);

    // ---- the end of objects

    private void end(KernelObject object) {
        if (object instanceof Line line) {
            delete(line.slot);
            quiet(line);
            return;
        }
        if (object instanceof Untyped && made(object).findAny().isPresent()) {
            return;
        }
        switch (object) {
            case Endpoint endpoint -> endEndpoint(endpoint);
            case Notification notification -> endNotification(notification);
            case Reply reply -> endReply(reply);
            case Context context -> {
                context.lentThrough.clear();
                assign(context, null);
            }
            case Thread thread -> endThread(thread);
            case Table table -> table.slots().forEach(this::delete);
            case Frame frame when frame.messagesOf != null -> usePage(frame.messagesOf, null);
            case PageTable table -> takeDown(table);
            case AddressSpace space -> endSpace(space);
            default -> {}
        }
        object.alive = false;
        object.slots().forEach(Slot::clear);
        if (object.home != null && made(object.home).findAny().isEmpty()) {
            refund(object.home);
            if (count(object.home) == 0) {
                end(object.home);
            }
        }
    }

    void refund(Untyped untyped) {
        untyped.low = untyped.start;
        untyped.high = untyped.end;
    }

    /** What of an Untyped lives. */
    private Stream<KernelObject> made(KernelObject untyped) {
        return s.each(KernelObject.class).filter(object -> object.home == untyped);
    }

    private void endThread(Thread thread) {
        suspend(thread, CANCELLED);
        if (s.running == thread) {
            s.running = null;
        }
        if (thread.bound != null) {
            bind(thread.bound, null);
        }
        if (thread.context != null) {
            assign(thread.context, null);
        }
        usePage(thread, null);
        thread.slots().forEach(this::delete);
        thread.state = SUSPENDED;
    }

    abstract void takeDown(PageTable table);

    /** What was mapped there is mapped nowhere. */
    private void endSpace(AddressSpace space) {
        s.slots().filter(slot -> slot.space == space).forEach(slot -> {
            slot.space = null;
            slot.address = 0;
        });
        s.each(PageTable.class).filter(table -> table.space == space).forEach(table -> table.space = null);
    }
}
