package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.compiler.time.KernelTime.LongestPath;
import ristretto.tool.verify.WorstTimes;

/**
 * The kernel's static bounds of the time with interrupts off: the largest holds the bar, each call has one, and no path that is measured on the machine
 * is longer than that of its call.
 */
class WorstTimeTest {
    private static final Pattern PATH = Pattern.compile("(?m)^path (\\w+) (\\d+)\\r?$");
    /** What the machine measures, and which operation it is. */
    private static final Map<String, String> OPERATIONS = Map.of(
            "map", "FRAME_MAP",
            "copy", "FRAME_COPY",
            "move", "TABLE_MOVE",
            "space", "UNTYPED_RETYPE",
            "table", "UNTYPED_RETYPE",
            "log", "LOG_WRITE");

    @TempDir
    Path folder;

    @Test
    void isAboveWhatIsMeasuredAndBelowTheBar() throws IOException, InterruptedException {
        WorstTimes times = new WorstTimes(ImageFactory.HOUSE);
        List<LongestPath> paths = times.paths();
        long bound = paths.getFirst().instructions();
        assertTrue(bound <= WorstTimes.BAR, () -> paths.toString());
        Map<String, Long> measured = measured();
        assertEquals(6, measured.size(), measured.toString());
        Map<String, Long> bounds = times.byCall();
        measured.forEach((name, instructions) -> {
            long own = bounds.get(OPERATIONS.get(name));
            assertTrue(instructions < own && own <= bound, name + " " + instructions + " " + own);
        });
        // Else nothing is told apart.
        assertTrue(bounds.get("YIELD") < bound / 2, bounds.toString());
        assertEquals(bound, bounds.values().stream().mapToLong(one -> one).max().orElseThrow(), bounds.toString());
        // Else what is bounded is not what is measured.
        assertTrue(measured.get("copy") > bound / 3, measured.toString());
        assertTrue(measured.get("map") > bound / 4, measured.toString());
    }

    private Map<String, Long> measured() throws IOException, InterruptedException {
        Map<String, Long> measured = new TreeMap<>();
        Matcher line = PATH.matcher(CountedProgram.run(folder, "LongPaths", List.of()));
        while (line.find()) {
            measured.put(line.group(1), Long.parseLong(line.group(2)));
        }
        System.out.println("measured " + measured);
        return measured;
    }
}
