package ristretto.test.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An ending that no fault should have is seen where it is one. */
@Execution(ExecutionMode.CONCURRENT)
class FaultRunTest {
    /** {@code j .} */
    private static final byte[] FOR_EVER = {0x6f, 0, 0, 0};

    private static final byte[] NO_INSTRUCTION = {0, 0, 0, 0};

    private static final byte[] SRET = {0x73, 0, 0x20, 0x10};

    private static final int FAULTS = 20;
    private static final int NO_FAULTS = 100;

    @TempDir
    static Path image;

    private static FaultSystem system;

    @TempDir
    Path folder;

    @BeforeAll
    static void build() throws IOException {
        system = FaultSystem.build(image.resolve("faults.elf"));
    }

    @Test
    @Timeout(120)
    void aKernelThatGivesNobodyTheProcessorIsACrash() throws IOException, InterruptedException {
        try (FaultRun run = new FaultRun(system, socket(), new Random(1))) {
            assertTrue(run.supervisorRuns(), run::heard);
            overwriteKernelExits(run, FOR_EVER);
            Tally.Ending ending = run.end();
            while (!FaultRun.isOver(ending)) {
                // What was said before is heard first, and that the stops above took long.
                ending = run.end();
            }
            assertEquals(Tally.Ending.SYSTEM_CRASH, ending, run::heard);
        }
    }

    /** Also not by stops, and where the host is busy with other work. */
    @Test
    @Timeout(120)
    void whereNoFaultIsNothingIsSeen() throws IOException, InterruptedException {
        try (FaultRun run = new FaultRun(system, socket(), new Random(1))) {
            for (int i = 0; i < NO_FAULTS; i++) {
                run.harm(system.kernelExits().getFirst().physicalAddress(), SRET);
                assertEquals(Tally.Ending.NOTHING, run.end(), run::heard);
            }
        }
    }

    /** As when a run is interrupted. */
    @Test
    @Timeout(120)
    void aMachineThatIsEndedFromOutsideIsNone() throws IOException, InterruptedException {
        try (FaultRun run = new FaultRun(system, socket(), new Random(1))) {
            endQemu();
            IOException ended = assertThrows(IOException.class, run::supervisorRuns);
            assertEquals("QEMU was ended from outside", ended.getMessage());
        }
    }

    /** That is how the fault before has ended, whatever was seen of it first. */
    @Test
    @Timeout(120)
    void aMachineThatGoesOffBeforeTheNextFaultIsACrash() throws IOException, InterruptedException {
        List<Tally.Ending> endings = new ArrayList<>();
        putIn(endings, 2, this::endKernel);
        assertEquals(2, endings.size());
        assertEquals(Tally.Ending.SYSTEM_CRASH, endings.getLast());
    }

    @Test
    @Timeout(120)
    void aMachineThatIsEndedFromOutsideBeforeTheNextFaultIsNone() {
        List<Tally.Ending> endings = new ArrayList<>();
        IOException ended = assertThrows(IOException.class, () -> putIn(endings, 2, run -> endQemu()));
        assertEquals("QEMU was ended from outside", ended.getMessage());
        assertEquals(1, endings.size());
    }

    /** Nothing is known then of any fault. */
    @Test
    @Timeout(120)
    void aMachineThatGoesOffBeforeTheFirstFaultIsAnError() {
        List<Tally.Ending> endings = new ArrayList<>();
        assertThrows(IOException.class, () -> putIn(endings, 0, this::endKernel));
        assertEquals(List.of(), endings);
    }

    private interface Harm {
        void in(FaultRun run) throws IOException, InterruptedException;
    }

    /** Puts in faults, and does harm after so many, when the next one is about to be put in. */
    private void putIn(List<Tally.Ending> endings, int faults, Harm harm) throws IOException, InterruptedException {
        Deck deck = new Deck(FAULTS, new Random(1));
        FaultRun[] harmed = new FaultRun[1];
        Random beforeEachStop = new Random(1) {
            @Override
            public int nextInt(int bound) {
                if (harmed[0] != null && deck.size() == FAULTS - faults) {
                    FaultRun run = harmed[0];
                    harmed[0] = null;
                    try {
                        harm.in(run);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
                return super.nextInt(bound);
            }
        };
        try (FaultRun run = new FaultRun(system, socket(), beforeEachStop)) {
            harmed[0] = run;
            run.putIn(deck, (fault, ending) -> endings.add(ending));
        }
    }

    /** Goes on when the machine is off: a busy host may stop it for the next fault first. */
    private void endKernel(FaultRun run) throws IOException, InterruptedException {
        overwriteKernelExits(run, NO_INSTRUCTION);
        while (qemu().findAny().isPresent()) {
            Thread.sleep(10);
        }
    }

    private static void overwriteKernelExits(FaultRun run, byte[] instruction) throws IOException {
        for (FaultSystem.Place exit : system.kernelExits()) {
            run.harm(exit.physicalAddress(), instruction);
        }
    }

    private Path socket() {
        return folder.resolve("gdb");
    }

    private void endQemu() {
        qemu().forEach(ProcessHandle::destroyForcibly);
    }

    private Stream<ProcessHandle> qemu() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(socket().toString()));
    }
}
