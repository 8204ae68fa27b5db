package ristretto.test.faults;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

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

    private final Map<Ending, Long> endings = new EnumMap<>(Ending.class);
    private final Map<String, Map<Ending, Long>> bySort = new LinkedHashMap<>();

    synchronized void add(Injector.Fault fault, Ending ending) {
        endings.merge(ending, 1L, Long::sum);
        bySort.computeIfAbsent(
                        fault.victim() + ", " + fault.sort().name().toLowerCase(), key -> new EnumMap<>(Ending.class))
                .merge(ending, 1L, Long::sum);
    }

    synchronized void addAll(Tally other) {
        other.endings.forEach((ending, count) -> endings.merge(ending, count, Long::sum));
        other.bySort.forEach((sort, counts) -> counts.forEach((ending, count) ->
                bySort.computeIfAbsent(sort, key -> new EnumMap<>(Ending.class)).merge(ending, count, Long::sum)));
    }

    synchronized long of(Ending ending) {
        return endings.getOrDefault(ending, 0L);
    }

    synchronized long injected() {
        return endings.values().stream().mapToLong(Long::longValue).sum();
    }

    long manifested() {
        return injected() - of(Ending.NOTHING);
    }

    /** A line for each figure, and for each victim and sort of fault how many ended how. */
    synchronized String table() {
        StringBuilder text = new StringBuilder();
        line(text, "faultsInjected", injected());
        line(text, "faultsManifested", manifested());
        line(text, "faultsRecovered", of(Ending.RECOVERED));
        line(text, "wrongAnswers", of(Ending.WRONG));
        line(text, "wrongAnswersForGood", of(Ending.WRONG_FOR_GOOD));
        line(text, "faultsThatSpread", of(Ending.SPREAD));
        line(text, "systemCrashes", of(Ending.SYSTEM_CRASH));
        bySort.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> text.append("  %-24s %s%n"
                        .formatted(entry.getKey(), entry.getValue().toString().toLowerCase())));
        return text.toString();
    }

    private static void line(StringBuilder text, String key, long value) {
        text.append("%-24s %,d%n".formatted(key, value));
    }
}
