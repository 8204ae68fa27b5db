package ristretto.tool.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A process that runs {@code ristretto.bench.compiler.Timed} and waits to be told which program is next. */
final class TimedProcess implements AutoCloseable {
    private final Process process;
    private final OutputStream requests;
    private final BufferedReader answers;
    private final int programs;

    TimedProcess(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        process = builder.start();
        requests = process.getOutputStream();
        answers = process.inputReader(StandardCharsets.UTF_8);
        programs = Integer.parseInt(line());
    }

    int programs() {
        return programs;
    }

    /** Runs a program once; one entry each. */
    CountedRuns run(int program) throws IOException {
        requests.write('A' + program);
        requests.write('\n');
        requests.flush();
        return CountedRuns.parse(line());
    }

    private String line() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the benchmark ended early");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
    }

    /**
     * The median times of two processes that run each program in turns, so that whatever else the machine does meets both.
     *
     * @param warmUps runs of each program before the first one that counts, in each process
     */
    static Map.Entry<CountedRuns, CountedRuns> inTurns(TimedProcess ours, TimedProcess others, int warmUps, int runs)
            throws IOException {
        CountedRuns first = CountedRuns.parse("");
        CountedRuns second = CountedRuns.parse("");
        for (int program = 0; program < ours.programs(); program++) {
            for (int i = 0; i < warmUps; i++) {
                ours.run(program);
                others.run(program);
            }
            long[] ourTimes = new long[runs];
            long[] otherTimes = new long[runs];
            for (int i = 0; i < runs; i++) {
                ourTimes[i] = first.add(ours.run(program));
                otherTimes[i] = second.add(others.run(program));
            }
            first.replaceLast(median(ourTimes));
            second.replaceLast(median(otherTimes));
        }
        return Map.entry(first, second);
    }

    private static long median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
