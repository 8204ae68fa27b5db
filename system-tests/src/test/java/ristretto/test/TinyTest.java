package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Conversation;
import ristretto.tool.machine.Machine;

/** The system of {@code systems/tiny.toml}, with few samples and then an end, on a machine of half a megabyte without firmware. */
class TinyTest {
    private static final Pattern OUTPUT = Pattern.compile("sensor: bytes in use ([0-9]+)\r\n"
            + "sensor: sample 1 at [0-9]+[.][0-9]{3} s, late by [0-9]+ us\r\n"
            + "sensor: sample 2 at [0-9]+[.][0-9]{3} s, late by [0-9]+ us\r\n"
            + "sensor: sample 3 at [0-9]+[.][0-9]{3} s, late by [0-9]+ us\r\n");
    private static final long BAR = 448 << 10;

    @TempDir
    Path folder;

    @Test
    void samplesAndEnds() throws IOException, InterruptedException {
        try (Conversation conversation = new Conversation(machine("[\"20\", \"3\"]"))) {
            int exitCode = conversation.exitCode(Waits.COMMAND);
            Matcher said = OUTPUT.matcher(conversation.heard());
            assertTrue(said.matches(), conversation.heard());
            assertTrue(Rows.number(said.group(1)) <= BAR, said.group(1));
            assertEquals(0, exitCode);
        }
    }

    /** Also a process in a shared image ends alone, with a trace that names its lines, and is started again. */
    @Test
    void aSensorThatFailsIsStartedAgain() throws IOException, InterruptedException {
        try (Conversation conversation = new Conversation(machine("[\"-1\"]"))) {
            conversation.expect("sensor: exited with code 1: ", Waits.COMMAND);
            conversation.expect("at ristretto.sensor.Sensor.main(Sensor.java:", Waits.COMMAND);
            conversation.expect("; restarted (1)", Waits.COMMAND);
        }
    }

    private Machine machine(String arguments) throws IOException {
        String tiny = Files.readString(ImageFactory.HOUSE.systems().resolve("tiny.toml"));
        String changed = tiny.replace("arguments = [\"500\"]", "arguments = " + arguments);
        Path file = Files.writeString(folder.resolve("tiny.toml"), changed);
        SystemDescription system = Systems.find(ImageFactory.HOUSE, file.toString());
        Path elf = folder.resolve("tiny.elf");
        return Machine.of(ImageFactory.builder().build(system, List.of(), elf), system.platform());
    }
}
