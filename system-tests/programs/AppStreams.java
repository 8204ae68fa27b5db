import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Streams as applications use them. */
public class AppStreams {
    enum Department { SALES, RESEARCH, LEGAL }

    record Person(String name, Department department, int salary) {}

    public static void main(String[] args) {
        List<Person> people = List.of(
                new Person("Ann", Department.SALES, 50), new Person("Bob", Department.RESEARCH, 70),
                new Person("Cid", Department.SALES, 40), new Person("Dan", Department.LEGAL, 90),
                new Person("Eve", Department.RESEARCH, 65));
        System.out.println(people.stream().filter(p -> p.salary() > 45).map(Person::name).toList());
        Map<Department, List<String>> names = people.stream()
                .collect(Collectors.groupingBy(
                        Person::department, TreeMap::new, Collectors.mapping(Person::name, Collectors.toList())));
        System.out.println(names);
        System.out.println(people.stream().mapToInt(Person::salary).sum());
        System.out.println(people.stream().collect(Collectors.averagingInt(Person::salary)));
        Optional<Person> richest = people.stream().max(Comparator.comparingInt(Person::salary));
        System.out.println(richest.map(Person::name).orElse("nobody"));
        System.out.println(IntStream.rangeClosed(1, 5).mapToObj(i -> "x".repeat(i)).collect(Collectors.joining(",", "[", "]")));
        System.out.println(Stream.iterate(1, x -> x * 3).limit(8).reduce(0, Integer::sum));
        System.out.println(Arrays.stream(new String[] {"b", "a", "c", "a"}).distinct().sorted().toList());
        System.out.println(Stream.of(List.of(1, 2), List.of(3), List.<Integer>of()).flatMap(List::stream).map(x -> x + 1).toList());
        System.out.println(people.stream().anyMatch(p -> p.department() == Department.LEGAL)
                + " " + people.stream().allMatch(p -> p.salary() > 40) + " " + people.stream().noneMatch(p -> p.salary() > 100));
        System.out.println(IntStream.range(0, 20).filter(i -> i % 3 == 0).boxed().collect(Collectors.partitioningBy(i -> i > 9)));
        System.out.println(people.stream().sorted(Comparator.comparing(Person::department).thenComparing(Person::name, Comparator.reverseOrder())).map(Person::name).collect(Collectors.joining(" ")));
    }
}
