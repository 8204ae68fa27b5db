package ristretto.test.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import ristretto.boot.SerialLine;

/**
 * One boot of the system {@code faults}, into which faults are put one after the other. The machine's time is that of its instructions: a host that is busy with other work would be seen as processes that do not answer.
 */
final class FaultRun implements AutoCloseable {
    private static final Duration BOOT = Duration.ofSeconds(60);
    /** The prober speaks forty times a second at least; where it has not for so long, something is wrong. */
    private static final Duration SILENCE = Duration.ofSeconds(10);
    /** One instruction takes 2 to the power of this nanoseconds. */
    private static final int INSTRUCTION_SHIFT = 4;
    /** So long each fault is looked at, at least. */
    private static final Duration SHORTEST_LOOK = Duration.ofMillis(10);
    /** So long a changed instruction stays, whatever is heard of it meanwhile. */
    private static final Duration WRONG_INSTRUCTION = Duration.ofMillis(25);
    /** For QEMU to end once its line and its debugger's are closed. */
    private static final Duration OFF = Duration.ofSeconds(10);
    /** What a shell answers of a process that was killed. */
    private static final int KILLED = 128 + 9;

    private static final String ENDED_BY_A_SIGNAL = "qemu-system-riscv64: terminating on signal ";
    /** The supervisor has its turns with the heartbeats, five times a second of the machine's time, which stands still at each stop. */
    private static final Duration LOOK = Duration.ofSeconds(30);
    /** For all to be well again; as many reports take almost four seconds of the machine's time where answers are missing. */
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(6);

    private static final int LONGEST_RECOVERY_REPORTS = 150;

    private static final int WELL = 2;
    /** Where answers have been wrong for so long, and in so many reports in a row, they stay so: in this time the supervisor would have noticed missing heartbeats. */
    private static final Duration LONGEST_WRONG = Duration.ofMillis(1500);

    private static final int MOST_WRONG = 50;
    /** Characters. */
    private static final int SHOWN_BEFORE = 2000;

    private final SerialLine line;
    private final GdbRemote gdb;
    private final Injector injector;
    private final Watch watch;
    private final FaultSystem system;
    private Watch.Probe last;
    /** So many characters of what was heard came before the fault that was put in last. */
    private int before;

    FaultRun(FaultSystem system, Path socket, Random random) throws IOException, InterruptedException {
        this.system = system;
        line = new SerialLine(new ProcessBuilder(system.machine()
                        .countingInstructions(INSTRUCTION_SHIFT)
                        .waitingFor("unix:" + socket + ",server=on,wait=off")
                        .onPipes())
                .redirectErrorStream(true));
        try {
            gdb = new GdbRemote(socket);
            injector = new Injector(gdb, system.images(), random);
            watch = new Watch(line::heardAfter);
            gdb.goOn();
            Watch.Heard heard = watch.next(WELL, BOOT);
            if (heard.probes().size() < WELL) {
                throw new IOException("not heard of");
            }
            last = heard.probes().getLast();
        } catch (IOException e) {
            line.close();
            throw new IOException("the system does not begin: " + line.heard(), e);
        }
    }

    /** All that the machine has said. */
    String heard() {
        return line.heard();
    }

    /** What it has said since a little before the fault that was put in last. */
    String heardOfTheLast() {
        return line.heardAfter(Math.max(0, before - SHOWN_BEFORE));
    }

    /** Writes over memory that no fault is put into, which is for tests of this class. */
    void harm(long physicalAddress, byte[] bytes) throws IOException {
        gdb.stop();
        gdb.write(physicalAddress, bytes);
        gdb.goOn();
    }

    /** Who is told how a fault ended. */
    interface Listener {
        void ended(Injector.Fault fault, Tally.Ending ending) throws IOException;
    }

    /** Puts in what is left of these, until the machine is of no use for another one. */
    void putIn(Deck deck, Listener listener) throws IOException, InterruptedException {
        Injector.Fault fault = inject(deck);
        if (fault == null) {
            throw new IOException("not even a first fault could be put in");
        }
        while (fault != null) {
            Tally.Ending ending = end();
            Injector.Fault next = null;
            if (!isOver(ending) && deck.size() > 0) {
                next = inject(deck);
                if (next == null) {
                    ending = lateEnd();
                }
            }
            listener.ended(fault, ending);
            fault = next;
        }
    }

    /** A fault that is put in; null: there was no occasion, or the machine has gone off. */
    private Injector.Fault inject(Deck deck) throws IOException, InterruptedException {
        try {
            return injector.inject(deck);
        } catch (IOException e) {
            endedByTheGuest(e);
            return null;
        }
    }

    /** Of a fault that seemed to have ended, but no other one can be put in. */
    private Tally.Ending lateEnd() throws IOException, InterruptedException {
        Tally.Ending ending = end();
        if (!isOver(ending)) {
            throw new IOException("all is well, but there was no occasion for any of the faults that are left");
        }
        return ending;
    }

    /** What becomes of the fault that was just put in. After some endings the machine is of no use for another one: {@link #isOver}. */
    Tally.Ending end() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        before = watch.taken();
        Seen seen = new Seen();
        // What the prober had said before is not what it says of this fault.
        seen.add(watch.pending());
        int well = 0;
        while (isEarly(begin, well) && !seen.staysWrong() && System.nanoTime() - begin < LONGEST_RECOVERY.toNanos()) {
            Watch.Heard heard = hear(begin + WRONG_INSTRUCTION.toNanos());
            if (heard.probes().isEmpty()) {
                seen.add(heard);
                return supervisorRuns() ? seen.ending(false) : Tally.Ending.SYSTEM_CRASH;
            }
            well = seen.add(heard) ? well + 1 : 0;
        }
        return seen.ending(well >= WELL);
    }

    /** Each end takes the fault that was put in before it: what shows later is counted with a later one. */
    private boolean isEarly(long begin, int well) {
        return well < WELL || injector.hasChangedInstruction() || System.nanoTime() - begin < SHORTEST_LOOK.toNanos();
    }

    /** What was heard since a fault was put in. */
    private final class Seen {
        private final Set<String> others = new HashSet<>();
        private boolean restarted;
        private boolean wrong;
        private boolean missing;
        /** Reports that had more wrong answers each, since one that had none, or a process ended. */
        private int wrongInARow;

        private int reports;

        private long firstWrongNs;

        /** Answers whether it speaks of nothing but right answers, of all. */
        boolean add(Watch.Heard heard) {
            restarted |= !heard.restarted().isEmpty();
            heard.restarted().stream()
                    .filter(process -> !FaultSystem.mayBeVictim(process))
                    .forEach(others::add);
            wrong |= !heard.garbled().isEmpty();
            boolean isWell = heard.restarted().isEmpty() && heard.garbled().isEmpty();
            if (!heard.restarted().isEmpty()) {
                wrongInARow = 0;
            }
            reports += heard.probes().size();
            for (Watch.Probe probe : heard.probes()) {
                boolean hasMoreWrong = probe.wrong() > last.wrong();
                wrong |= hasMoreWrong;
                wrongInARow = hasMoreWrong ? wrongInARow + 1 : 0;
                firstWrongNs = wrongInARow == 1 ? System.nanoTime() : firstWrongNs;
                isWell &= probe.isWellSince(last);
                last = probe;
            }
            missing |= !isWell;
            return isWell;
        }

        boolean staysWrong() {
            return wrongInARow >= MOST_WRONG && System.nanoTime() - firstWrongNs >= LONGEST_WRONG.toNanos();
        }

        boolean takesTooLong(long beginNs) {
            return reports >= LONGEST_RECOVERY_REPORTS && System.nanoTime() - beginNs >= LONGEST_RECOVERY.toNanos();
        }

        Tally.Ending ending(boolean isWellAgain) {
            if (!others.isEmpty()) {
                return Tally.Ending.SPREAD;
            }
            if (!isWellAgain) {
                return Tally.Ending.WRONG_FOR_GOOD;
            }
            return wrong ? Tally.Ending.WRONG : restarted || missing ? Tally.Ending.RECOVERED : Tally.Ending.NOTHING;
        }
    }

    /** The next that the prober says. A changed instruction is right again when its time has come, also where nothing is heard: what lacks it may be what speaks. */
    private Watch.Heard hear(long rightNs) throws IOException, InterruptedException {
        if (!injector.hasChangedInstruction()) {
            return watch.next(1, SILENCE);
        }
        Watch.Heard heard = watch.next(1, Duration.ofNanos(Math.max(0, rightNs - System.nanoTime())));
        if (System.nanoTime() < rightNs) {
            return heard;
        }
        try {
            injector.restoreInstruction();
        } catch (IOException e) {
            endedByTheGuest(e);
        }
        return heard.probes().isEmpty() ? heard.and(watch.next(1, SILENCE)) : heard;
    }

    static boolean isOver(Tally.Ending ending) {
        return ending.compareTo(Tally.Ending.WRONG_FOR_GOOD) >= 0;
    }

    /** Whether the supervisor still looks after all, although the prober is not heard: it may wait for an answer that a driver has lost, or the console swallow what it says. */
    boolean supervisorRuns() throws IOException, InterruptedException {
        try {
            injector.restoreInstruction();
            return injector.isGivenTheProcessor(
                    FaultSystem.SUPERVISOR,
                    system.kernelExits().stream()
                            .map(FaultSystem.Place::virtualAddress)
                            .toList(),
                    LOOK);
        } catch (IOException e) {
            endedByTheGuest(e);
            return false;
        }
    }

    /** The machine is off. Where somebody has ended QEMU, as at the end of a run that is interrupted, nothing is known of the fault. */
    private void endedByTheGuest(IOException seen) throws IOException, InterruptedException {
        int code;
        try {
            code = line.exitCode(OFF);
        } catch (IOException e) {
            e.addSuppressed(seen);
            throw e;
        }
        if (code == KILLED || line.heard().contains("\n" + ENDED_BY_A_SIGNAL)) {
            throw new IOException("QEMU was ended from outside", seen);
        }
    }

    @Override
    public void close() {
        try {
            gdb.close();
        } catch (IOException e) {
            // QEMU is ended in any case.
        }
        line.close();
    }
}
