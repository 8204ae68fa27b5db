package ristretto.kernel;

import java.util.List;
import ristretto.specification.Specification;

/** The exploration as a program: {@code Explore [seconds]}. Exit code 1 where the kernel differs from the specification. */
public final class Explore {
    public static void main(String[] arguments) {
        double seconds = arguments.length == 0 ? 24 : Double.parseDouble(arguments[0]);
        boolean good = true;
        for (Universe universe : List.of(Universe.values())) {
            Exploration.Result result =
                    new Exploration(universe, new Specification()).run(99, seconds / Universe.values().length);
            System.out.println(result);
            good &= result.difference() == null;
        }
        System.exit(good ? 0 : 1);
    }

    private Explore() {}
}
