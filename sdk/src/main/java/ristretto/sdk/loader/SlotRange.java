package ristretto.sdk.loader;

/** Slots of this process's own capability table, handed out one after the other. */
public final class SlotRange {
    private final int first;
    private final int end;
    private int next;

    public SlotRange(int first, int count) {
        this.first = first;
        this.end = first + count;
        this.next = first;
    }

    public int take() {
        return take(1);
    }

    /** Consecutive slots; answers the first. */
    public int take(int count) {
        if (count > end - next) {
            throw new LoaderException("capability table: expected " + count + " free slots, got " + (end - next));
        }
        next += count;
        return next - count;
    }

    /** A part of it, as a range of its own. */
    public SlotRange part(int count) {
        return new SlotRange(take(count), count);
    }

    /** The slot that is taken next; -1: there is none. */
    int next() {
        return next == end ? -1 : next;
    }

    /** All slots are free again. */
    public void reset() {
        next = first;
    }

    public int first() {
        return first;
    }
}
