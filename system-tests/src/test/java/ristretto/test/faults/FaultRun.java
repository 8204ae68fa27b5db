package ristretto.test.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import ristretto.boot.SerialLine;

/** One boot of the system {@code faults}, into which faults are put one after the other. */
final class FaultRun implements AutoCloseable {
    private static final Duration BOOT = Duration.ofSeconds(60);
    /** The prober speaks forty times a second; where it has not for so long, something is wrong. */
    private static final Duration SILENCE = Duration.ofSeconds(5);
    /** The supervisor has its turns with the heartbeats, five times a second of the machine's time, which stands still at each stop. */
    private static final Duration LOOK = Duration.ofSeconds(20);
    /** So many lines of the prober, some seconds, for all to be well again. */
    private static final int LONGEST_RECOVERY = 250;

    private static final int WELL = 2;

    private final SerialLine line;
    private final GdbRemote gdb;
    private final Injector injector;
    private final Watch watch;
    private final Random random;
    private final FaultSystem system;
    private Watch.Probe last;

    FaultRun(FaultSystem system, Path socket, Random random) throws IOException, InterruptedException {
        this.system = system;
        this.random = random;
        line = new SerialLine(new ProcessBuilder(system.machine()
                        .waitingFor("unix:" + socket + ",server=on,wait=off")
                        .onPipes())
                .redirectErrorStream(true));
        try {
            for (int i = 0; i < 100 && !Files.exists(socket); i++) {
                Thread.sleep(50);
            }
            gdb = new GdbRemote(socket);
            injector = new Injector(gdb, system.images(), random);
            watch = new Watch(line::heard);
            gdb.goOn();
            Watch.Heard heard = watch.next(WELL, BOOT);
            if (heard.probes().size() < WELL) {
                throw new IOException("the system does not begin: " + line.heard());
            }
            last = heard.probes().getLast();
        } catch (IOException e) {
            line.close();
            throw e;
        }
    }

    /** All that the machine has said. */
    String heard() {
        return line.heard();
    }

    /** Writes over memory that no fault is put into, which is for tests of this class. */
    void harm(long physicalAddress, byte[] bytes) throws IOException {
        gdb.stop();
        gdb.write(physicalAddress, bytes);
        gdb.goOn();
    }

    Injector.Fault inject() throws IOException, InterruptedException {
        String victim = FaultSystem.VICTIMS.get(random.nextInt(FaultSystem.VICTIMS.size()));
        Injector.Sort[] sorts = Injector.Sort.values();
        return injector.inject(victim, sorts[random.nextInt(sorts.length)]);
    }

    /** What becomes of the fault that was just put in. After some endings the machine is of no use for another one: {@link #isOver}. */
    Tally.Ending end() throws IOException, InterruptedException {
        Set<String> others = new HashSet<>();
        boolean restarted = false;
        boolean wrong = false;
        boolean missing = false;
        int well = 0;
        for (int i = 0; well < WELL && i < LONGEST_RECOVERY; i++) {
            Watch.Heard heard = watch.next(1, SILENCE);
            if (i == 1) {
                injector.restoreInstruction();
            }
            for (String process : heard.restarted()) {
                restarted = true;
                if (!FaultSystem.VICTIMS.contains(process)) {
                    others.add(process);
                }
            }
            wrong |= !heard.garbled().isEmpty();
            if (heard.probes().isEmpty()) {
                return supervisorRuns() ? Tally.Ending.WRONG_FOR_GOOD : Tally.Ending.SYSTEM_CRASH;
            }
            Watch.Probe probe = heard.probes().getFirst();
            wrong |= probe.wrong() > last.wrong();
            boolean isWell = probe.isWellSince(last)
                    && heard.restarted().isEmpty()
                    && heard.garbled().isEmpty();
            missing |= !isWell;
            well = isWell ? well + 1 : 0;
            last = probe;
        }
        if (!others.isEmpty()) {
            return Tally.Ending.SPREAD;
        }
        if (well < WELL) {
            return Tally.Ending.WRONG_FOR_GOOD;
        }
        return wrong ? Tally.Ending.WRONG : restarted || missing ? Tally.Ending.RECOVERED : Tally.Ending.NOTHING;
    }

    static boolean isOver(Tally.Ending ending) {
        return ending.compareTo(Tally.Ending.WRONG_FOR_GOOD) >= 0;
    }

    /** Whether the supervisor still looks after all, although the prober is not heard: it may wait for an answer that a driver has lost, or the console swallow what it says. */
    boolean supervisorRuns() throws InterruptedException {
        try {
            injector.restoreInstruction();
            return injector.isGivenTheProcessor(
                    FaultSystem.SUPERVISOR,
                    system.kernelExits().stream()
                            .map(FaultSystem.Place::virtualAddress)
                            .toList(),
                    LOOK);
        } catch (IOException e) {
            // The machine is off.
            return false;
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
