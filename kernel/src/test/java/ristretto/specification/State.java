package ristretto.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import ristretto.abi.ObjectType;
import ristretto.abi.Tag;
import ristretto.abi.ThreadState;

/** Everything about the kernel that a process could ever find out. A step changes a copy of the whole. */
public final class State extends Thing {
    public long now;
    public Thread running;

    /** The most urgent first; among equals, who comes first. */
    public List<Thread> ready = new ArrayList<>();

    public List<KernelObject> objects = new ArrayList<>();

    /** Number of the table that all threads have in the beginning. */
    public int root;

    /** The kernel's own choice, of which this does not ask more than that it stays: how much, and how many. */
    public Limits limits;

    /** @param descriptorBytes what an object takes beside its pages, by type; of a table: without its slots */
    public record Limits(int spaces, long[] descriptorBytes, long slotBytes) {}

    public State copy() {
        return (State) copyAll();
    }

    /** The first of the tables. */
    public Table root() {
        return (Table) objects.get(root);
    }

    /** The living objects of a class. */
    public <T> Stream<T> each(Class<T> type) {
        return objects.stream()
                .filter(object -> object.alive)
                .filter(type::isInstance)
                .map(type::cast);
    }

    public Stream<Slot> slots() {
        return each(KernelObject.class).flatMap(object -> object.slots().stream());
    }

    /** A new one has the first number that nobody living has. */
    public void add(KernelObject object) {
        int at = 0;
        while (at < objects.size() && objects.get(at).alive) {
            at++;
        }
        put(at, object);
    }

    public void put(int at, KernelObject object) {
        if (at == objects.size()) {
            objects.add(object);
        } else {
            objects.set(at, object);
        }
        object.number = at;
        for (Slot slot : object.slots()) {
            slot.number = 1000 + 100 * at + object.slots().indexOf(slot);
            slot.rank = object instanceof Table ? Slot.IN_TABLE : object.slots().indexOf(slot);
        }
    }

    public static KernelObject make(int type, int size) {
        return switch (type) {
            case ObjectType.UNTYPED -> new Untyped();
            case ObjectType.CAP_TABLE -> new Table(size);
            case ObjectType.ADDRESS_SPACE -> new AddressSpace();
            case ObjectType.PAGE_TABLE -> new PageTable();
            case ObjectType.FRAME -> new Frame();
            case ObjectType.THREAD -> new Thread();
            case ObjectType.SCHEDULING_CONTEXT -> new Context();
            case ObjectType.ENDPOINT -> new Endpoint();
            case ObjectType.NOTIFICATION -> new Notification();
            case ObjectType.REPLY -> new Reply();
            default -> new Control(type);
        };
    }

    @Override
    void add(List<Thing> all) {
        all.add(this);
        for (KernelObject object : objects) {
            object.add(all);
        }
    }

    @Override
    public void show(Visitor v) {
        v.trace("time", now);
        running = v.link("running thread", running);
        ready = v.queue("ready threads", ready);
        objects = v.set("objects", objects);
    }

    /** A place for a capability; without an object it is empty. */
    public static final class Slot extends Thing {
        public KernelObject object;
        public int rights;
        public long badge;

        /** What it derives from. */
        public Slot parent;

        /** Where this capability last mapped its frame. */
        public AddressSpace space;

        public long address;

        /** Slots in which it makes no difference where a capability lies have one rank. */
        public int rank;

        public static final int IN_TABLE = 10;

        public int type() {
            return object == null ? ObjectType.NONE : object.type;
        }

        /** It is empty, and is no more. */
        void hold(KernelObject held, int allowed, long mark, Slot from) {
            object = held;
            rights = allowed;
            badge = mark;
            parent = from;
        }

        void clear() {
            hold(null, 0, 0, null);
            space = null;
            address = 0;
        }

        @Override
        public void show(Visitor v) {
            v.value("rank", rank);
            object = v.link("object", object);
            v.value("rights", rights);
            v.value("badge", badge);
            parent = v.link("parent", parent);
            space = v.link("mapped in", space);
            v.value("mapped at", address);
        }
    }

    /** Ends with its last capability, and is not alive then. */
    public abstract static class KernelObject extends Thing {
        public final int type;
        public boolean alive = true;

        /** Of what it was made. */
        public Untyped home;

        KernelObject(int type) {
            this.type = type;
        }

        /** Those that belong to it. */
        public List<Slot> slots() {
            return List.of();
        }

        @Override
        void add(List<Thing> all) {
            all.add(this);
            if (alive) {
                all.addAll(slots());
            }
        }

        @Override
        public final void show(Visitor v) {
            v.value("type", alive ? type : ObjectType.NONE);
            if (alive) {
                home = v.link("home", home);
                showMore(v);
            }
        }

        void showMore(Visitor v) {}
    }

    /** SchedulingControl, InterruptControl, KernelLog. */
    public static final class Control extends KernelObject {
        public Control(int type) {
            super(type);
        }
    }

    /** Its state is a {@link ThreadState}, FAULTED excepted. */
    public static final class Thread extends KernelObject {
        public int state = ThreadState.SUSPENDED;
        public int priority;
        public Context context;
        public Notification bound;
        public Frame page;

        /** SENDING, RECEIVING: the endpoint. WAITING: the notification. */
        public KernelObject waitsAt;

        /** RECEIVING: the Reply that it offers. AWAITING_REPLY: the one that it waits in. */
        public Reply reply;

        /** Of the message that it is SENDING. */
        public long badge;

        /** When its wait ends; 0: never. */
        public long deadline;

        public int receiveSlot;

        /** What it did wrong, until it is answered; 0: nothing. */
        public int fault;

        public long faultAddress;
        public long faultCause;
        public boolean foreign;
        public boolean faultsOnBudget;
        public long pc;
        public long stack;

        /** t0, t1, t2, a0 to a7; null: undefined. */
        public Long[] registers = new Long[WORD + 8];

        public static final int STATUS = 0;
        public static final int TAG = 1;
        public static final int BADGE = 2;
        public static final int WORD = 3;

        /** What it holds itself. */
        public Slot spaceSlot = new Slot();

        public Slot tableSlot = new Slot();
        public Slot faultSlot = new Slot();

        public Thread() {
            super(ObjectType.THREAD);
        }

        public Table table() {
            return (Table) tableSlot.object;
        }

        public boolean waits() {
            return state >= ThreadState.SENDING;
        }

        @Override
        public List<Slot> slots() {
            return List.of(spaceSlot, tableSlot, faultSlot);
        }

        @Override
        void showMore(Visitor v) {
            v.value("state", state);
            v.value("priority", priority);
            context = v.link("context", context);
            bound = v.link("notification", bound);
            page = v.link("message page", page);
            waitsAt = v.link("place", waitsAt);
            reply = v.link("reply", reply);
            v.value("badge", state == ThreadState.SENDING ? badge : 0);
            v.tick("deadline", deadline);
            v.value("fault", fault);
            v.trace("fault address", fault == 0 ? 0 : faultAddress);
            v.trace("fault cause", fault == 0 ? 0 : faultCause);
            v.value("foreign", foreign ? 1 : 0);
            v.value("faults on budget", faultsOnBudget ? 1 : 0);
            v.trace("pc", pc);
            v.trace("stack", stack);
            registers = v.registers(registers);
            spaceSlot = v.link("space", spaceSlot);
            tableSlot = v.link("table", tableSlot);
            faultSlot = v.link("fault slot", faultSlot);
            if (waits() && state != ThreadState.WAITING && fault == 0) {
                v.trace("receive slot", receiveSlot);
                v.link("receive slot", table().slotOrNull(receiveSlot));
            }
            if (state == ThreadState.SENDING && fault == 0) {
                long tag = Objects.requireNonNull(registers[TAG]);
                v.value("message", tag & ~0xffff00L);
                v.link("capability sent", table().slotOrNull(Tag.capability(tag)));
            }
        }
    }

    /** Ticks, as they are at this moment. */
    public static final class Context extends KernelObject {
        public long budget;
        public long period;
        public long remaining;
        public long refillAt;
        public long used;
        public Thread thread;

        /** The Replies through which it is lent, the first one first. */
        public List<Reply> lentThrough = new ArrayList<>();

        public Context() {
            super(ObjectType.SCHEDULING_CONTEXT);
        }

        @Override
        void showMore(Visitor v) {
            v.value("budget", budget);
            v.value("period", period);
            v.value("remaining", remaining);
            v.tick("refill", refillAt);
            v.trace("used", used);
            thread = v.link("thread", thread);
            lentThrough = v.queue("lent through", lentThrough);
        }
    }

    /** First in the list: first to be served. */
    public static final class Endpoint extends KernelObject {
        public List<Thread> senders = new ArrayList<>();
        public List<Thread> receivers = new ArrayList<>();

        public Endpoint() {
            super(ObjectType.ENDPOINT);
        }

        @Override
        void showMore(Visitor v) {
            senders = v.queue("senders", senders);
            receivers = v.queue("receivers", receivers);
        }
    }

    public static final class Notification extends KernelObject {
        public long bits;
        public Thread bound;
        public List<Thread> waiters = new ArrayList<>();

        public Notification() {
            super(ObjectType.NOTIFICATION);
        }

        @Override
        void showMore(Visitor v) {
            v.value("bits", bits);
            bound = v.link("bound thread", bound);
            waiters = v.queue("waiters", waiters);
        }
    }

    public static final class Reply extends KernelObject {
        public Thread caller;
        public Thread receiver;

        public Reply() {
            super(ObjectType.REPLY);
        }

        @Override
        void showMore(Visitor v) {
            caller = v.link("caller", caller);
            receiver = v.link("receiver", receiver);
        }
    }

    /** There are always all of them. */
    public static final class Line extends KernelObject {
        public final int line;
        public boolean enabled;

        /** An interrupt was delivered, and is not acknowledged yet. */
        public boolean claimed;

        /** The device has interrupted, which was not delivered yet. */
        public boolean raised;

        /** The notification that it signals. */
        public Slot slot = new Slot();

        public Line(int line) {
            super(ObjectType.INTERRUPT_LINE);
            this.line = line;
        }

        @Override
        public List<Slot> slots() {
            return List.of(slot);
        }

        @Override
        void showMore(Visitor v) {
            v.value("line", line);
            v.value("enabled", enabled ? 1 : 0);
            v.value("claimed", claimed ? 1 : 0);
            v.value("raised", raised ? 1 : 0);
            slot = v.link("notification", slot);
        }
    }

    public static final class Table extends KernelObject {
        private List<Slot> slots = new ArrayList<>();

        public Table(int size) {
            super(ObjectType.CAP_TABLE);
            for (int i = 0; i < size; i++) {
                slots.add(new Slot());
            }
        }

        public boolean holds(long index) {
            return index >= 0 && index < slots.size();
        }

        public Slot slot(long index) {
            return slots.get((int) index);
        }

        /** null: there is none, or it is the first one, whose number says "none". */
        Slot slotOrNull(long index) {
            return index != 0 && holds(index) ? slot(index) : null;
        }

        int size() {
            return slots.size();
        }

        @Override
        public List<Slot> slots() {
            return slots;
        }

        @Override
        void showMore(Visitor v) {
            slots = v.set("slots", slots);
        }
    }

    /** Pages are cut from its low end, descriptors from its high end. */
    public static final class Untyped extends KernelObject {
        public long start;
        public long end;
        public long low;
        public long high;
        public int depth;

        public Untyped() {
            super(ObjectType.UNTYPED);
        }

        @Override
        void showMore(Visitor v) {
            v.trace("start", start);
            v.value("size", end - start);
            v.value("pages cut", low - start);
            v.value("descriptors cut", end - high);
            v.value("depth", depth);
        }
    }

    public static final class Frame extends KernelObject {
        public long address;
        public long bytes;
        public Thread messagesOf;

        /** It has been mapped so, or written to as a message page: never both. */
        public boolean hasBeenWritable;

        public boolean hasBeenExecutable;

        /** Word 8 of messages, which no register holds. */
        public long word;

        public Frame() {
            super(ObjectType.FRAME);
        }

        @Override
        void showMore(Visitor v) {
            v.trace("address", address);
            v.value("bytes", bytes);
            messagesOf = v.link("messages of", messagesOf);
            v.value("has been writable", hasBeenWritable ? 1 : 0);
            v.value("has been executable", hasBeenExecutable ? 1 : 0);
            v.trace("word 8", word);
        }
    }

    public static final class AddressSpace extends KernelObject {
        /** By their addresses. */
        public List<Page> pages = new ArrayList<>();

        public AddressSpace() {
            super(ObjectType.ADDRESS_SPACE);
        }

        @Override
        void add(List<Thing> all) {
            super.add(all);
            if (alive) {
                all.addAll(pages);
            }
        }

        @Override
        void showMore(Visitor v) {
            pages = v.queue("pages", pages);
        }
    }

    /** All of a frame, as a space shows it. */
    public static final class Page extends Thing {
        public final long address;
        public Frame frame;
        public final int rights;

        /** It needs no last-level table. */
        public final boolean large;

        public Page(long address, Frame frame, int rights, boolean large) {
            this.address = address;
            this.frame = frame;
            this.rights = rights;
            this.large = large;
            number = (int) (address >>> 12);
        }

        @Override
        public void show(Visitor v) {
            v.value("address", address);
            frame = v.link("frame", frame);
            v.value("rights", rights);
            v.value("large", large ? 1 : 0);
        }
    }

    public static final class PageTable extends KernelObject {
        /** Where it hangs; null: nowhere. */
        public AddressSpace space;

        public long address;
        public int level;

        public PageTable() {
            super(ObjectType.PAGE_TABLE);
        }

        @Override
        void showMore(Visitor v) {
            space = v.link("space", space);
            v.value("address", space == null ? 0 : address);
            v.value("level", space == null ? 0 : level);
        }
    }
}
