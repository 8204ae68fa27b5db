package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import ristretto.tool.bench.ComponentFigures;
import ristretto.tool.bench.Figure;
import ristretto.tool.bench.Report;

/**
 * What a service's call costs beside a bare message and its answer, and a message of 64 bytes through a ring in the steady state: at least 16 words loaded and
 * 16 stored. And how long a client waits while its server is replaced. That nothing is signalled to who does not wait is tested on the JVM.
 */
class ComponentCostTest {

    @Test
    void callsMessagesAndSwapsKeepTheirBars() throws IOException {
        Report report = new ComponentFigures(ImageFactory.HOUSE, ImageFactory.builder()).take();
        check(report, "serviceCallOverhead", 10, 60);
        check(report, "ringMessage", 32, 60);
        check(report, "waitingCall", 500, 4_000);
        check(report, "ringCall", 100, 400);
        check(report, "ringCallsWrong", 0, 0);
        check(report, "swapGapInstructions", 20_000, 1_000_000);
        check(report, "deadlinesMissed", 0, 0);
        check(report, "crashes", 10, 10);
        double throughput = figure(report, "crashThroughput").doubleValue();
        assertTrue(throughput >= 0.95 && throughput < 1, () -> "crashThroughput: " + throughput);
        check(report, "brakingPeriods", 20_000, 20_000);
        check(report, "restartInstructions", 50_000, 3_000_000);
        check(report, "serviceRestartInstructions", 50_000, 3_500_000);
        check(report, "supervisorRestartInstructions", 50_000, 3_000_000);
        check(report, "swaps", 100, 100);
        check(report, "swapCalls", 10_000, 100_000);
        check(report, "swapCallsFailed", 0, 0);
    }

    private static void check(Report report, String key, long least, long most) {
        long value = figure(report, key).longValue();
        assertTrue(value >= least && value <= most, () -> key + ": " + value);
    }

    private static Number figure(Report report, String key) {
        Figure figure = report.figures().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        return figure.value().orElseThrow();
    }
}
