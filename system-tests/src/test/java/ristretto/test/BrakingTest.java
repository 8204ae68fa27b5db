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

/** The brake keeps its deadlines beside a process that uses all it can get; and it sees it when it does not: {@code ComponentCostTest} runs the 20,000 periods of the bench. */
class BrakingTest {
    private static final Pattern REPORT = Pattern.compile("([0-9]+) periods, ([0-9]+) deadlines missed");

    @TempDir
    Path folder;

    @Test
    void keepsItsDeadlines() throws IOException, InterruptedException {
        assertEquals(0, missed("500", ""));
    }

    /** What is more urgent than the brake and may run nine of ten milliseconds leaves it too little. */
    @Test
    void seesDeadlinesThatAreMissed() throws IOException, InterruptedException {
        assertTrue(missed("50", "priority = 235\nbudget = \"9ms\"\nperiod = \"10ms\"") >= 10);
    }

    /** The same process with a budget is more urgent, and leaves the brake what it needs. */
    @Test
    void aBudgetHoldsWhatIsMoreUrgent() throws IOException, InterruptedException {
        assertEquals(0, missed("500", "priority = 235\nbudget = \"300us\"\nperiod = \"1ms\""));
    }

    /** 256 KiB of its own and 1,024 that the supervisor lends, less what objects need beside. */
    @Test
    void theProcessBesideItGetsAllTheMemoryThatIsLent() throws IOException, InterruptedException {
        try (Conversation conversation = new Conversation(machine("500", ""))) {
            conversation.expect("hog: ", Waits.COMMAND);
            long kibibytes = Long.parseLong(conversation.expect(" KiB", Waits.COMMAND));
            assertTrue(kibibytes > 1100 && kibibytes < 1280, conversation.heard());
        }
    }

    private long missed(String arguments, String hog) throws IOException, InterruptedException {
        try (Conversation conversation = new Conversation(machine(arguments, hog))) {
            conversation.expect("brake: ", Waits.COMMAND);
            Matcher report = REPORT.matcher(conversation.expect("\n", Waits.COMMAND));
            assertTrue(report.find(), conversation.heard());
            return Long.parseLong(report.group(2));
        }
    }

    private Machine machine(String arguments, String hog) throws IOException {
        String description = "include = [\"%s\"]\n[process.brake]\narguments = [\"%s\"]\n[process.hog]\n%s\n"
                .formatted(ImageFactory.HOUSE.systems().resolve("braking.toml"), arguments, hog);
        Path file = Files.writeString(folder.resolve("braking.toml"), description);
        SystemDescription system = Systems.find(ImageFactory.HOUSE, file.toString());
        Path elf = ImageFactory.builder().build(system, List.of(), folder.resolve("braking.elf"));
        return Machine.of(elf, system.platform()).countingInstructions(3);
    }
}
