package ristretto.runtime.zip;

import java.util.Arrays;

/**
 * The window of what was last read, and chains of the places in it where three bytes with the same hash begin. It holds twice the
 * largest distance, so that it is moved down rarely. Bytes from {@link #position} on, {@link #ahead} of them, are yet to be compressed.
 */
final class Matcher {
    static final int SIZE = 1 << 15;
    static final int SHORTEST = Lengths.SHORTEST;
    static final int LONGEST = Lengths.LONGEST;
    /** With so many bytes ahead any match can be found in full. */
    static final int ENOUGH_AHEAD = LONGEST + SHORTEST + 1;

    static final int LARGEST_DISTANCE = SIZE - ENOUGH_AHEAD;
    private static final int MASK = SIZE - 1;
    private static final int HASH_SHIFT = 5;

    final byte[] window = new byte[2 * SIZE];
    int position;
    int ahead;
    /** Where the block that is being collected begins. */
    int blockStart;

    /** Where the last match that was found begins. */
    int matchStart;
    /** Bytes before the position that are not in the chains yet, because too little followed them. */
    int unchained;

    private final char[] heads = new char[SIZE];
    private final char[] previous = new char[SIZE];
    private int hash;

    void reset() {
        forget();
        position = 0;
        ahead = 0;
        blockStart = 0;
        unchained = 0;
        matchStart = 0;
        hash = 0;
    }

    void forget() {
        Arrays.fill(heads, '\0');
    }

    /** Makes the position the beginning of the window; only if nothing is ahead. */
    void restart() {
        position = 0;
        blockStart = 0;
        unchained = 0;
    }

    /** Reads into the window what there is room for; answers how many bytes. */
    int fill(byte[] input, int offset, int length) {
        int read = 0;
        do {
            if (position >= SIZE + LARGEST_DISTANCE) {
                moveDown();
            }
            int end = position + ahead;
            int count = Math.min(window.length - end, length - read);
            System.arraycopy(input, offset + read, window, end, count);
            if (count > 0) {
                read += count;
                ahead += count;
                chainLate();
            }
        } while (ahead < ENOUGH_AHEAD && read < length);
        return read;
    }

    private void moveDown() {
        System.arraycopy(window, SIZE, window, 0, position + ahead - SIZE);
        position -= SIZE;
        matchStart -= SIZE;
        blockStart -= SIZE;
        unchained = Math.min(unchained, position);
        moveDown(heads);
        moveDown(previous);
    }

    private static void moveDown(char[] places) {
        for (int i = 0; i < places.length; i++) {
            places[i] = (char) Math.max(0, places[i] - SIZE);
        }
    }

    private void chainLate() {
        if (ahead + unchained < SHORTEST) {
            return;
        }
        int at = position - unchained;
        startHash(at);
        while (unchained > 0 && ahead + unchained >= SHORTEST) {
            chain(at++);
            unchained--;
        }
    }

    /** Begins the hash at a place whose predecessors are not chained. */
    void startHash(int at) {
        hash = window[at] & 0xff;
        addToHash(window[at + 1]);
    }

    private void addToHash(byte value) {
        hash = (hash << HASH_SHIFT ^ value & 0xff) & MASK;
    }

    /** Chains the three bytes at this place; answers the last earlier place with their hash, 0: none. */
    int chain(int at) {
        addToHash(window[at + 2]);
        int head = heads[hash];
        previous[at & MASK] = (char) head;
        heads[hash] = (char) at;
        return head;
    }

    /**
     * The longest match at the position that begins at this place of a chain or an earlier one, if it is longer than what is known.
     * Looks at no more than {@code tries} places, and no further when a match is long enough.
     */
    int longest(int first, int known, int tries, int longEnough) {
        int scan = position;
        int best = known;
        int limit = Math.max(0, scan - LARGEST_DISTANCE);
        int enough = Math.min(longEnough, ahead);
        int at = first;
        int left = tries;
        do {
            if (window[at + best] == window[scan + best]
                    && window[at + best - 1] == window[scan + best - 1]
                    && window[at] == window[scan]
                    && window[at + 1] == window[scan + 1]) {
                int length = 2;
                while (length < LONGEST && window[at + length] == window[scan + length]) {
                    length++;
                }
                if (length > best) {
                    matchStart = at;
                    best = length;
                    if (length >= enough) {
                        break;
                    }
                }
            }
            at = previous[at & MASK];
            left--;
        } while (at > limit && left > 0);
        return Math.min(best, ahead);
    }
}
