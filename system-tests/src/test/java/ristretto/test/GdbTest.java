package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.Systems;
import ristretto.tool.image.UserProgram;
import ristretto.tool.machine.GdbScript;
import ristretto.tool.machine.Machine;

/** gdb looks into a program on a booted machine: lines, variables, fields, texts and callers have their names of the Java source. */
class GdbTest {
    private static final int SECONDS = 120;
    private static final long ACCEPTS = 0x10000;
    private static final String SOURCE = """
            public class Debugged {
                static class Base { int number; Base(int n) { number = n; } }
                static class Word extends Base {
                    final String text; final int[] codes; final Word next;
                    Word(String t, Word n) {
                        super(t.length()); text = t; next = n; codes = new int[] {t.charAt(0), t.charAt(1)};
                    }
                }
                static int counter = 40;
                static long sum(Word first, int depth) {
                    long sum = depth;
                    for (Word word = first; word != null; word = word.next) {
                        String shown = word.text + "!";
                        sum += shown.length() + word.number + word.codes[0];
                        counter++;
                    }
                    return sum;
                }
                public static void main(String[] arguments) {
                    Word words = new Word("w\\u00f6rld", new Word("hello", null));
                    System.out.println(sum(words, 3) + counter);
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aProgramIsSeenAsItsSource() throws IOException, InterruptedException {
        String said = session(
                "break Debugged.java:15",
                "continue",
                "info locals",
                "info args",
                "print *word",
                "print word->text",
                "print word->text->value",
                "print 'Debugged.counter'",
                "print word->next->next",
                "backtrace",
                "next",
                "continue",
                "print word->text");
        assertTrue(
                said.matches("(?s).*Breakpoint 1, Debugged.sum\\([^)]*\\) \\(first=0x[0-9a-f]+, depth=3\\).*"), said);
        contains(said, "at Debugged.java:15");
        contains(said, "shown = \"wörld!\"");
        contains(said, "sum = 133");
        contains(said, "depth = 3");
        contains(said, "number = 5");
        contains(said, "= \"wörld\"");
        contains(said, "byte[] of length 5 = {119, -10, 114, 108, 100}");
        contains(said, "codes = int[] of length 2 = {119, 246}");
        contains(said, "= 40");
        contains(said, "= null");
        assertTrue(
                said.matches("(?s).*#1 +0x[0-9a-f]+ in Debugged.main\\([^)]*\\) \\(.*\\) at Debugged.java:21.*"), said);
        contains(said, "= \"hello\"");
    }

    private static void contains(String said, String expected) {
        assertTrue(said.contains(expected), () -> "expected " + expected + " in:\n" + said);
    }

    /** All that gdb says to these commands. */
    private String session(String... commands) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("Debugged.java"), SOURCE);
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-g", "-d", folder.toString(), source.toString());
        assertEquals(0, compiled);
        UserProgram program = UserProgram.check(folder.toString(), "Debugged");
        SystemDescription system = Systems.find(ImageFactory.HOUSE, "java", program.among(ImageFactory.HOUSE))
                .with("Debugged", List.of());
        Path elf = folder.resolve("debugged.elf");
        List<Path> symbols = ImageFactory.builder().buildForDebugger(system, program.classPath(), elf);
        Path socket = folder.resolve("gdb");
        Machine machine = new Machine(elf, system.memoryBytes()).waitingFor("unix:" + socket + ",server=on,wait=off");
        Path script = GdbScript.write(folder, "debugged", symbols, socket.toString());
        Process board = new ProcessBuilder(machine.onPipes())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console").toFile())
                .start();
        try {
            awaitSocket(board, socket);
            return gdb(script, commands);
        } finally {
            board.destroyForcibly();
        }
    }

    /** There is no socket at first, and then one at which nobody listens yet: gdb would be refused, and does not try again. */
    private void awaitSocket(Process board, Path socket) throws IOException, InterruptedException {
        for (int i = 0; i < SECONDS * 10 && !isListened(socket); i++) {
            if (board.waitFor(100, TimeUnit.MILLISECONDS)) {
                fail("QEMU ended: " + Files.readString(folder.resolve("console")));
            }
        }
    }

    /** As Linux says (proc(5), {@code /proc/net/unix}): the fourth field of the socket's line has the flag {@code __SO_ACCEPTCON}. Whoever asked by a connection would stop the machine. */
    private static boolean isListened(Path socket) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/net/unix"))) {
            if (line.endsWith(" " + socket)) {
                return (Long.parseLong(line.split(" +")[3], 16) & ACCEPTS) != 0;
            }
        }
        return false;
    }

    private String gdb(Path script, String... commands) throws InterruptedException, IOException {
        List<String> command = new ArrayList<>(List.of("gdb-multiarch", "-nx", "-batch", "-x", script.toString()));
        for (String each : commands) {
            command.addAll(List.of("-ex", each));
        }
        Path output = folder.resolve("session");
        ProcessBuilder gdb =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        gdb.environment().put("LC_ALL", "C.UTF-8");
        Process process;
        try {
            process = gdb.start();
        } catch (IOException e) {
            return fail(
                    "gdb-multiarch is missing: `./ristretto test` installs it, or `apt-get install gdb-multiarch`", e);
        }
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertTrue(ended, () -> "gdb did not come to an end:\n" + said);
        return said;
    }
}
