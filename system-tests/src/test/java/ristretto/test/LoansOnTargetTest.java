package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ShellSession;

/** Heaps that grow with memory which the supervisor lends, and give it back. */
class LoansOnTargetTest {
    private static final long KIBIBYTE = 1024;
    /** What a borrower has at the start, its kernel objects included. */
    private static final long OWN = 272 * KIBIBYTE;

    private static final Pattern ROUND = Pattern.compile("round ([0-9]+): held ([0-9]+) KiB");

    private static final List<String> OWNERS =
            List.of("kernel", "root", "supervisor", "console", "clock", "counter", "rogue", "shell", "first", "second");

    @TempDir
    Path folder;

    /** Together they want almost twice of what there is, by turns; each has it all when the other has no use for it. */
    @Test
    void whatOneDoesNotNeedAnotherGets() throws IOException, InterruptedException {
        try (ShellSession shell = boot("696 0 1000 0", "696 0 1000 500")) {
            for (int i = 0; i < 12; i++) {
                assertEquals(696, nextRound(shell), shell.conversation()::heard);
            }
        }
    }

    /** There is no more to be had while somebody holds it; whoever wants it goes on with less, and gets it when the other is no more. The holder begins: the other waits before its first round. */
    @Test
    void whoHoldsOnToItKeepsItToTheEndOfHisLife() throws IOException, InterruptedException {
        try (ShellSession shell = boot("1000 600000 0 0", "896 0 300 300")) {
            assertTrue(nextRound(shell) < 500, shell.conversation()::heard);
            assertTrue(nextRound(shell) < 500, shell.conversation()::heard);
            assertEquals("", shell.run("stop first").replaceAll(".*round.*", "").strip());
            int rounds = 1;
            while (nextRound(shell) < 896) {
                assertTrue(rounds++ < 4, shell.conversation()::heard);
            }
            assertTrue(memory(shell, "second") > 896 * KIBIBYTE);
        }
    }

    @Test
    void everyByteIsSomebodysAndComesBackOnDemand() throws IOException, InterruptedException {
        try (ShellSession shell = boot("600 0 600000 0", "400 0 600000 0")) {
            nextRound(shell);
            nextRound(shell);
            checkSum(shell);
            long before = memory(shell, "first") + memory(shell, "second");
            assertTrue(before > 2 * OWN + 600 * KIBIBYTE, before + " bytes");
            assertEquals("", shell.run("reclaim").strip());
            shell.settle();
            checkSum(shell);
            // The stacks are scanned word by word, and a word that is left over keeps a piece, and its part.
            long after = memory(shell, "first") + memory(shell, "second");
            assertTrue(after - 2 * OWN < (before - 2 * OWN) / 2, before + " bytes before, " + after + " after");
        }
    }

    /** What is lent stays lent, is told of, and comes back, when another supervisor looks after it than the one that lent it. */
    @Test
    void aNewSupervisorKnowsWhatIsLent() throws IOException, InterruptedException {
        try (ShellSession shell = boot("600 0 600000 0", "400 3000 1000 0")) {
            nextRound(shell);
            nextRound(shell);
            checkSum(shell);
            long before = memory(shell, "first");
            shell.run("crash supervisor");
            checkSum(shell);
            assertEquals(before, memory(shell, "first"));
            assertEquals(
                    "", shell.run("reclaim").replaceAll("(?m)^.*round.*$", "").strip());
            long after = memory(shell, "first");
            for (int i = 0; i < 20 && after - OWN >= (before - OWN) / 2; i++) {
                after = memory(shell, "first");
            }
            checkSum(shell);
            assertTrue(after - OWN < (before - OWN) / 2, "given back to the new one");
            shell.run("crash second");
            for (int i = 0; i < 3; i++) {
                assertEquals(400, nextRound(shell), shell.conversation()::heard);
            }
            checkSum(shell);
        }
    }

    @Test
    void whatIsNotOnesOwnIsRefused() throws IOException, InterruptedException {
        String hostile = borrower("hostile", "2")
                .replace("bench.Borrower", "bench.HostileBorrower")
                .replace("1M", "128K");
        try (ShellSession shell = boot(hostile)) {
            for (String line : List.of(
                    "got 0 of what nobody should get",
                    "part 0: 0, again: 0",
                    "part 1: 0, again: 0",
                    "back: 0, again: 1")) {
                shell.conversation().expect("hostile borrower: " + line, Waits.COMMAND);
            }
            assertEquals(
                    "1", shell.run("count").replaceAll("(?m)^.*hostile.*$", "").strip());
        }
    }

    private ShellSession boot(String first, String second) throws IOException, InterruptedException {
        return boot(borrower("first", first) + borrower("second", second));
    }

    private ShellSession boot(String processes) throws IOException, InterruptedException {
        Path file = Files.writeString(
                folder.resolve("loans.toml"),
                """
                include = ["%s"]

                [process.supervisor]
                lends = "1M"
                """.formatted(ImageFactory.HOUSE.systems().resolve("demo.toml")) + processes);
        SystemDescription system = Systems.find(ImageFactory.HOUSE, file.toString());
        Path elf = ImageFactory.builder().build(system, List.of(), folder.resolve("loans.elf"));
        return new ShellSession(Machine.of(elf, system.platform()).countingInstructions(3));
    }

    private static String borrower(String name, String arguments) {
        return """

                [process.%s]
                main = "ristretto.bench.Borrower"
                arguments = ["%s"]
                heap = "128K"
                borrows = "1M"
                stack = "16K"
                priority = 90
                budget = "5ms"
                period = "10ms"
                heartbeat = "500ms"
                streams = "console"
                """.formatted(name, arguments.replace(" ", "\", \""));
    }

    /** How many KiB the one held who had a round next. */
    private static int nextRound(ShellSession shell) throws IOException, InterruptedException {
        shell.conversation().expect("round ", Waits.COMMAND);
        Matcher round = ROUND.matcher("round " + shell.conversation().expect("\n", Waits.COMMAND));
        assertTrue(round.find(), shell.conversation()::heard);
        return Integer.parseInt(round.group(2));
    }

    /** Who has what adds up to what is in use, and that and what is free to all memory. */
    private static void checkSum(ShellSession shell) throws IOException, InterruptedException {
        Map<String, List<String>> rows = Rows.of(shell.run("mem"));
        long owned = 0;
        for (String owner : OWNERS) {
            owned += Rows.number(rows.get(owner).getFirst());
        }
        long inUse = Rows.number(rows.get("in").get(1));
        assertEquals(inUse, owned, rows::toString);
        assertEquals(
                Rows.number(rows.get("all").getFirst()),
                inUse + Rows.number(rows.get("free").getFirst()));
    }

    private static long memory(ShellSession shell, String process) throws IOException, InterruptedException {
        return Rows.number(Rows.of(shell.run("ps")).get(process).get(4));
    }
}
