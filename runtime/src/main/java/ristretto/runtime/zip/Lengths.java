package ristretto.runtime.zip;

/** What DEFLATE's symbols for lengths and distances stand for (RFC 1951, 3.2.5): a base and a number of extra bits. */
final class Lengths {
    static final int SHORTEST = 3;
    static final int LONGEST = 258;
    static final int FIRST_SYMBOL = 257;
    private static final int LAST_SYMBOL = 285;

    static int lengthExtra(int symbol) {
        int index = symbol - FIRST_SYMBOL;
        return index < 8 || symbol == LAST_SYMBOL ? 0 : (index >> 2) - 1;
    }

    static int lengthBase(int symbol) {
        int index = symbol - FIRST_SYMBOL;
        if (symbol == LAST_SYMBOL) {
            return LONGEST;
        }
        return SHORTEST + (index < 8 ? index : (index & 3 | 4) << (index >> 2) - 1);
    }

    static int distanceExtra(int symbol) {
        return symbol < 4 ? 0 : (symbol >> 1) - 1;
    }

    static int distanceBase(int symbol) {
        return 1 + (symbol < 4 ? symbol : (symbol & 1 | 2) << (symbol >> 1) - 1);
    }

    static int lengthSymbol(int length) {
        if (length == LONGEST) {
            return LAST_SYMBOL;
        }
        int rest = length - SHORTEST;
        if (rest < 8) {
            return FIRST_SYMBOL + rest;
        }
        int extra = 29 - Integer.numberOfLeadingZeros(rest);
        return FIRST_SYMBOL + (extra << 2) + (rest >> extra);
    }

    static int distanceSymbol(int distance) {
        int rest = distance - 1;
        if (rest < 4) {
            return rest;
        }
        int extra = 30 - Integer.numberOfLeadingZeros(rest);
        return (extra << 1) + (rest >> extra);
    }

    private Lengths() {}
}
