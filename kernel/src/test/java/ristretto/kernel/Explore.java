package ristretto.kernel;

import java.util.Map;
import ristretto.specification.PlantedBugs;
import ristretto.specification.Specification;

/**
 * The exploration as a program: {@code Explore SECONDS}, of processor time, for all universes together; then the planted
 * bugs, each of which must be found. Exit code 1 where the kernel differs from the specification or a bug is not found.
 */
public final class Explore {
    private static final int BUG_DEPTH = 4;
    private static final double BUG_SECONDS = 60;

    public static void main(String[] arguments) {
        double seconds = Double.parseDouble(arguments[0]);
        boolean good = true;
        System.out.println("All sequences of calls: " + Universe.THREADS + " threads, " + Universe.ENDPOINTS
                + " endpoints, 1 notification, " + Universe.PLAYED + " slots, " + Universe.CONTEXTS
                + " scheduling contexts, " + Universe.REPLIES + " replies; seconds are of one processor");
        for (Universe universe : Universe.values()) {
            Exploration.Result result = new Exploration(universe, new Specification())
                    .run(Integer.MAX_VALUE, seconds / Universe.values().length);
            System.out.println(result);
            good &= result.difference() == null;
        }
        for (Map.Entry<String, Specification> bug : PlantedBugs.all().entrySet()) {
            Exploration.Result result = find(bug.getValue());
            good &= result != null;
            System.out.println(
                    result == null
                            ? "NOT FOUND    planted bug: " + bug.getKey()
                            : "found        planted bug: %s (%s, %d steps)"
                                    .formatted(
                                            bug.getKey(),
                                            result.universe().name().toLowerCase(),
                                            result.steps()));
        }
        System.exit(good ? 0 : 1);
    }

    /** null: in no universe is it told from the kernel. */
    static Exploration.Result find(Specification bug) {
        for (int depth = 1; depth <= BUG_DEPTH; depth++) {
            for (Universe universe : Universe.values()) {
                if (universe == Universe.ALL) {
                    continue;
                }
                Exploration.Result result = new Exploration(universe, bug).run(depth, BUG_SECONDS);
                if (result.difference() != null) {
                    return result;
                }
            }
        }
        return null;
    }

    private Explore() {}
}
