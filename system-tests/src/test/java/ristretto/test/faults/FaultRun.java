package ristretto.test.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import ristretto.boot.SerialLine;
import ristretto.tool.machine.Machine;

/** One boot of the system {@code faults}, into which faults are put one after the other. */
final class FaultRun implements AutoCloseable {
    static final List<String> VICTIMS = List.of("console", "counter", "entropy", "source");
    static final String SUPERVISOR = "supervisor";

    private static final Duration BOOT = Duration.ofSeconds(60);
    /** The prober speaks forty times a second; where it has not for so long, something is wrong. */
    private static final Duration SILENCE = Duration.ofSeconds(5);
    /** So many lines of the prober, some seconds, for all to be well again. */
    private static final int LONGEST_RECOVERY = 250;

    private static final int WELL = 2;

    private final SerialLine line;
    private final GdbRemote gdb;
    private final Injector injector;
    private final Watch watch;
    private final Random random;
    private final List<Long> kernelExits;
    private Watch.Probe last;

    /**
     * @param images of the processes, by their names
     * @param kernelExits where the kernel gives the processor to a process
     */
    FaultRun(Machine machine, Map<String, Path> images, List<Long> kernelExits, Path socket, Random random)
            throws IOException, InterruptedException {
        this.random = random;
        this.kernelExits = kernelExits;
        Map<String, byte[]> contents = new HashMap<>();
        for (Map.Entry<String, Path> image : images.entrySet()) {
            contents.put(image.getKey(), Files.readAllBytes(image.getValue()));
        }
        line = new SerialLine(new ProcessBuilder(machine.waitingFor("unix:" + socket + ",server=on,wait=off")
                        .onPipes())
                .redirectErrorStream(true));
        try {
            for (int i = 0; i < 100 && !Files.exists(socket); i++) {
                Thread.sleep(50);
            }
            gdb = new GdbRemote(socket);
            injector = new Injector(gdb, contents, random);
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

    Injector.Fault inject() throws IOException, InterruptedException {
        String victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
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
                if (!VICTIMS.contains(process)) {
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
    private boolean supervisorRuns() throws InterruptedException {
        try {
            injector.restoreInstruction();
            return injector.isGivenTheProcessor(SUPERVISOR, kernelExits, SILENCE);
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
