package ristretto.test.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the machine says while faults are put into it, line by line: those of {@code ristretto.bench.faults.Prober}, reports of the supervisor, and anything else. */
final class Watch {
    /** Longer numbers nobody sends, but a console that has a fault may write a digit again and again. */
    private static final Pattern PROBE = Pattern.compile("p(N) c(N) e(N) r(N) w(N)\\.".replace("N", "\\d{1,18}"));
    /** Anywhere in a line, and cut anywhere by the next one: a console that has a fault may have lost the end of the line before. */
    private static final Pattern REPORT = Pattern.compile("supervisor: ([a-z0-9-]*?)(?:: |:?(?=supervisor: ))");
    /** What root, or the next supervisor, says of the supervisor's end. */
    private static final Pattern SUPERVISOR_ENDED =
            Pattern.compile("supervisor: (?:[a-z ]+ at 0x|missed its heartbeat)|the supervisor ended with exit code");

    private static final long LOOK_AGAIN_MS = 2;

    /** What the prober had got right, and wrong, when it said so. */
    record Probe(long number, long counter, long entropy, long ring, long wrong) {
        /** Since that other one every service has answered, and none wrongly. */
        boolean isWellSince(Probe before) {
            return counter > before.counter && entropy > before.entropy && ring > before.ring && wrong == before.wrong;
        }
    }

    /**
     * What came since the last time.
     *
     * @param restarted the processes whose end was reported: by the supervisor, or its own; of a name that was cut, what there is of it
     * @param garbled lines that nobody sends
     */
    record Heard(List<Probe> probes, List<String> restarted, List<String> garbled) {
        /** This, and what came afterwards. */
        Heard and(Heard next) {
            next.probes.addAll(0, probes);
            next.restarted.addAll(0, restarted);
            next.garbled.addAll(0, garbled);
            return next;
        }
    }

    private final IntFunction<String> heard;
    private String text = "";
    /** Of the text, in all that has come. */
    private int begin;

    private int position;

    /** @param heard what has come so far, but for so many characters at its beginning */
    Watch(IntFunction<String> heard) {
        this.heard = heard;
    }

    /** Waits until the prober has said something so many times; fewer where that takes too long. */
    Heard next(int probes, Duration patience) throws InterruptedException {
        Heard result = new Heard(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        long end = System.nanoTime() + patience.toNanos();
        while (result.probes.size() < probes && System.nanoTime() < end) {
            if (!takeLine(result)) {
                Thread.sleep(LOOK_AGAIN_MS);
            }
        }
        return result;
    }

    /** So many characters, of all that has come, were in lines that it has answered. */
    int taken() {
        return begin + position;
    }

    /** What has come already. */
    Heard pending() {
        Heard result = new Heard(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        while (takeLine(result)) {}
        return result;
    }

    private boolean takeLine(Heard result) {
        int lineEnd = text.indexOf('\n', position);
        if (lineEnd < 0) {
            begin = taken();
            position = 0;
            text = heard.apply(begin);
            lineEnd = text.indexOf('\n');
        }
        if (lineEnd < 0) {
            return false;
        }
        take(text.substring(position, lineEnd).strip(), result);
        position = lineEnd + 1;
        return true;
    }

    private static void take(String line, Heard result) {
        Matcher probe = PROBE.matcher(line);
        if (probe.matches()) {
            result.probes.add(new Probe(
                    Long.parseLong(probe.group(1)),
                    Long.parseLong(probe.group(2)),
                    Long.parseLong(probe.group(3)),
                    Long.parseLong(probe.group(4)),
                    Long.parseLong(probe.group(5))));
            return;
        }
        Matcher report = REPORT.matcher(line);
        boolean isWhole = report.lookingAt() && report.group().endsWith(": ");
        report.reset()
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.isEmpty())
                .forEach(result.restarted::add);
        if (SUPERVISOR_ENDED.matcher(line).find()) {
            result.restarted.add(FaultSystem.SUPERVISOR);
        } else if (!isWhole && !line.isEmpty()) {
            result.garbled.add(line);
        }
    }
}
