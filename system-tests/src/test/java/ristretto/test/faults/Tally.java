package ristretto.test.faults;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many faults ended how. */
final class Tally {
    /** How a fault ended. */
    enum Ending {
        /** Nothing was seen of it. */
        NOTHING,
        /** A process ended, or an answer was missing; all services answered rightly again afterwards. */
        RECOVERED,
        /** An answer was wrong, which nothing in the system can know; all were right again afterwards. */
        WRONG,
        /** Answers went on being wrong, or missing, from a process that seemed well to its supervisor. */
        WRONG_FOR_GOOD,
        /** A process ended that no fault was put into. */
        SPREAD,
        /** Nobody ran any more. */
        SYSTEM_CRASH
    }

    private static final Gson GSON = new Gson();
    private static final Type COUNTS = new TypeToken<TreeMap<String, EnumMap<Ending, Long>>>() {}.getType();

    /** For each victim and sort of fault. */
    private final SortedMap<String, Map<Ending, Long>> counts = new TreeMap<>();

    synchronized void add(Injector.Fault fault, Ending ending) {
        String kind = fault.victim() + ", " + fault.sort().name().toLowerCase();
        add(kind, Map.of(ending, 1L));
    }

    synchronized void addAll(Tally other) {
        other.counts.forEach(this::add);
    }

    /** Adds what {@link #toJson} wrote of another one. */
    synchronized void addAll(String json) {
        Map<String, Map<Ending, Long>> other = GSON.fromJson(json, COUNTS);
        other.forEach(this::add);
    }

    private void add(String kind, Map<Ending, Long> more) {
        Map<Ending, Long> of = counts.computeIfAbsent(kind, key -> new EnumMap<>(Ending.class));
        more.forEach((ending, count) -> of.merge(ending, count, Long::sum));
    }

    /** How many ended how, for each victim and sort of fault, in one line. */
    synchronized String toJson() {
        return GSON.toJson(counts);
    }

    synchronized long of(Ending ending) {
        return counts.values().stream()
                .mapToLong(endings -> endings.getOrDefault(ending, 0L))
                .sum();
    }

    long injected() {
        return Arrays.stream(Ending.values()).mapToLong(this::of).sum();
    }

    long manifested() {
        return injected() - of(Ending.NOTHING);
    }

    /** Of those that harmed what had no fault. */
    long bad() {
        return of(Ending.SPREAD) + of(Ending.SYSTEM_CRASH);
    }

    /** The figures by their keys, in the order in which people read them. */
    SequencedMap<String, Long> figures() {
        SequencedMap<String, Long> figures = new LinkedHashMap<>();
        figures.put("faultsInjected", injected());
        figures.put("faultsManifested", manifested());
        figures.put("faultsRecovered", of(Ending.RECOVERED));
        figures.put("wrongAnswers", of(Ending.WRONG));
        figures.put("wrongAnswersForGood", of(Ending.WRONG_FOR_GOOD));
        figures.put("faultsThatSpread", of(Ending.SPREAD));
        figures.put("systemCrashes", of(Ending.SYSTEM_CRASH));
        return figures;
    }

    /** A line for each figure, and for each victim and sort of fault how many ended how. */
    synchronized String table() {
        StringBuilder text = new StringBuilder();
        figures().forEach((key, value) -> text.append("%-24s %,d%n".formatted(key, value)));
        counts.forEach((kind, endings) ->
                text.append("  %-24s %s%n".formatted(kind, endings.toString().toLowerCase())));
        return text.toString();
    }
}
