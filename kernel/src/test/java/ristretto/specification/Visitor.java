package ristretto.specification;

import java.util.List;

/** Sees all that a {@link Thing} holds, and may put other things in the place of those that it names. */
public abstract class Visitor {
    /** A value on which depends what comes. */
    public void value(String name, long value) {}

    /** A tick; 0 or less: never. What comes depends on how far off it is, and no more once it has passed. */
    public void tick(String name, long at) {}

    /** A value that can be seen, but on which nothing depends. */
    public void trace(String name, long value) {}

    /** Traces, of which those that are null are not defined. */
    public Long[] registers(Long[] values) {
        return values;
    }

    public <T extends Thing> T link(String name, T to) {
        return to;
    }

    /** In an order that matters. */
    public <T extends Thing> List<T> queue(String name, List<T> things) {
        return things;
    }

    /** In an order that does not. */
    public <T extends Thing> List<T> set(String name, List<T> things) {
        return queue(name, things);
    }
}
