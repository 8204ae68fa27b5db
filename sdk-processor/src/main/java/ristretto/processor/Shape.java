package ristretto.processor;

import java.util.List;

/**
 * How a type is written to a message and read from it.
 *
 * @param type as it stands in Java
 * @param description all of it that both sides must agree on
 * @param put statement, with {@code %s} for the value
 * @param get expression
 * @param leastWords of a message that it takes
 * @param parts records within it, itself included, innermost first: each gets a method of its own
 * @param toWord expression for a word of a register, with {@code %s} for the value; null where it is more than one
 * @param fromWord the reverse, with {@code %s} for the word
 */
record Shape(
        String type,
        String description,
        String put,
        String get,
        int leastWords,
        List<Part> parts,
        String toWord,
        String fromWord) {
    static final int MAXIMUM_WORDS = 120;

    /**
     * A record.
     *
     * @param method the end of the names of the methods that write and read it
     */
    record Part(String type, String method, List<String> components, List<Shape> shapes) {}

    static Shape ofWord(String type, String description, String toWord, String fromWord) {
        String put = "message.putLong(" + toWord + ")";
        return new Shape(
                type, description, put, fromWord.formatted("message.getLong()"), 1, List.of(), toWord, fromWord);
    }

    static Shape ofWords(String type, String description, String put, String get, int leastWords, List<Part> parts) {
        return new Shape(type, description, put, get, leastWords, parts, null, null);
    }

    /** Whether it is another service, or a buffer, whose capability travels. */
    boolean isCapability() {
        return isBuffer() || description.startsWith("service ");
    }

    boolean isBuffer() {
        return description.startsWith("buffer");
    }

    boolean isWord() {
        return toWord != null;
    }
}
