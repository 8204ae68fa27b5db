package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.machine.Conversation;

/** A driver whose handlers wait, also for time, while its device interrupts: no interrupt is lost. Its device is the serial port, which interrupts when it has sent all. */
class InterruptWhileWaitingTest {
    private static final Map<String, String> SOURCES = Map.of("SleepyDriver", """
            package sleepy;
            import ristretto.sdk.*;
            public final class SleepyDriver implements Handler {
                private static final int ENABLE = 1;
                private static final int IDENTIFY = 2;
                private static final int SENT = 2;
                private static final int ROUNDS = 5;
                private final DeviceRegisters port = DeviceRegisters.named("uart");
                private final InterruptLine line = InterruptLine.named("uart");
                private final boolean waitsInSignalled;
                private long due = Clock.nowTicks();
                private int wakes;
                private int interrupts;
                private SleepyDriver(boolean waitsInSignalled) { this.waitsInSignalled = waitsInSignalled; }
                public static void main(String[] arguments) throws InterruptedException {
                    SleepyDriver driver = new SleepyDriver(arguments[0].equals("signalled"));
                    Server server = Server.create("sleepy", driver);
                    if (arguments[0].equals("main")) {
                        driver.interrupt();
                        driver.wakes = ROUNDS - 1;
                        driver.due = Clock.deadline(100_000_000);
                        Thread.sleep(20);
                    }
                    server.run();
                }
                @Override public void serve(Request request) {}
                @Override public long wakeAtTicks() { return due; }
                @Override public void wake() {
                    if (wakes == ROUNDS) { System.exit(interrupts); }
                    wakes++;
                    due = Clock.deadline(100_000_000);
                    interrupt();
                    if (!waitsInSignalled) { sleep(); }
                }
                /** Now, and once. */
                private void interrupt() {
                    port.storeByte(ENABLE, 0);
                    port.storeByte(ENABLE, SENT);
                }
                @Override public void signalled(long bits) {
                    interrupts++;
                    port.loadByte(IDENTIFY);
                    line.acknowledge();
                    if (waitsInSignalled && interrupts % 2 == 1) {
                        interrupt();
                        sleep();
                    }
                }
                private static void sleep() {
                    try { Thread.sleep(20); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                }
            }
            """);

    private static final String SYSTEM = """
            include = ["parts/board.toml"]

            [machine]
            memory = "8M"

            [process.sleepy]
            main = "sleepy.SleepyDriver"
            arguments = ["%s"]
            heap = "64K"
            stack = "16K"
            priority = 200
            budget = "5ms"
            period = "10ms"
            restart = "never"
            ends-system = true
            provides = ["sleepy"]
            devices = ["uart"]
            """;

    @TempDir
    Path folder;

    @Test
    void whileItsTimeHasCome() throws IOException, InterruptedException {
        assertEquals(5, interrupts("wake"));
    }

    /** Each time it has come to its handler it makes a second one. */
    @Test
    void whileItHandlesTheOneBefore() throws IOException, InterruptedException {
        assertEquals(10, interrupts("signalled"));
    }

    /** That of before it served, and one more. */
    @Test
    void beforeItServes() throws IOException, InterruptedException {
        assertEquals(2, interrupts("main"));
    }

    private int interrupts(String where) throws IOException, InterruptedException {
        try (Conversation conversation =
                new Conversation(SampleComponents.machine(folder, SOURCES, SYSTEM.formatted(where)))) {
            return conversation.exitCode(Waits.COMMAND);
        }
    }
}
