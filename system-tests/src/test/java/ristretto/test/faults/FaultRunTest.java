package ristretto.test.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
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

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void aKernelThatGivesNobodyTheProcessorIsACrash() throws IOException, InterruptedException {
        FaultSystem system = FaultSystem.build(folder.resolve("faults.elf"));
        try (FaultRun run = new FaultRun(system, folder.resolve("gdb"), new Random(1))) {
            assertTrue(run.supervisorRuns(), run::heard);
            for (FaultSystem.Place exit : system.kernelExits()) {
                run.harm(exit.physicalAddress(), FOR_EVER);
            }
            Tally.Ending ending = run.end();
            while (!FaultRun.isOver(ending)) {
                // What was said before is heard first, and that the stops above took long.
                ending = run.end();
            }
            assertEquals(Tally.Ending.SYSTEM_CRASH, ending, run::heard);
        }
    }

    /** As when a run is interrupted. */
    @Test
    @Timeout(120)
    void aMachineThatIsEndedFromOutsideIsNone() throws IOException, InterruptedException {
        FaultSystem system = FaultSystem.build(folder.resolve("faults.elf"));
        Path socket = folder.resolve("gdb");
        try (FaultRun run = new FaultRun(system, socket, new Random(1))) {
            for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
                if (process.info().commandLine().orElse("").contains(socket.toString())) {
                    process.destroyForcibly();
                }
            }
            IOException ended = assertThrows(IOException.class, run::supervisorRuns);
            assertEquals("QEMU was ended from outside", ended.getMessage());
        }
    }
}
