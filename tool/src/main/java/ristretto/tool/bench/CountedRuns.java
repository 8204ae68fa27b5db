package ristretto.tool.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the benchmark programs print, in Java and in C alike: for each its name, what it cost, and its result.
 *
 * @param costs in instructions or nanoseconds, by the program's name, in the order of the table
 * @param results as unsigned numbers in text
 */
record CountedRuns(LinkedHashMap<String, Long> costs, Map<String, String> results) {
    private static final Pattern LINE = Pattern.compile("(?m)^([^:\\r\\n]+): ([0-9]+) ([0-9]+)\\r?$");

    static CountedRuns parse(String output) {
        CountedRuns runs = new CountedRuns(new LinkedHashMap<>(), new LinkedHashMap<>());
        Matcher line = LINE.matcher(output);
        while (line.find()) {
            runs.costs.put(line.group(1), Long.parseLong(line.group(2)));
            runs.results.put(line.group(1), line.group(3));
        }
        return runs;
    }

    /** Takes over a single run, and answers its cost. */
    long add(CountedRuns single) {
        costs.putAll(single.costs);
        results.putAll(single.results);
        return single.costs.values().iterator().next();
    }

    void replaceLast(long cost) {
        costs.put(costs.lastEntry().getKey(), cost);
    }

    /** @throws IOException where the two did not run the same programs to the same results: then their costs say nothing */
    void expectSameResults(CountedRuns other) throws IOException {
        if (results.isEmpty() || !results.equals(other.results)) {
            throw new IOException("the results differ: " + results + " and " + other.results);
        }
    }

    /** Geometric mean of our costs divided by the other's. */
    double relativeTo(CountedRuns other) {
        double sum = 0;
        for (Map.Entry<String, Long> cost : costs.entrySet()) {
            sum += Math.log((double) cost.getValue() / other.costs.get(cost.getKey()));
        }
        return Math.exp(sum / costs.size());
    }
}
