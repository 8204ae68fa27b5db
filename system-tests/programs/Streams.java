import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sequential streams: sources, intermediate operations, collectors. */
public class Streams {
    private record Person(String name, int age, String town) {}

    public static void main(String[] args) {
        List<Person> people = List.of(
                new Person("Ann", 31, "Ulm"), new Person("Bob", 25, "Bonn"), new Person("Cid", 47, "Ulm"), new Person("Dee", 25, "Kiel"));
        System.out.println(people.stream().filter(p -> p.age() > 30).map(Person::name).toList());
        System.out.println(people.stream().mapToInt(Person::age).sum() + " " + people.stream().mapToInt(Person::age).average().getAsDouble());
        System.out.println(people.stream().sorted(Comparator.comparingInt(Person::age).thenComparing(Person::name, Comparator.reverseOrder()))
                .map(Person::name).collect(Collectors.joining(", ", "[", "]")));
        System.out.println(new TreeMap<>(people.stream().collect(Collectors.groupingBy(Person::town, Collectors.counting()))));
        System.out.println(people.stream().collect(Collectors.partitioningBy(p -> p.age() < 30, Collectors.mapping(Person::name, Collectors.toList()))));
        Map<String, Integer> byName = people.stream().collect(Collectors.toMap(Person::name, Person::age, Integer::sum, TreeMap::new));
        System.out.println(byName + " " + people.stream().collect(Collectors.averagingInt(Person::age)));
        System.out.println("" + IntStream.rangeClosed(1, 5).mapToObj(i -> "n" + i).collect(Collectors.toCollection(ArrayList::new)));
        System.out.println(Stream.iterate(1, i -> i * 2).limit(12).skip(2).reduce(0, Integer::sum) + " " + IntStream.range(0, 100).filter(i -> i % 7 == 0).count());
        System.out.println(Stream.of("b", "a", "c", "a").distinct().sorted().toList() + " " + Stream.of(5, 3, 8).max(Integer::compare).get());
        System.out.println(Stream.of(List.of(1, 2), List.of(3), List.<Integer>of()).flatMap(List::stream).map(i -> i * i).toList());
        System.out.println(Arrays.stream(new int[] {3, 1, 2}).boxed().sorted(Comparator.reverseOrder()).map(String::valueOf).collect(Collectors.joining()));
        System.out.println(IntStream.of(4, 4, 2).summaryStatistics().getMax() + " " + Stream.of(1, 2, 3, 4).takeWhile(i -> i < 3).toList()
                + Stream.of(1, 2, 3, 4).dropWhile(i -> i < 3).toList());
        System.out.println(people.stream().anyMatch(p -> p.age() == 25) + " " + people.stream().allMatch(p -> p.age() > 25) + " "
                + people.stream().noneMatch(p -> p.town().isEmpty()) + " " + people.stream().findFirst().map(Person::name).orElse("?"));
        StringBuilder order = new StringBuilder();
        Stream.of("one", "two", "three").peek(s -> order.append(s.charAt(0))).filter(s -> s.length() == 3).peek(s -> order.append('!')).forEach(s -> order.append(s.length()));
        System.out.println(order);
        System.out.println(Optional.of(5).filter(i -> i > 9).or(() -> Optional.of(1)).get() + " " + Optional.empty().isPresent());
        System.out.println("" + "hello world".chars().mapToObj(c -> (char) c).collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting())));
        System.out.println(Stream.of(1.5, 2.5).mapToDouble(d -> d).map(Math::ceil).sum() + " " + IntStream.range(0, 5).mapToLong(i -> 1L << (i * 10)).sum());
        System.out.println(Arrays.toString(Stream.of("x", "yy").map(String::length).toArray(Integer[]::new)) + Arrays.toString(IntStream.range(0, 4).toArray()));
        System.out.println("" + Stream.of(1, 2, 3, 4, 5, 6).collect(Collectors.teeing(Collectors.summingInt(i -> i), Collectors.counting(), (s, c) -> s + "/" + c)));
        System.out.println(Stream.of("a", "b").mapMulti((String s, java.util.function.Consumer<String> sink) -> {
            sink.accept(s);
            sink.accept(s + s);
        }).toList());
        Stream<Integer> used = Stream.of(1);
        used.count();
        try {
            used.count();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(Stream.of(4, 5).parallel().map(i -> i + 1).toList());
    }
}
