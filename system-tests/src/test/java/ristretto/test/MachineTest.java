package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.machine.Conversation;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ProgramRun;

/** The machine itself, before anything of ours runs on it: four instructions that switch it off, or one that never ends. */
class MachineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** lui t0, 0x100; lui t1, 0x33; addi t1, t1, 0x333; sw t1, (t0): 3 << 16 | 0x3333 to the board's power switch. */
    private static final int[] OFF_WITH_3 = {0x001002b7, 0x00033337, 0x33330313, 0x0062a023};

    /** j 0 */
    private static final int[] FOR_EVER = {0x0000006f};

    @TempDir
    Path folder;

    private Machine machine(int[] instructions) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * instructions.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(instructions);
        return new Machine(Files.write(folder.resolve("image"), bytes.array()), 8 << 20);
    }

    @Test
    void endsWithTheGuestsExitCode() throws IOException, InterruptedException {
        try (Conversation conversation = new Conversation(machine(OFF_WITH_3))) {
            conversation.expect("OpenSBI", PATIENCE);
            assertEquals(3, conversation.exitCode(PATIENCE));
        }
    }

    @Test
    void saysWhatCameInsteadOfWhatWasExpected() throws IOException {
        try (Conversation conversation = new Conversation(machine(FOR_EVER))) {
            IOException failure =
                    assertThrows(IOException.class, () -> conversation.expect("ristretto", Duration.ofSeconds(1)));
            assertTrue(
                    failure.getMessage().startsWith("expected \"ristretto\" within 1 s, got:"), failure.getMessage());
            assertTrue(failure.getMessage().contains("OpenSBI"), failure.getMessage());
        }
    }

    @Test
    void aProgramWithoutExitCodeIsAnErrorWithAllThatWasSaid() throws IOException {
        Machine machine = machine(OFF_WITH_3);
        ByteArrayOutputStream nothing = new ByteArrayOutputStream();
        IOException failure = assertThrows(
                IOException.class,
                () -> ProgramRun.run(machine, new ByteArrayInputStream(new byte[0]), nothing, nothing, PATIENCE));
        assertTrue(failure.getMessage().startsWith("the machine went off (QEMU's exit code 3)"), failure.getMessage());
        assertTrue(failure.getMessage().contains("OpenSBI"), failure.getMessage());
        assertEquals(0, nothing.size());
    }

    @Test
    void aProgramThatTakesTooLongIsEnded() throws IOException {
        Machine machine = machine(FOR_EVER);
        ByteArrayOutputStream nothing = new ByteArrayOutputStream();
        assertThrows(
                IOException.class,
                () -> ProgramRun.run(
                        machine, new ByteArrayInputStream(new byte[0]), nothing, nothing, Duration.ofSeconds(1)));
    }
}
