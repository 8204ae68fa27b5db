package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.magic.NoInline;
import ristretto.magic.ObjectLayout;
import ristretto.magic.Waits;

/**
 * Monitors of objects. An object's header has no room for one, so those that are held at the moment are in a table by the
 * object's address: an entry is the address and the holder, which is the address of a fiber plus the number of its
 * entries (1 to 7), or the address of a {@link Monitor}. Fibers switch only where they wait, so there is no contention
 * unless somebody waits inside; then, and only then, a Monitor is made. Whoever waits gets the monitor in the
 * order in which they came, handed over by the one who leaves.
 *
 * <p>The table is not scanned by the collector: a held object is on its holder's stack. No entry is more than
 * {@link #REACH} places behind the place of its address; where there is no room the table doubles.
 *
 * <p>The compiler calls {@link #enter} and {@link #exit}, in programs in which anybody could tell the difference.
 */
public final class Monitors {
    private static final int FIRST_CAPACITY = 64;
    private static final int ENTRY_BYTES = 16;
    private static final int HOLDER = 8;
    private static final int REACH = 8;
    private static final long ENTRIES = 7;
    private static final String NOT_OWNER = "current thread is not owner";

    /** Two words for each entry, and behind them a word that is not 0, so that the last entry seems to have a neighbour. */
    private static long[] table = newTable(FIRST_CAPACITY);

    private static long mask = maskOf(FIRST_CAPACITY);

    private static Monitor monitors;

    private static long[] newTable(int capacity) {
        long[] made = new long[2 * capacity + 1];
        made[2 * capacity] = -1;
        return made;
    }

    private static long maskOf(int capacity) {
        return (long) capacity * ENTRY_BYTES - ENTRY_BYTES;
    }

    /** The place where the entry of an address belongs; addresses of objects are multiples of 8. */
    private static long home(long address) {
        return Memory.addressOf(table) + ObjectLayout.ARRAY_DATA + (address << 1 & mask);
    }

    public static void enter(Object object) {
        long address = Memory.addressOf(object);
        long entry = home(address);
        if (Memory.loadLong(entry) != 0) {
            enterSlowly(object);
            return;
        }
        Memory.storeLong(entry, address);
        Memory.storeLong(entry + HOLDER, Memory.addressOf(Scheduler.current) + 1);
    }

    public static void exit(Object object) {
        long address = Memory.addressOf(object);
        long entry = home(address);
        if (Memory.loadLong(entry) != address
                || Memory.loadLong(entry + HOLDER) != Memory.addressOf(Scheduler.current) + 1
                || Memory.loadLong(entry + ENTRY_BYTES) != 0) {
            exitSlowly(object);
            return;
        }
        Memory.storeLong(entry, 0);
    }

    @NoInline
    private static void enterSlowly(Object object) {
        Fiber self = Scheduler.current;
        long address = Memory.addressOf(object);
        long entry = find(address);
        while (entry == 0) {
            grow();
            entry = find(address);
        }
        if (Memory.loadLong(entry) == 0) {
            Memory.storeLong(entry, address);
            Memory.storeLong(entry + HOLDER, Memory.addressOf(self) + 1);
            return;
        }
        long holder = Memory.loadLong(entry + HOLDER);
        if ((holder & -ENTRIES - 1) == Memory.addressOf(self) && (holder & ENTRIES) != ENTRIES) {
            Memory.storeLong(entry + HOLDER, holder + 1);
            return;
        }
        Monitor monitor = monitorAt(entry, object);
        if (monitor.owner == self) {
            monitor.entries++;
        } else if (monitor.owner == null) {
            give(monitor, self);
        } else {
            self.monitor = monitor;
            monitor.entering.add(self);
            Scheduler.block(Fiber.BLOCKED, Deadline.NEVER);
            self.monitor = null;
        }
    }

    @NoInline
    private static void exitSlowly(Object object) {
        long entry = findHeld(object);
        long holder = Memory.loadLong(entry + HOLDER);
        if ((holder & ENTRIES) > 1) {
            Memory.storeLong(entry + HOLDER, holder - 1);
        } else if ((holder & ENTRIES) == 1) {
            remove(entry);
        } else {
            Monitor monitor = monitorAt(entry, object);
            monitor.entries--;
            if (monitor.entries == 0) {
                release(monitor);
            }
        }
    }

    /** {@code Object.wait}: until notified, interrupted, or the time is over. */
    @Waits("another thread, or for time")
    public static void await(Object object, long deadline) throws InterruptedException {
        Monitor monitor = monitorAt(findHeld(object), object);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Fiber self = Scheduler.current;
        int entries = monitor.entries;
        self.monitor = monitor;
        self.notified = false;
        monitor.waiting.add(self);
        release(monitor);
        Scheduler.block(Fiber.WAITING, deadline);
        self.monitor = null;
        monitor.entries = entries;
        if (!self.notified && Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** {@code Object.notify}: the one that waits for longest is to enter again. */
    public static void notifyOne(Object object) {
        long holder = Memory.loadLong(findHeld(object) + HOLDER);
        if ((holder & ENTRIES) == 0) {
            Fiber fiber = Memory.objectAt(Monitor.class, holder).waiting.poll();
            if (fiber != null) {
                notified(fiber);
            }
        }
    }

    public static void notifyAll(Object object) {
        long holder = Memory.loadLong(findHeld(object) + HOLDER);
        if ((holder & ENTRIES) == 0) {
            FiberQueue waiting = Memory.objectAt(Monitor.class, holder).waiting;
            for (Fiber fiber = waiting.poll(); fiber != null; fiber = waiting.poll()) {
                notified(fiber);
            }
        }
    }

    private static void notified(Fiber fiber) {
        fiber.notified = true;
        Timers.remove(fiber);
        enterAgain(fiber);
    }

    /** Time is over, or the fiber is interrupted: it waits no longer, but to enter. */
    static void leaveWait(Fiber fiber) {
        fiber.monitor.waiting.remove(fiber);
        enterAgain(fiber);
    }

    private static void enterAgain(Fiber fiber) {
        Monitor monitor = fiber.monitor;
        if (monitor.owner == null) {
            give(monitor, fiber);
            Scheduler.ready(fiber);
        } else {
            fiber.state = Fiber.BLOCKED;
            monitor.entering.add(fiber);
        }
    }

    public static boolean isHeld(Object object) {
        long entry = find(Memory.addressOf(object));
        return entry != 0 && Memory.loadLong(entry) != 0 && isMine(Memory.loadLong(entry + HOLDER));
    }

    /** The entry of an object that the current fiber holds. */
    private static long findHeld(Object object) {
        long entry = find(Memory.addressOf(object));
        if (entry == 0 || Memory.loadLong(entry) == 0 || !isMine(Memory.loadLong(entry + HOLDER))) {
            throw new IllegalMonitorStateException(NOT_OWNER);
        }
        return entry;
    }

    private static boolean isMine(long holder) {
        return (holder & ENTRIES) == 0
                ? Memory.objectAt(Monitor.class, holder).owner == Scheduler.current
                : (holder & -ENTRIES - 1) == Memory.addressOf(Scheduler.current);
    }

    private static void give(Monitor monitor, Fiber fiber) {
        monitor.owner = fiber;
        monitor.entries = 1;
    }

    /** Hands the monitor to the next one, or makes it vanish. */
    private static void release(Monitor monitor) {
        Fiber next = monitor.entering.poll();
        if (next != null) {
            give(monitor, next);
            Scheduler.ready(next);
            return;
        }
        monitor.owner = null;
        if (monitor.waiting.isEmpty()) {
            remove(find(Memory.addressOf(monitor.object)));
            unlink(monitor);
        }
    }

    /** The monitor of an entry in the table, made if there is none. */
    private static Monitor monitorAt(long entry, Object object) {
        long holder = Memory.loadLong(entry + HOLDER);
        if ((holder & ENTRIES) == 0) {
            return Memory.objectAt(Monitor.class, holder);
        }
        Monitor monitor = new Monitor();
        monitor.object = object;
        monitor.owner = Memory.objectAt(Fiber.class, holder & -ENTRIES - 1);
        monitor.entries = (int) (holder & ENTRIES);
        monitor.next = monitors;
        if (monitors != null) {
            monitors.previous = monitor;
        }
        monitors = monitor;
        Memory.storeLong(entry + HOLDER, Memory.addressOf(monitor));
        return monitor;
    }

    private static void unlink(Monitor monitor) {
        if (monitor.previous == null) {
            monitors = monitor.next;
        } else {
            monitor.previous.next = monitor.next;
        }
        if (monitor.next != null) {
            monitor.next.previous = monitor.previous;
        }
    }

    /** The entry of this address, or the empty one where it would go, or 0: there is neither within reach. */
    private static long find(long address) {
        long entry = home(address);
        for (int i = 0; i < REACH; i++) {
            long found = Memory.loadLong(entry);
            if (found == address || found == 0) {
                return entry;
            }
            entry = after(entry);
        }
        return 0;
    }

    private static long after(long entry) {
        long start = Memory.addressOf(table) + ObjectLayout.ARRAY_DATA;
        return start + (entry - start + ENTRY_BYTES & mask);
    }

    /** Empties the entry, and moves those behind it that would not be found any more. */
    private static void remove(long entry) {
        long hole = entry;
        Memory.storeLong(hole, 0);
        for (long at = after(entry); Memory.loadLong(at) != 0; at = after(at)) {
            long home = home(Memory.loadLong(at));
            if ((at - home & mask) >= (at - hole & mask)) {
                Memory.storeLong(hole, Memory.loadLong(at));
                Memory.storeLong(hole + HOLDER, Memory.loadLong(at + HOLDER));
                Memory.storeLong(at, 0);
                hole = at;
            }
        }
    }

    private static void grow() {
        long[] old = table;
        int capacity = (int) ((mask + ENTRY_BYTES) / ENTRY_BYTES);
        do {
            capacity *= 2;
            long[] larger = newTable(capacity);
            table = larger;
            mask = maskOf(capacity);
        } while (!moveAll(old));
    }

    private static boolean moveAll(long[] old) {
        for (int i = 0; i + 1 < old.length; i += 2) {
            if (old[i] != 0) {
                long entry = find(old[i]);
                if (entry == 0) {
                    return false;
                }
                Memory.storeLong(entry, old[i]);
                Memory.storeLong(entry + HOLDER, old[i + 1]);
            }
        }
        return true;
    }

    private Monitors() {}
}
