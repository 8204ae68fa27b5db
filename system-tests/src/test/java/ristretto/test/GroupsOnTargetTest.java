package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Conversation;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ShellSession;

/** Processes that end again and again: with them goes their group, and nothing else, and they take nobody's time. */
class GroupsOnTargetTest {
    private static final Pattern CALLS = Pattern.compile("([0-9]+) calls, ([0-9]+) failed");

    @TempDir
    Path folder;

    /** The feeble one may be restarted twice in quick succession, and so may its group; the counter, which is in it, begins at 1 in each. */
    @Test
    void aGroupIsStartedAfreshAndInTheEndGivenUp() throws IOException, InterruptedException {
        String feeble = """

                [process.counter]
                group = "display"

                [process.feeble]
                main = "ristretto.bench.Crasher"
                arguments = ["100", "feeble counts"]
                heap = "32K"
                stack = "16K"
                priority = 90
                budget = "5ms"
                period = "10ms"
                give-up-after = 2
                back-off = "10ms"
                group = "display"
                uses = ["counter"]
                streams = "console"
                """;
        try (ShellSession shell = boot(feeble)) {
            Conversation console = shell.conversation();
            for (String consequence :
                    List.of("display is restarted (1)", "display restarts in 10 ms", "display is given up")) {
                console.expect("supervisor: feeble: illegal instruction at", Waits.COMMAND);
                console.expect("; its group " + consequence, Waits.COMMAND);
            }
            String heard = console.heard().replace("\r", "");
            List<String> counted = Pattern.compile("feeble counts ([0-9]+)")
                    .matcher(heard)
                    .results()
                    .map(result -> result.group(1))
                    .toList();
            assertEquals(List.of("1", "2", "3", "1", "2", "3", "1", "2", "3"), counted, heard);
            shell.settle();
            Map<String, List<String>> rows = Rows.of(shell.run("ps"));
            assertEquals(List.of("given", "up"), rows.get("counter").subList(0, 2));
            assertEquals(List.of("given", "up"), rows.get("feeble").subList(0, 2));
            assertEquals("0", rows.get("rogue").getLast(), "who is in no group has had no restart");
            assertTrue(shell.run("log").contains("; its group display is given up"));
            assertEquals("", shell.run("start counter").strip());
            assertEquals("4", shell.run("count").strip());
        }
    }

    /** By what each process is told to be, and whether it ends well or badly. */
    @Test
    void eachIsRestartedAsItsDescriptionSays() throws IOException, InterruptedException {
        String four = process("polite", "Hello", "on-failure")
                + process("crude", "Crasher", "on-failure")
                + process("eternal", "Hello", "always")
                + process("once", "Crasher", "never");
        try (ShellSession shell = boot(four)) {
            shell.settle();
            Map<String, List<String>> rows = Rows.of(shell.run("ps"));
            assertEquals("ended", rows.get("polite").getFirst());
            assertEquals("0", rows.get("polite").getLast());
            assertEquals(List.of("given", "up"), rows.get("crude").subList(0, 2));
            assertEquals("2", rows.get("crude").getLast());
            assertEquals(List.of("given", "up"), rows.get("eternal").subList(0, 2));
            assertEquals("2", rows.get("eternal").getLast());
            assertEquals("ended", rows.get("once").getFirst());
            assertEquals("0", rows.get("once").getLast());
            String heard = shell.conversation().heard();
            assertEquals(4, heard.split("hello\r?\n", -1).length - 1, heard);
            String where =
                    "supervisor: once: illegal instruction at 0x0, at Crasher.main\\(Crasher.java:\\d+\\); not restarted";
            assertTrue(Pattern.compile(where).matcher(heard).find(), heard);
        }
    }

    private static String process(String name, String main, String restart) {
        return """

                [process.%s]
                main = "ristretto.bench.%s"
                arguments = ["0"]
                heap = "32K"
                stack = "16K"
                priority = 90
                budget = "5ms"
                period = "10ms"
                restart = "%s"
                back-off = "10ms"
                give-up-after = 2
                streams = "console"
                """.formatted(name, main, restart);
    }

    /** At a higher priority than all but the console and those that start it, and with no wait between two lives. */
    @Test
    void aCrashLoopTakesNobodysTime() throws IOException, InterruptedException {
        String processes = """

                [process.counter]
                budget = "10ms"

                [process.looper]
                main = "ristretto.bench.Crasher"
                arguments = ["0"]
                heap = "32K"
                stack = "16K"
                priority = 190
                budget = "10ms"
                period = "10ms"
                back-off = "0ms"
                stable-after = "0ms"

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
        try (ShellSession shell = boot(processes)) {
            shell.conversation().send("stop looper\r");
            long alone = callsInSteadyState(shell);
            shell.conversation().send("start looper\r");
            long beside = callsInSteadyState(shell);
            assertTrue(beside > alone * 0.93, beside + " calls beside the loop, " + alone + " without");
            String heard = shell.conversation().heard();
            assertFalse(heard.contains("looper: given up"), heard);
            String last = heard.substring(heard.lastIndexOf("looper: illegal instruction"));
            Matcher restarts =
                    Pattern.compile("(?:restarted \\(|restarts in )([0-9]+)").matcher(last);
            assertTrue(restarts.find(), "the loop goes on: " + last);
        }
    }

    /** In the third second from now on: the burst that a loop may begin with is over. */
    private static long callsInSteadyState(ShellSession shell) throws IOException, InterruptedException {
        String said = "";
        for (int second = 0; second < 4; second++) {
            shell.conversation().expect("pacer: ", Waits.COMMAND);
            said = shell.conversation().expect("\n", Waits.COMMAND);
        }
        Matcher calls = CALLS.matcher(said);
        assertTrue(calls.find(), said);
        assertEquals("0", calls.group(2), said);
        return Long.parseLong(calls.group(1));
    }

    private ShellSession boot(String processes) throws IOException, InterruptedException {
        Path file = Files.writeString(
                folder.resolve("groups.toml"),
                "include = [\"%s\"]\n".formatted(ImageFactory.HOUSE.systems().resolve("demo.toml")) + processes);
        SystemDescription system = Systems.find(ImageFactory.HOUSE, file.toString());
        Path elf = ImageFactory.builder().build(system, List.of(), folder.resolve("groups.elf"));
        return new ShellSession(Machine.of(elf, system.platform()).countingInstructions(3));
    }
}
