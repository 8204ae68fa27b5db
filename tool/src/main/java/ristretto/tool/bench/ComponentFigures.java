package ristretto.tool.bench;

import java.util.List;
import java.util.Map;
import ristretto.tool.House;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.Systems;

/** What calls and streams between components cost: {@code ristretto.bench.ServiceClientBench} counts in the system {@code bench-service}; and {@link RingFigures}. */
public final class ComponentFigures implements Report.Suite {
    private static final String OVERHEAD = "serviceCallOverhead";
    private static final String CALL = "serviceCall";
    private static final String THROUGHPUT = "crashThroughput";
    private static final String CRASHES = "crashes";
    private static final String CRASH_FAILED = "crashCallsFailed";
    private static final int CRASH_SHIFT = 3;
    private static final String GAP = "swapGapInstructions";
    private static final String SWAPS = "swaps";
    private static final String SWAP_CALLS = "swapCalls";
    private static final String SWAP_FAILED = "swapCallsFailed";
    private static final String RESTART = "restartInstructions";
    private static final String SERVICE_RESTART = "serviceRestartInstructions";
    private static final String SUPERVISOR_RESTART = "supervisorRestartInstructions";
    private static final String CHANNEL = "ringCall";
    private static final String CHANNEL_WRONG = "ringCallsWrong";
    private static final String WAITING = "waitingCall";
    private static final String BARE = "serviceCallBare";

    private final House house;
    private final SystemBuilder builder;

    public ComponentFigures(House house, SystemBuilder builder) {
        this.house = house;
        this.builder = builder;
    }

    @Override
    public Report take() {
        FigureTable figures = new FigureTable();
        figures.add(Figure.unmeasured(
                OVERHEAD,
                "@Service call above bare IPC, instructions",
                "60",
                List.of(),
                "two ints, an int result; both sides; images as in the boot archive, optimised for size"));
        figures.add(Figure.unmeasured(CALL, "the whole call", "", List.of(), "server with a budget of its own"));
        figures.add(Figure.unmeasured(BARE, "a message of two words and back, by hand", "", List.of(), "likewise"));
        figures.attempt(
                () -> CountedSystem.run(house, builder, Systems.find(house, "bench-service"), figures),
                OVERHEAD,
                CALL,
                BARE);
        figures.add(Figure.unmeasured(
                WAITING,
                "call of a method that may wait, but need not",
                "",
                List.of(),
                "by a message: the server's description has no concurrent-calls"));
        figures.attempt(
                () -> figures.measured(
                        WAITING,
                        CountedSystem.results(house, builder, Systems.find(house, "bench-threads"), 0)
                                .get(WAITING)),
                WAITING);
        figures.add(Figure.unmeasured(
                CHANNEL,
                "the same by a channel, 60 threads at once, instructions",
                "400",
                List.of(),
                "two ints, an int result; both sides, their threads and the kernel; as small as in the boot archive"));
        figures.add(Figure.unmeasured(CHANNEL_WRONG, "answers that were wrong", "0", List.of(), "of 243,000"));
        figures.attempt(
                () -> CountedSystem.run(house, builder, Systems.find(house, "bench-channel"), figures),
                CHANNEL,
                CHANNEL_WRONG);
        new RingFigures(house, builder).take(figures);
        figures.add(Figure.unmeasured(
                GAP,
                "swap under load: longest gap between two answers, instructions",
                "1,000,000",
                List.of(),
                "a server with saved state, replaced 100 times while a client calls it without a pause"));
        figures.add(Figure.unmeasured(
                SWAPS, "swaps that came about", "", List.of(), "of 100; two bad versions were dropped"));
        figures.add(Figure.unmeasured(
                SWAP_CALLS,
                "calls meanwhile",
                "",
                List.of(),
                "at least 10,000; each answer is one more than the last"));
        figures.add(Figure.unmeasured(SWAP_FAILED, "calls that failed", "0", List.of(), ""));
        figures.attempt(
                () -> CountedSystem.run(house, builder, Systems.find(house, "bench-swap"), figures),
                GAP,
                SWAPS,
                SWAP_CALLS,
                SWAP_FAILED);
        takeRestarts(figures);
        takeCrashes(figures);
        new BrakingFigures(house, builder, BrakingFigures.PERIODS_PER_REPORT).take(figures);
        return new Report("QEMU virt, rv64, one core, -icount shift=0,sleep=off", List.of(), figures.all(), "");
    }

    private void takeRestarts(FigureTable figures) {
        figures.add(
                Figure.unmeasured(
                        RESTART,
                        "crash of a driver to the next answered call, instructions",
                        "3,000,000",
                        List.of(),
                        "the longest of 20: console with its registers and its interrupt; the report of the crash on the console is a part of it"));
        figures.add(Figure.unmeasured(SERVICE_RESTART, "the same of a service with saved state", "", List.of(), ""));
        figures.add(
                Figure.unmeasured(
                        SUPERVISOR_RESTART,
                        "crash of the supervisor to its next answer, instructions",
                        "",
                        List.of(),
                        "the longest of 20: root makes a new one, which finds the processes of the one before and says so on the console; all others go on"));
        figures.attempt(
                () -> CountedSystem.run(house, builder, Systems.find(house, "bench-restart"), figures),
                RESTART,
                SERVICE_RESTART,
                SUPERVISOR_RESTART);
    }

    private void takeCrashes(FigureTable figures) {
        figures.add(Figure.unmeasured(
                THROUGHPUT,
                "a server crashes every second: calls answered, of those undisturbed",
                "at least 0.95",
                List.of(),
                "10 s each, the client calls without a pause; an instruction takes 8 ns"));
        figures.add(Figure.unmeasured(CRASHES, "crashes", "", List.of(), ""));
        figures.add(Figure.unmeasured(CRASH_FAILED, "calls that failed by them", "", List.of(), "ServiceRestarted"));
        figures.attempt(
                () -> {
                    Map<String, Long> results =
                            CountedSystem.results(house, builder, Systems.find(house, "bench-crash"), CRASH_SHIFT);
                    figures.measured(CRASHES, results.get(CRASHES));
                    figures.measured(CRASH_FAILED, results.get(CRASH_FAILED));
                    figures.measured(
                            THROUGHPUT, (double) results.get("crashCalls") / results.get("crashCallsUndisturbed"));
                },
                THROUGHPUT,
                CRASHES,
                CRASH_FAILED);
    }
}
