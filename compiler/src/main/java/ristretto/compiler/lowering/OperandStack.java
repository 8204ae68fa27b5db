package ristretto.compiler.lowering;

import java.util.Arrays;

/**
 * The operand stack before one instruction, holding for each slot the index of the instruction that pushed it, and the
 * set of local slots that were written on the way. A {@code long} or {@code double} takes two slots. Slot 0 is the top.
 */
final class OperandStack {
    /** In place of an index: different instructions may have pushed the slot. */
    static final int UNKNOWN = -1;

    private static final int TRACKED_LOCALS = 64;

    private int[] sources;
    private int size;
    private long writtenLocals;

    OperandStack() {
        this(new int[8], 0, 0);
    }

    private OperandStack(int[] sources, int size, long writtenLocals) {
        this.sources = sources;
        this.size = size;
        this.writtenLocals = writtenLocals;
    }

    OperandStack copy() {
        return new OperandStack(sources.clone(), size, writtenLocals);
    }

    int source(int slot) {
        return sources[size - 1 - slot];
    }

    /**
     * What a join of control flow leaves. Both stacks have the same size in every class file that passes the verifier.
     */
    void merge(OperandStack other) {
        for (int at = 0; at < size; at++) {
            if (sources[at] != other.sources[at]) {
                sources[at] = UNKNOWN;
            }
        }
        writtenLocals |= other.writtenLocals;
    }

    void push(int source, int slots) {
        for (int left = slots; left > 0; left--) {
            pushSlot(source);
        }
    }

    void pop(int slots) {
        size -= slots;
    }

    /** Copies the upper {@code count} slots below the {@code under} slots that lie under them. */
    void duplicate(int count, int under) {
        int[] upper = Arrays.copyOfRange(sources, size - count, size);
        int[] lower = Arrays.copyOfRange(sources, size - count - under, size - count);
        pop(count + under);
        pushAll(upper);
        pushAll(lower);
        pushAll(upper);
    }

    void swap() {
        int top = source(0);
        sources[size - 1] = source(1);
        sources[size - 2] = top;
    }

    void markWritten(int local) {
        if (local < TRACKED_LOCALS) {
            writtenLocals |= 1L << local;
        }
    }

    /** HotSpot does not track the locals beyond the first 64 and takes them as written. */
    boolean wasWritten(int local) {
        return local >= TRACKED_LOCALS || (writtenLocals & 1L << local) != 0;
    }

    private void pushAll(int[] added) {
        for (int source : added) {
            pushSlot(source);
        }
    }

    private void pushSlot(int source) {
        if (size == sources.length) {
            sources = Arrays.copyOf(sources, 2 * size);
        }
        sources[size++] = source;
    }
}
