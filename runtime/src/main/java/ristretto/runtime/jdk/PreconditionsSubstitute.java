package ristretto.runtime.jdk;

import java.util.List;
import java.util.function.BiFunction;
import ristretto.magic.Rare;
import ristretto.runtime.Substitute;
import ristretto.runtime.Text;

/**
 * The texts of index checks, put together without {@code String.format} and a list of boxed numbers, which every program would carry for it: what
 * makes the exception is given the finished text in place of the check's name.
 */
@Rare
@Substitute("jdk.internal.util.Preconditions")
final class PreconditionsSubstitute {

    static RuntimeException outOfBoundsCheckIndex(
            BiFunction<String, List<Number>, ? extends RuntimeException> maker, int index, int length) {
        return made(maker, new Text().put("Index ").put(index), length);
    }

    static RuntimeException outOfBoundsCheckFromToIndex(
            BiFunction<String, List<Number>, ? extends RuntimeException> maker, int from, int to, int length) {
        return made(maker, range(from).put(", ").put(to).put(")"), length);
    }

    static RuntimeException outOfBoundsCheckFromIndexSize(
            BiFunction<String, List<Number>, ? extends RuntimeException> maker, int from, int size, int length) {
        return made(maker, range(from).put(", ").put(from).put(" + ").put(size).put(")"), length);
    }

    static RuntimeException outOfBoundsCheckIndex(
            BiFunction<String, List<Number>, ? extends RuntimeException> maker, long index, long length) {
        return made(maker, new Text().put("Index ").put(index), length);
    }

    static RuntimeException outOfBoundsCheckFromToIndex(
            BiFunction<String, List<Number>, ? extends RuntimeException> maker, long from, long to, long length) {
        return made(maker, range(from).put(", ").put(to).put(")"), length);
    }

    static RuntimeException outOfBoundsCheckFromIndexSize(
            BiFunction<String, List<Number>, ? extends RuntimeException> maker, long from, long size, long length) {
        return made(maker, range(from).put(", ").put(from).put(" + ").put(size).put(")"), length);
    }

    private static Text range(long from) {
        return new Text().put("Range [").put(from);
    }

    private static RuntimeException made(
            BiFunction<String, List<Number>, ? extends RuntimeException> maker, Text text, long length) {
        String message = text.put(" out of bounds for length ").put(length).toString();
        return maker == null ? new IndexOutOfBoundsException(message) : maker.apply(message, null);
    }

    static String outOfBoundsMessage(String message, List<?> none) {
        return message;
    }

    private PreconditionsSubstitute() {}
}
