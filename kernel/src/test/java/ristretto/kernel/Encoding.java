package ristretto.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ristretto.specification.State;
import ristretto.specification.Thing;
import ristretto.specification.Visitor;

/** A state as numbers: all that can be seen, to be compared, and all that matters for what comes, for its hash. */
final class Encoding extends Visitor {
    private static final long UNDEFINED = 0x5eed_0f_0dd_ba11L;
    private static final int ROUNDS = 4;

    private final long now;
    private long[] seen = new long[512];
    private int length;

    /** Of each thing: from its values; then from what it is joined with, too. */
    private long[] colors;

    /** Who names whom, and as what. */
    private int[] links = new int[256];

    private int linked;

    private int at;
    private int field;

    /** What each number is, where that is asked for. */
    private List<String> names;

    private Thing shown;

    private final boolean onlyWhatMatters;

    static Encoding of(State state) {
        return new Encoding(state, null, false);
    }

    private Encoding(State state, List<String> names, boolean onlyWhatMatters) {
        this.names = names;
        this.onlyWhatMatters = onlyWhatMatters;
        now = state.now;
        List<Thing> all = state.all();
        colors = new long[all.size()];
        for (int i = 0; i < colors.length; i++) {
            all.get(i).place = i;
        }
        for (at = 0; at < colors.length; at++) {
            shown = all.get(at);
            field = 0;
            colors[at] = shown instanceof State.Slot ? 2 : shown instanceof State.Page ? 3 : at == 0 ? 1 : 4;
            shown.show(this);
        }
    }

    // ---- what a state shows

    private void see(String name, long value) {
        if (length == seen.length) {
            seen = Arrays.copyOf(seen, 2 * length);
        }
        seen[length++] = value;
        if (names != null) {
            names.add(shown.getClass().getSimpleName() + " " + shown.number + ": " + name);
        }
    }

    @Override
    public void value(String name, long value) {
        see(name, value);
        colors[at] = mix(colors[at], value);
    }

    @Override
    public void tick(String name, long tick) {
        long ahead = tick <= 0 ? -1 : Math.max(tick - now, 0);
        see(name, onlyWhatMatters ? ahead : tick);
        colors[at] = mix(colors[at], ahead);
    }

    @Override
    public void trace(String name, long value) {
        see(name, onlyWhatMatters ? 0 : value);
    }

    @Override
    public Long[] registers(Long[] values) {
        for (int i = 0; i < values.length; i++) {
            see(names == null ? null : "register " + i, values[i] == null || onlyWhatMatters ? UNDEFINED : values[i]);
        }
        return values;
    }

    @Override
    public <T extends Thing> T link(String name, T to) {
        join(name, to, ++field);
        return to;
    }

    @Override
    public <T extends Thing> List<T> queue(String name, List<T> things) {
        field++;
        see(name, things.size());
        for (int i = 0; i < things.size(); i++) {
            join(name, things.get(i), field + 100 * (i + 1));
        }
        return things;
    }

    @Override
    public <T extends Thing> List<T> set(String name, List<T> things) {
        see(name, things.size());
        for (T thing : things) {
            join(name, thing, 99);
        }
        return things;
    }

    private void join(String name, Thing to, int as) {
        see(name, to == null ? -1 : to.number);
        if (to != null) {
            if (linked + 3 > links.length) {
                links = Arrays.copyOf(links, 2 * linked);
            }
            links[linked++] = at;
            links[linked++] = to.place;
            links[linked++] = as;
        }
    }

    // ---- comparison

    /** The first thing in which a state is not the one that was expected; null: they agree. */
    static String difference(State expected, Encoding wanted, State got, Encoding found) {
        int first = 0;
        int end = Math.min(wanted.length, found.length);
        while (first < end && (wanted.seen[first] == found.seen[first] || wanted.seen[first] == UNDEFINED)) {
            first++;
        }
        if (first == end && wanted.length == found.length) {
            return null;
        }
        List<String> names = new ArrayList<>();
        new Encoding(wanted.length > first ? expected : got, names, false);
        long value = first < wanted.length ? wanted.seen[first] : 0;
        return "%s: expected %d, got %d"
                .formatted(names.get(first), value, first < found.length ? found.seen[first] : 0);
    }

    /** Whether the two differ in nothing but traces, and how long they took. */
    static boolean haveOneFuture(State one, State other) {
        Encoding first = new Encoding(one, null, true);
        Encoding second = new Encoding(other, null, true);
        return Arrays.equals(first.seen, 0, first.length, second.seen, 0, second.length);
    }

    // ---- the hash

    static long mix(long hash, long value) {
        long z = (hash ^ value) * 0x9e37_79b9_7f4a_7c15L + 0x632b_e59b_d9b4_e019L;
        z = (z ^ z >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ z >>> 27) * 0x94d0_49bb_1331_11ebL;
        return z ^ z >>> 31;
    }

    /**
     * The same number for states that differ only in how like things are numbered. Each thing begins with a colour from
     * its values, and in rounds takes in the colours of what it is joined with, in both directions (colour refinement,
     * Weisfeiler and Leman 1968); the sum of the colours does not depend on numbers. Used up by this.
     */
    long hash() {
        for (int round = 0; round < ROUNDS; round++) {
            long[] next = new long[colors.length];
            for (int i = 0; i < linked; i += 3) {
                int from = links[i];
                int to = links[i + 1];
                next[from] += mix(links[i + 2], colors[to]);
                next[to] += mix(-links[i + 2], colors[from]);
            }
            for (int i = 0; i < next.length; i++) {
                next[i] = mix(colors[i], next[i]);
            }
            colors = next;
        }
        long sum = 0;
        for (long color : colors) {
            sum += mix(29, color);
        }
        return sum;
    }
}
