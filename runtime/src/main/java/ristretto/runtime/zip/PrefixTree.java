package ristretto.runtime.zip;

import java.util.Arrays;

/**
 * Makes the prefix code of least total length for counted symbols, no code longer than allowed. Where several codes are equally good it
 * chooses as zlib does, so that the compressed bytes are the same: of two equally frequent nodes the flatter one goes first.
 */
final class PrefixTree {
    private static final int LONGEST = 15;

    final int[] counts;
    final int[] lengths;
    final int[] codes;
    /** The last symbol that has a code. */
    int last;

    private final int symbols;
    private final int longest;
    /** Bits of the whole block with this code, extra bits included, and with the fixed one. */
    int bits;

    int fixedBits;

    private final int[] extraBits;
    private final int[] fixedLengths;

    private final int[] parents;
    private final int[] depths;
    private final int[] heap;
    private int heapSize;
    private int sorted;
    private final int[] lengthCounts = new int[LONGEST + 1];

    /** @param fixedLengths lengths of the fixed code of these symbols, or null */
    PrefixTree(int symbols, int longest, int[] extraBits, int[] fixedLengths) {
        this.symbols = symbols;
        this.longest = longest;
        this.extraBits = extraBits;
        this.fixedLengths = fixedLengths;
        int nodes = 2 * symbols + 1;
        counts = new int[nodes];
        lengths = new int[nodes];
        codes = new int[symbols];
        parents = new int[nodes];
        depths = new int[nodes];
        heap = new int[nodes];
    }

    void clear() {
        Arrays.fill(counts, 0, symbols, 0);
    }

    void build() {
        bits = 0;
        fixedBits = 0;
        collect();
        for (int i = heapSize / 2; i >= 1; i--) {
            sink(i);
        }
        join();
        measure();
        number();
    }

    /** All symbols that occur, and at least two. */
    private void collect() {
        heapSize = 0;
        sorted = heap.length;
        last = -1;
        for (int i = 0; i < symbols; i++) {
            if (counts[i] != 0) {
                heap[++heapSize] = i;
                last = i;
                depths[i] = 0;
            } else {
                lengths[i] = 0;
            }
        }
        while (heapSize < 2) {
            int symbol = last < 2 ? ++last : 0;
            heap[++heapSize] = symbol;
            counts[symbol] = 1;
            depths[symbol] = 0;
            bits--;
            fixedBits -= fixedLengths == null ? 0 : fixedLengths[symbol];
        }
    }

    private boolean isSmaller(int a, int b) {
        return counts[a] < counts[b] || counts[a] == counts[b] && depths[a] <= depths[b];
    }

    private void sink(int from) {
        int node = heap[from];
        int at = from;
        int child = 2 * at;
        while (child <= heapSize) {
            if (child < heapSize && isSmaller(heap[child + 1], heap[child])) {
                child++;
            }
            if (isSmaller(node, heap[child])) {
                break;
            }
            heap[at] = heap[child];
            at = child;
            child = 2 * at;
        }
        heap[at] = node;
    }

    /** Joins the two rarest nodes until one is left; they end up at the end of the heap's array, rarest last. */
    private void join() {
        int node = symbols;
        while (heapSize >= 2) {
            int first = heap[1];
            heap[1] = heap[heapSize--];
            sink(1);
            int second = heap[1];
            heap[--sorted] = first;
            heap[--sorted] = second;
            counts[node] = counts[first] + counts[second];
            depths[node] = Math.max(depths[first], depths[second]) + 1;
            parents[first] = node;
            parents[second] = node;
            heap[1] = node++;
            sink(1);
        }
        heap[--sorted] = heap[1];
    }

    private void measure() {
        Arrays.fill(lengthCounts, 0);
        lengths[heap[sorted]] = 0;
        int tooLong = 0;
        for (int i = sorted + 1; i < heap.length; i++) {
            int node = heap[i];
            int length = lengths[parents[node]] + 1;
            if (length > longest) {
                length = longest;
                tooLong++;
            }
            lengths[node] = length;
            if (node <= last) {
                lengthCounts[length]++;
                int extra = extraBits[node];
                bits += counts[node] * (length + extra);
                fixedBits += fixedLengths == null ? 0 : counts[node] * (fixedLengths[node] + extra);
            }
        }
        if (tooLong > 0) {
            shorten(tooLong);
        }
    }

    private void shorten(int tooLong) {
        for (int left = tooLong; left > 0; left -= 2) {
            int length = longest - 1;
            while (lengthCounts[length] == 0) {
                length--;
            }
            lengthCounts[length]--;
            lengthCounts[length + 1] += 2;
            lengthCounts[longest]--;
        }
        int at = heap.length;
        for (int length = longest; length > 0; length--) {
            int left = lengthCounts[length];
            while (left > 0) {
                int node = heap[--at];
                if (node <= last) {
                    bits += (length - lengths[node]) * counts[node];
                    lengths[node] = length;
                    left--;
                }
            }
        }
    }

    private void number() {
        number(lengths, codes, last, lengthCounts);
    }

    /** Canonical codes for lengths (RFC 1951, 3.2.2), turned around because they are written lowest bit first. */
    static void number(int[] lengths, int[] codes, int last, int[] lengthCounts) {
        int[] next = new int[LONGEST + 1];
        int code = 0;
        for (int length = 1; length <= LONGEST; length++) {
            code = code + lengthCounts[length - 1] << 1;
            next[length] = code;
        }
        for (int i = 0; i <= last; i++) {
            if (lengths[i] != 0) {
                codes[i] = Integer.reverse(next[lengths[i]]++) >>> 32 - lengths[i];
            }
        }
    }
}
