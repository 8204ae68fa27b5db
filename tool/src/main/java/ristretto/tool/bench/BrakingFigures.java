package ristretto.tool.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ristretto.tool.House;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Conversation;
import ristretto.tool.machine.Machine;

/**
 * Whether the brake of the system {@code braking} keeps its deadlines, 1,000 a second, while another process uses all the processor time and memory that it can get. The machine is a slow one: an
 * instruction takes 8 ns, so that a period has 125,000.
 */
public final class BrakingFigures implements Report.Suite {
    /** What the brake reports after. */
    public static final long PERIODS_PER_REPORT = 20_000;

    private static final int INSTRUCTION_SHIFT = 3;
    private static final Duration PATIENCE_PER_REPORT = Duration.ofMinutes(5);
    private static final Pattern REPORT = Pattern.compile(
            "([0-9]+) periods, ([0-9]+) deadlines missed, begun at most ([0-9]+) ns late, done after at most ([0-9]+) ns");

    private static final String MISSED = "deadlinesMissed";
    private static final String PERIODS = "brakingPeriods";
    private static final String BEGUN = "brakingLatestBegin";
    private static final String DONE = "brakingLatestEnd";

    private final House house;
    private final SystemBuilder builder;
    private final long periods;

    /** @param periods how many at least; rounded up to what the brake reports after */
    public BrakingFigures(House house, SystemBuilder builder, long periods) {
        this.house = house;
        this.builder = builder;
        this.periods = periods;
    }

    @Override
    public Report take() {
        FigureTable figures = new FigureTable();
        take(figures);
        return new Report("QEMU virt, rv64, one core, -icount shift=3,sleep=off", List.of(), figures.all(), "");
    }

    void take(FigureTable figures) {
        figures.add(Figure.unmeasured(
                MISSED,
                "braking: deadlines missed",
                "0",
                List.of(),
                "1 kHz, beside a process that uses all it can get"));
        figures.add(Figure.unmeasured(PERIODS, "of periods", "", List.of(), "of 125,000 instructions"));
        figures.add(
                Figure.unmeasured(BEGUN, "a period's work begins late by at most, instructions", "", List.of(), ""));
        figures.add(Figure.unmeasured(DONE, "and is done after at most, instructions", "", List.of(), ""));
        figures.attempt(() -> measure(figures), MISSED, PERIODS, BEGUN, DONE);
    }

    private void measure(FigureTable figures) throws IOException, InterruptedException {
        SystemDescription system = Systems.find(house, "braking");
        Path elf = builder.build(system, List.of(), Systems.bootFile(house, "braking", system));
        Machine machine = Machine.of(elf, system.platform()).countingInstructions(INSTRUCTION_SHIFT);
        try (Conversation conversation = new Conversation(machine)) {
            Matcher report;
            do {
                conversation.expect("brake: ", PATIENCE_PER_REPORT);
                report = REPORT.matcher(conversation.expect("\n", PATIENCE_PER_REPORT));
                if (!report.find()) {
                    throw new IOException("the brake says something else:\n" + conversation.heard());
                }
            } while (Long.parseLong(report.group(1)) < periods);
            figures.measured(PERIODS, Long.parseLong(report.group(1)));
            figures.measured(MISSED, Long.parseLong(report.group(2)));
            figures.measured(BEGUN, Long.parseLong(report.group(3)) >> INSTRUCTION_SHIFT);
            figures.measured(DONE, Long.parseLong(report.group(4)) >> INSTRUCTION_SHIFT);
        }
    }
}
