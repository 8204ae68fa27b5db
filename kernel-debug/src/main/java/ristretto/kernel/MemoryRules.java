package ristretto.kernel;

import ristretto.abi.ObjectType;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.LoopBound;
import ristretto.magic.Memory;

/**
 * What must hold of memory: no two living objects overlap, each lies where its Untyped says, and what an Untyped says
 * is zero is. The areas are sorted, which takes long, only where the set of objects has changed since the last time;
 * of the zeroes a part is looked at each time, in turn.
 */
final class MemoryRules {
    private static final byte[] OVERLAP = Text.of("two living objects overlap");
    private static final byte[] OUTSIDE = Text.of("an object lies outside its Untyped");
    private static final byte[] LIVING = Text.of("an Untyped has more objects than it knows");
    private static final byte[] BOUNDS = Text.of("an Untyped's bounds are wrong");
    private static final byte[] ZERO = Text.of("free memory that is to be zero is not");

    private static final int MOST_AREAS = 2 * Census.MOST;
    private static final int WORDS_AT_ONCE = 64;

    private final Finding finding;
    private final Census census;
    private final long[] starts = new long[MOST_AREAS];
    private final long[] bytes = new long[MOST_AREAS];
    private int areas;
    private long sorted;
    private int lookedAt;
    private long zeroesAt;

    MemoryRules(Finding finding, Census census) {
        this.finding = finding;
        this.census = census;
    }

    void check() {
        if (census.fingerprint != sorted) {
            sorted = census.fingerprint;
            living();
            sort();
            overlaps();
        }
        untyped();
    }

    @LoopBound(value = Census.MOST, reason = "objects")
    private void living() {
        areas = 0;
        for (int i = 0; i < census.objectCount; i++) {
            KernelObject object = census.objects[i];
            Untyped home = object.home;
            if (home == null) {
                continue;
            }
            long size = object.type == ObjectType.CAP_TABLE ? ((CapTable) object).size : 1;
            long descriptor = Memory.addressOf(object);
            long length = Retype.descriptorBytes(object.type, size);
            finding.must(descriptor >= home.high && descriptor + length <= home.end, OUTSIDE, object);
            area(descriptor, length);
            long page = page(object);
            if (page != 0) {
                long pageBytes = pageBytes(object);
                finding.must(page >= home.start && page + pageBytes <= home.low, OUTSIDE, object);
                if (object.type != ObjectType.UNTYPED) {
                    area(page, pageBytes);
                }
            }
        }
    }

    private void area(long start, long length) {
        starts[areas] = start;
        bytes[areas] = length;
        areas++;
    }

    /** Where the pages of an object begin; 0: it has none of its own. */
    private static long page(KernelObject object) {
        return switch (object.type) {
            case ObjectType.FRAME -> ((Frame) object).permanent ? 0 : ((Frame) object).address;
            case ObjectType.PAGE_TABLE -> ((PageTable) object).page;
            case ObjectType.ADDRESS_SPACE -> ((AddressSpace) object).root;
            case ObjectType.UNTYPED -> ((Untyped) object).start;
            default -> 0;
        };
    }

    private static long pageBytes(KernelObject object) {
        return switch (object.type) {
            case ObjectType.FRAME -> ((Frame) object).bytes;
            case ObjectType.UNTYPED -> ((Untyped) object).end - ((Untyped) object).start;
            default -> Sv39.PAGE;
        };
    }

    /** Shell sort (Shell, CACM 2(7), 1959) with gaps of thirds. */
    @LoopBound(value = MOST_AREAS, reason = "areas")
    private void sort() {
        for (int gap = 3280; gap > 0; gap /= 3) {
            for (int i = gap; i < areas; i++) {
                long start = starts[i];
                long length = bytes[i];
                int at = i;
                while (at >= gap && starts[at - gap] > start) {
                    starts[at] = starts[at - gap];
                    bytes[at] = bytes[at - gap];
                    at -= gap;
                }
                starts[at] = start;
                bytes[at] = length;
            }
        }
    }

    @LoopBound(value = MOST_AREAS, reason = "areas")
    private void overlaps() {
        for (int i = 1; i < areas; i++) {
            boolean apart = starts[i] >= starts[i - 1] + bytes[i - 1];
            finding.must(apart, OVERLAP, apart ? null : census.objects[0]);
            if (!apart && finding.text == OVERLAP) {
                finding.address = starts[i];
            }
        }
    }

    @LoopBound(value = Census.MOST, reason = "objects")
    private void untyped() {
        int number = 0;
        for (int i = 0; i < census.objectCount; i++) {
            KernelObject object = census.objects[i];
            if (object.type == ObjectType.UNTYPED) {
                Untyped untyped = (Untyped) object;
                boolean right = untyped.start <= untyped.low
                        && untyped.low <= untyped.zeroed
                        && untyped.low <= untyped.high
                        && untyped.zeroed <= untyped.end
                        && untyped.low <= untyped.cleared
                        && untyped.cleared <= untyped.end
                        && untyped.high <= untyped.end;
                finding.must(right, BOUNDS, untyped);
                finding.must(untyped.living >= 0, LIVING, untyped);
                if (number == lookedAt && right) {
                    zeroes(untyped);
                }
                number++;
            }
        }
        if (number > 0 && zeroesAt == 0) {
            lookedAt = (lookedAt + 1) % number;
        }
        if (lookedAt >= number) {
            lookedAt = 0;
        }
        children();
    }

    /** Objects whose home an Untyped is are no more than those that it knows. */
    @LoopBound(value = Census.MOST, reason = "objects")
    private void children() {
        for (int i = 0; i < census.objectCount; i++) {
            Untyped home = census.objects[i].home;
            if (home != null) {
                finding.must(home.living > 0, LIVING, census.objects[i]);
            }
        }
    }

    /** A part of one Untyped's free pages each time, and the next part the next time. */
    @LoopBound(value = WORDS_AT_ONCE, reason = "words at once")
    private void zeroes(Untyped untyped) {
        long end = untyped.zeroed < untyped.high ? untyped.zeroed : untyped.high;
        long at = zeroesAt >= untyped.low && zeroesAt < end ? zeroesAt : untyped.low;
        for (int i = 0; i < WORDS_AT_ONCE && at < end; i++) {
            finding.must(Memory.loadLong(at) == 0, ZERO, untyped);
            at += 8;
        }
        zeroesAt = at < end ? at : 0;
        long high = untyped.high & -8L;
        long cleared = untyped.cleared + 7 & -8L;
        for (int i = 0; i < WORDS_AT_ONCE / 2 && high - 8 >= cleared; i++) {
            high -= 8;
            finding.must(Memory.loadLong(high) == 0, ZERO, untyped);
        }
    }
}
