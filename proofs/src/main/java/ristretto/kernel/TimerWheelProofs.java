package ristretto.kernel;

import org.cprover.CProver;
import ristretto.proofs.Any;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;

/**
 * The timer wheel, whole, at any time and with two entries in any lists that its rule allows, one of which may be moving down; {@link
 * TimerWheelStandIn} takes for granted what is proved here. {@code takeDue} makes at most eight steps, as its loop says; one of them is what the model checker manages.
 */
final class TimerWheelProofs {
    private static final String UNIVERSE = "15 levels of 16 lists, 2 entries, any time";
    private static final int BITS = 4;
    private static final int LISTS = TimerWheel.DIGITS * TimerWheel.LEVELS;

    private final TimerWheel wheel = new TimerWheel();
    private final Timed a = new SchedulingContext();
    private final Timed b = new SchedulingContext();

    private TimerWheelProofs() {
        wheel.current = Any.word();
        CProver.assume(wheel.current >= 0 && wheel.current <= TimerWheel.LAST);
        any(a);
        any(b);
        begin(a);
        begin(b);
        wheel.earliest = Any.word();
        wheel.cascading = Any.below(LISTS + 1) - 1;
        CProver.assume(wheel.cascading < 0 || wheel.cascading >= TimerWheel.DIGITS);
        CProver.assume(isWheel());
    }

    private void any(Timed entry) {
        entry.dueAt = Any.word();
        entry.wheelList = Any.below(LISTS + 1);
        entry.nextTimed = anyEntry();
        entry.previousTimed = anyEntry();
    }

    /** Only lists that hold an entry can have one. */
    private void begin(Timed entry) {
        if (entry.wheelList != 0) {
            int list = entry.wheelList - 1;
            wheel.lists[list] = anyEntry();
            wheel.occupied[list >> BITS] |= 1 << (list & TimerWheel.DIGITS - 1);
            wheel.occupiedLevels |= 1 << (list >> BITS);
        }
    }

    private Timed anyEntry() {
        return switch (CProver.nondetInt()) {
            case 0 -> a;
            case 1 -> b;
            default -> null;
        };
    }

    private boolean isWheel() {
        return isEntry(a) && isEntry(b);
    }

    /** In the list of the highest digit in which its time differs from the wheel's, and linked; or out. */
    private boolean isEntry(Timed entry) {
        if (entry.wheelList == 0) {
            return entry.nextTimed == null && entry.previousTimed == null;
        }
        int list = entry.wheelList - 1;
        int level = list >> BITS;
        int digit = list & TimerWheel.DIGITS - 1;
        Timed next = entry.nextTimed;
        Timed before = entry.previousTimed;
        return entry.dueAt >= wheel.current
                && entry.dueAt <= TimerWheel.LAST
                && entry.dueAt >= wheel.earliest
                && (entry.dueAt >>> level * BITS & TimerWheel.DIGITS - 1) == digit
                && entry.dueAt >>> level * BITS >>> BITS == wheel.current >>> level * BITS >>> BITS
                && (level == 0
                        || list == wheel.cascading
                        || digit != (wheel.current >>> level * BITS & TimerWheel.DIGITS - 1))
                && (before == null ? wheel.lists[list] == entry : before.nextTimed == entry)
                && (next == null || next.previousTimed == entry && next.wheelList == entry.wheelList)
                && (before == null || before.wheelList == entry.wheelList)
                && next != entry
                && (next == null || next != before)
                && (wheel.occupied[level] >>> digit & 1) == 1
                && (wheel.occupiedLevels >>> level & 1) == 1;
    }

    /** As with both entries out. */
    static void checkEmpty(TimerWheel wheel) {
        int list = Any.below(LISTS);
        assert wheel.lists[list] == null;
        assert wheel.occupied[list >> BITS] == 0;
        assert wheel.occupiedLevels == 0;
        assert wheel.cascading < 0 && wheel.current >= 0 && wheel.current <= TimerWheel.LAST;
    }

    private void check() {
        assert isEntry(a);
        assert isEntry(b);
        int list = Any.below(LISTS);
        int level = list >> BITS;
        Timed head = wheel.lists[list];
        assert head == null || head.wheelList == list + 1;
        assert (head != null) == ((wheel.occupied[level] >>> (list & TimerWheel.DIGITS - 1) & 1) == 1);
        assert (wheel.occupied[level] != 0) == ((wheel.occupiedLevels >>> level & 1) == 1);
    }

    @Proof(
            universe = UNIVERSE,
            standIns = "Bits",
            planted = {"TimerWheel.place: drop Timed.previousTimed 2", "TimerWheel.insert: drop TimerWheel.earliest"})
    static void insert() {
        TimerWheelProofs world = new TimerWheelProofs();
        CProver.assume(world.a.wheelList == 0);
        world.wheel.insert(world.a, Any.word());
        assert world.a.wheelList != 0;
        world.check();
        Probe.reached();
    }

    @Proof(
            universe = UNIVERSE,
            standIns = "Bits",
            planted = {
                "TimerWheel.remove: drop Timed.previousTimed",
                "TimerWheel.remove: drop TimerWheel.occupiedLevels"
            })
    static void remove() {
        TimerWheelProofs world = new TimerWheelProofs();
        world.wheel.remove(world.a);
        assert world.a.wheelList == 0;
        world.check();
        Probe.reached();
    }

    /** From any state, so also from one after other steps: what is proved of one holds of as many as {@code takeDue} makes. */
    @Proof(
            universe = UNIVERSE,
            standIns = "Bits",
            planted = {"TimerWheel.step: drop place()", "TimerWheel.step: drop TimerWheel.cascading 2"})
    static void step() {
        TimerWheelProofs world = new TimerWheelProofs();
        long now = Any.word();
        CProver.assume(now >= world.wheel.current && now <= TimerWheel.LAST && now >= world.wheel.earliest);
        boolean hadA = world.a.wheelList != 0;
        boolean hadB = world.b.wheelList != 0;
        Timed due = world.wheel.step(now);
        assert due != world.a || hadA && world.a.dueAt <= now;
        assert due != world.b || hadB && world.b.dueAt <= now;
        assert due == null || due == world.a || due == world.b;
        assert hadA == (world.a.wheelList != 0 || due == world.a);
        assert hadB == (world.b.wheelList != 0 || due == world.b);
        assert world.wheel.current <= now;
        world.check();
        Probe.reached();
    }
}
