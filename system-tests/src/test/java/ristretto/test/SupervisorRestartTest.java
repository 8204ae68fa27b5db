package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Conversation;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ShellSession;

/** A supervisor that ends is followed by another one; nobody else notices, and the new one looks after all. */
class SupervisorRestartTest {
    /** A life of it counts as stable at once, so that each of its restarts is immediate. */
    private static final String STABLE = """

            [process.supervisor]
            stable-after = "0s"
            """;

    private static final String PACER = """

            [process.pacer]
            main = "ristretto.bench.Pacer"
            heap = "32K"
            stack = "16K"
            priority = 90
            budget = "10ms"
            period = "10ms"
            uses = ["counter"]
            streams = "console"
            """;

    @TempDir
    Path folder;

    @Test
    void noCallFailsAndNobodyIsRestarted() throws IOException, InterruptedException {
        try (ShellSession shell = boot(STABLE + PACER)) {
            Conversation console = shell.conversation();
            for (int i = 1; i <= 5; i++) {
                console.expect("pacer: ", Waits.COMMAND);
                assertTrue(console.expect("\n", Waits.COMMAND).contains(" calls, 0 failed"), console::heard);
                console.send("crash supervisor\r");
                console.expect("supervisor: instruction page fault at 0x0", Waits.COMMAND);
                console.expect("; restarted (" + i + ")", Waits.COMMAND);
            }
            for (int i = 0; i < 3; i++) {
                console.expect("pacer: ", Waits.COMMAND);
                assertTrue(console.expect("\n", Waits.COMMAND).contains(" calls, 0 failed"), console::heard);
            }
            console.send("ps\r");
            console.expect("supervisor  running", Waits.COMMAND);
            console.expect(" 5\r\n", Waits.COMMAND);
            for (String process : List.of("console", "clock", "counter", "rogue", "shell", "pacer")) {
                console.expect(process + " ", Waits.COMMAND);
                assertTrue(console.expect("\n", Waits.COMMAND).strip().endsWith(" 0"), console::heard);
            }
        }
    }

    /** What the one before has said, stopped, swapped, given up or put off is so for the new one, which sees faults, exits and missed heartbeats. */
    @Test
    void theNewOneKnowsAllAndLooksAfterAll() throws IOException, InterruptedException {
        try (ShellSession shell = boot(STABLE)) {
            Conversation console = shell.conversation();
            shell.run("stop clock");
            console.send("swap counter counter-in-twos\r");
            console.expect("counter: runs counter-in-twos now", Waits.COMMAND);
            shell.settle();
            shell.run("crash rogue");
            shell.settle();
            crash(shell, 1);
            Map<String, List<String>> rows = Rows.of(shell.run("ps"));
            assertEquals("stopped", rows.get("clock").getFirst());
            assertEquals("1", rows.get("rogue").getLast());
            assertEquals("1", rows.get("supervisor").getLast());
            String log = shell.run("log");
            assertTrue(log.contains("counter: runs counter-in-twos now"), log);
            assertTrue(log.contains("rogue: instruction page fault at 0x0"), log);
            assertTrue(log.contains("supervisor: instruction page fault at 0x0"), log);
            // In twos, and after a crash too.
            long count = count(shell);
            assertEquals(count + 2, count(shell));
            shell.run("crash counter");
            shell.settle();
            assertEquals(count + 4, count(shell));
            console.send("swap counter counter\r");
            console.expect("counter: runs counter now", Waits.COMMAND);
            shell.settle();
            assertEquals(count + 5, count(shell));
            assertTrue(shell.run("rogue spin").contains("contained"), console::heard);
            assertTrue(shell.run("rogue fill-heap").contains("contained"), console::heard);
            assertEquals("", shell.run("start clock").strip());
            assertTrue(shell.run("date").contains("T"), console::heard);
        }
    }

    /** It has crashed, and its second restart is due in seconds: that it is is not forgotten, nor that the third is none. */
    @Test
    void whatIsPutOffIsNotForgotten() throws IOException, InterruptedException {
        // It crashes two seconds after each start: when the shell is there, on a busy host too.
        String late = """

                [process.late]
                main = "ristretto.bench.Crasher"
                arguments = ["2000", "late"]
                heap = "32K"
                stack = "16K"
                priority = 90
                budget = "5ms"
                period = "10ms"
                back-off = "2s"
                give-up-after = 2
                uses = ["counter"]
                streams = "console"
                """;
        try (ShellSession shell = new ShellSession(machine(STABLE + late))) {
            Conversation console = shell.conversation();
            if (!console.heard().contains("late: illegal instruction at 0x0")) {
                console.expect("late: illegal instruction", Waits.COMMAND);
            }
            console.expect("; restarts in 2000 ms", Waits.COMMAND);
            long second = System.nanoTime();
            console.send("crash supervisor\r");
            console.expect("; restarted (1)", Waits.COMMAND);
            console.expect("late: illegal instruction", Waits.COMMAND);
            String consequence = console.expect("\n", Waits.COMMAND);
            assertTrue(consequence.contains("; given up"), consequence);
            assertTrue(
                    System.nanoTime() - second > 1_800_000_000, "the new supervisor has waited as the old one would");
            crash(shell, 2);
            assertEquals(
                    List.of("given", "up"), Rows.of(shell.run("ps")).get("late").subList(0, 2));
        }
    }

    @Test
    void aHundredOfThemLeaveNothingBehind() throws IOException, InterruptedException {
        try (ShellSession shell = boot(STABLE)) {
            crash(shell, 1);
            String first = withoutUnused(shell.run("mem"));
            for (int i = 2; i <= 100; i++) {
                crash(shell, i);
            }
            assertEquals(first, withoutUnused(shell.run("mem")));
            Map<String, List<String>> rows = Rows.of(shell.run("ps"));
            assertEquals("100", rows.get("supervisor").getLast());
            assertEquals("0", rows.get("counter").getLast());
            shell.run("crash counter");
            shell.settle();
            assertEquals(1, count(shell));
        }
    }

    @Test
    void tooManyInQuickSuccessionEndTheMachine() throws IOException, InterruptedException {
        String quick = """

                [process.supervisor]
                give-up-after = 2
                back-off = "10ms"
                """;
        try (ShellSession shell = boot(quick)) {
            crash(shell, 1);
            crash(shell, 2);
            shell.conversation().send("crash supervisor\r");
            assertEquals(70, shell.conversation().exitCode(Waits.COMMAND));
            String heard = shell.conversation().heard();
            assertTrue(heard.contains("root: supervisor: instruction page fault at 0x0"), heard);
            assertFalse(heard.contains("restarted (3)"), heard);
        }
    }

    /** It happens in no time, and the next command finds the next supervisor. */
    private static void crash(ShellSession shell, int restarts) throws IOException, InterruptedException {
        shell.conversation().send("crash supervisor\r");
        shell.conversation().expect("; restarted (" + restarts + ")", Waits.COMMAND);
        shell.conversation().expect(ShellSession.PROMPT, Waits.COMMAND);
    }

    private static long count(ShellSession shell) throws IOException, InterruptedException {
        return Long.parseLong(shell.run("count").strip());
    }

    /** Owners and their bytes. */
    private static String withoutUnused(String mem) {
        return mem.replaceAll("(?m)^(\\S+ +[0-9,]+).*$", "$1");
    }

    private ShellSession boot(String more) throws IOException, InterruptedException {
        return new ShellSession(machine(more).countingInstructions(3));
    }

    private Machine machine(String more) throws IOException {
        Path file = Files.writeString(
                folder.resolve("heal.toml"),
                "include = [\"%s\"]\n".formatted(ImageFactory.HOUSE.systems().resolve("demo.toml")) + more);
        SystemDescription system = Systems.find(ImageFactory.HOUSE, file.toString());
        return Machine.of(
                ImageFactory.builder().build(system, List.of(), folder.resolve("heal.elf")), system.platform());
    }
}
