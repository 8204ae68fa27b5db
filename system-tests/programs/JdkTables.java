import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.*;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tables and caches of the JDK that were filled when the image was built, and maps that hash by identity. */
public class JdkTables {
    enum Planet { MERCURY, VENUS, EARTH }

    static final Map<Planet, String> BY_ENUM = new HashMap<>();
    static final Map<Class<?>, String> BY_CLASS = Map.of(String.class, "string", Integer.class, "integer", int[].class, "ints", Planet.class, "planet");
    static final Map<Object, String> BY_IDENTITY = new IdentityHashMap<>();

    static {
        for (Planet planet : Planet.values()) {
            BY_ENUM.put(planet, planet.name().toLowerCase());
            BY_IDENTITY.put(planet, planet.name());
        }
    }

    public static void main(String[] args) {
        System.out.println(BY_ENUM.get(Planet.EARTH) + BY_CLASS.get("x".getClass()) + BY_CLASS.get(new int[0].getClass()) + BY_CLASS.get(Planet.VENUS.getDeclaringClass()));
        System.out.println(BY_IDENTITY.get(Planet.VENUS) + BY_IDENTITY.get("VENUS") + Set.of(Planet.EARTH, Planet.MERCURY).contains(Planet.EARTH));
        Map<Planet, Integer> enumMap = new EnumMap<>(Planet.class);
        enumMap.put(Planet.VENUS, 2);
        enumMap.put(Planet.MERCURY, 1);
        System.out.println(enumMap + " " + EnumSet.complementOf(EnumSet.of(Planet.VENUS)) + EnumSet.allOf(Planet.class).size());
        System.out.println("" + Stream.of("b", "a", "c", "a").distinct().sorted().collect(Collectors.toList()));
        System.out.println(IntStream.rangeClosed(1, 5).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]")));
        System.out.println("" + Stream.of("aa", "b", "cc").collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.counting())));
        System.out.println(new BigInteger("123456789012345678901234567890").pow(3).mod(BigInteger.valueOf(97)) + " " + new BigDecimal("1.10").multiply(new BigDecimal("3")));
        System.out.println(Character.getNumericValue('\u0664') + " " + Character.isLetter('\u00df') + Character.toUpperCase('\u0131') + Character.getType('\u20ac') + "stra\u00dfe".toUpperCase());
        System.out.println(Integer.valueOf(127) == Integer.valueOf(127));
        System.out.println(new Object().equals(null) + " " + Objects.hash(1, "a", null) + " " + Arrays.hashCode(new double[] {1, Double.NaN}) + " " + List.of(1, 2).hashCode());
        System.out.println(new StringTokenizer("a b c").countTokens() + " " + new BitSet(70).size() + new Random(42).nextInt(100) + new Random(7).nextGaussian());
        int[] sorted = new Random(1).ints(500, 0, 1000).sorted().toArray();
        System.out.println(Arrays.stream(sorted).sum() + " " + Arrays.binarySearch(sorted, sorted[77]) + Boolean.hashCode(true) + Double.hashCode(1.5));
        Map<String, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
        for (String w : "the cat and the dog and the bird".split(" ")) {
            counts.merge(w, 1, Integer::sum);
        }
        System.out.println(counts + " " + new ArrayDeque<>(List.of(1, 2, 3)).peekLast() + new PriorityQueue<>(List.of(3, 1, 2)).poll());
    }
}
