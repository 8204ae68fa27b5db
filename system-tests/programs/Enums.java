import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/** Enums with fields, bodies and switches; sets and maps of them. */
public class Enums {
    private enum Planet {
        MERCURY(0.4), VENUS(0.7), EARTH(1.0), MARS(1.5);

        private final double distance;

        Planet(double distance) {
            this.distance = distance;
        }

        boolean isInside(Planet other) {
            return distance < other.distance;
        }
    }

    private enum Operation {
        PLUS("+") {
            @Override
            int apply(int a, int b) {
                return a + b;
            }
        },
        MINUS("-") {
            @Override
            int apply(int a, int b) {
                return a - b;
            }
        };

        final String sign;

        Operation(String sign) {
            this.sign = sign;
        }

        abstract int apply(int a, int b);
    }

    private enum Level { LOW, MIDDLE, HIGH }

    private static String old(Level level) {
        switch (level) {
            case LOW:
                return "low";
            case HIGH:
                return "high";
            default:
                return "other";
        }
    }

    private static int modern(Level level) {
        return switch (level) {
            case LOW -> 1;
            case MIDDLE -> {
                int x = level.ordinal() * 10;
                yield x;
            }
            case HIGH -> 100;
        };
    }

    public static void main(String[] args) {
        for (Planet planet : Planet.values()) {
            System.out.println(planet + " " + planet.ordinal() + " " + planet.isInside(Planet.EARTH) + " " + planet.compareTo(Planet.VENUS));
        }
        for (Operation operation : Operation.values()) {
            System.out.println(operation.name() + operation.sign + operation.apply(7, 5) + " " + operation.getDeclaringClass().getSimpleName());
        }
        for (Level level : Level.values()) {
            System.out.println(old(level) + " " + modern(level));
        }
        System.out.println(Level.valueOf("HIGH") + " " + Enum.valueOf(Level.class, "LOW"));
        try {
            Level.valueOf("NONE");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        Map<Level, String> map = new EnumMap<>(Level.class);
        map.put(Level.HIGH, "h");
        map.put(Level.LOW, "l");
        System.out.println(map + " " + map.containsKey(Level.MIDDLE) + " " + map.remove(Level.LOW) + map.size());
        EnumSet<Planet> set = EnumSet.of(Planet.MARS, Planet.VENUS);
        System.out.println(set + " " + EnumSet.complementOf(set) + " " + EnumSet.range(Planet.VENUS, Planet.MARS) + " " + EnumSet.noneOf(Level.class)
                + " " + EnumSet.allOf(Level.class).contains(Level.LOW));
        set.add(Planet.EARTH);
        set.removeIf(p -> p.distance > 1.2);
        System.out.println(set + " " + Arrays.toString(Level.class.getEnumConstants()) + " " + (Level.LOW == Level.valueOf("LOW")));
        Level none = null;
        try {
            modern(none);
        } catch (NullPointerException e) {
            System.out.println("null switch");
        }
    }
}
