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
import ristretto.tool.image.HouseComponents;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Conversation;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ShellSession;

/** Systems without firmware: that of {@code systems/tiny.toml} in half a megabyte, with few samples and then an end, and {@code demo}. */
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

    /** Input, interrupts, restarts and the other means of larger systems need no firmware either. */
    @Test
    void demoRunsWithoutFirmwareToo() throws IOException, InterruptedException {
        SystemDescription bare =
                Systems.find(ImageFactory.HOUSE, "demo", "bare", new HouseComponents(ImageFactory.HOUSE));
        try (ShellSession session = new ShellSession(machine(bare))) {
            assertEquals("1", session.run("count").strip());
            for (String deed : List.of("read-kernel", "privileged")) {
                String said = session.run("rogue " + deed);
                assertTrue(said.contains("rogue " + deed + ": contained"), said);
            }
            assertEquals(0, session.off());
        }
    }

    private Machine machine(String arguments) throws IOException {
        String description = "include = [\"%s\"]\n[process.sensor]\narguments = %s\n"
                .formatted(ImageFactory.HOUSE.systems().resolve("tiny.toml"), arguments);
        Path file = Files.writeString(folder.resolve("tiny.toml"), description);
        return machine(Systems.find(ImageFactory.HOUSE, file.toString()));
    }

    private Machine machine(SystemDescription system) throws IOException {
        Path elf = folder.resolve(system.name() + ".elf");
        return Machine.of(ImageFactory.builder().build(system, List.of(), elf), system.platform());
    }
}
