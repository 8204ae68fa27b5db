package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is stopped, started and crashed while another version takes its place, and while calls wait in its channel: no call waits for ever, and only a version that has proved itself stays. */
class SwapUnderFireTest {
    private static final Map<String, String> SOURCES =
            Map.of("Gate", """
            package gated;
            import ristretto.sdk.*;
            @Service
            public interface Gate {
                /** Ten times the version, and what the state says. */
                @Immediate int version();
                int slow(int milliseconds);
            }
            """, "GateComponent", """
            package gated;
            import ristretto.sdk.*;
            import ristretto.sdk.state.SavedState;
            public final class GateComponent implements Gate {
                private final int version;
                GateComponent(int version) { this.version = version; }
                public static void main(String[] arguments) {
                    if (SavedState.restored() == null) { SavedState.save(new byte[] {1}); }
                    serve(1);
                }
                static void serve(int version) {
                    Server.run("gate", new GateDispatcher(new GateComponent(version)));
                }
                @Override public int version() { return 10 * version + SavedState.restored()[0]; }
                @Override public int slow(int milliseconds) {
                    try { Thread.sleep(milliseconds); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                    return version;
                }
            }
            """, "SecondGate", """
            package gated;
            import ristretto.sdk.state.SavedState;
            public final class SecondGate {
                /** Takes a while before it serves. */
                public static void main(String[] arguments) throws InterruptedException {
                    SavedState.save(new byte[] {2});
                    Thread.sleep(Integer.parseInt(arguments[0]));
                    GateComponent.serve(2);
                }
            }
            """, "Control", """
            package gated;
            import ristretto.sdk.protocol.*;
            import ristretto.sdk.service.ServiceRestarted;
            public final class Control {
                private static final GateClient GATE = GateClient.to("gate");
                private static final SystemConnection SYSTEM = new SystemConnection();
                private static int lost;
                private static int done;
                private static int gate;
                private static boolean over;

                public static void main(String[] arguments) throws InterruptedException {
                    while (!SYSTEM.status(gate).name().equals("gate")) { gate++; }
                    switch (arguments[0]) {
                        case "trial" -> stopWhileOnTrial();
                        case "channel" -> stopWhileCallsWait();
                        default -> fire(Integer.parseInt(arguments[0]));
                    }
                    System.exit(0);
                }

                private static void stopWhileOnTrial() throws InterruptedException {
                    System.out.println("before " + GATE.version());
                    SYSTEM.swap(gate, "second");
                    Thread.sleep(100);
                    System.out.println("swapping " + SYSTEM.isSwapping(gate));
                    SYSTEM.stop(gate);
                    System.out.println("stopped " + SYSTEM.isSwapping(gate));
                    SYSTEM.start(gate);
                    System.out.println("after " + GATE.version());
                    System.out.println("swaps " + SYSTEM.swaps(gate));
                }

                private static Thread[] callers(int count, int milliseconds) {
                    Thread[] threads = new Thread[count];
                    for (int i = 0; i < count; i++) {
                        threads[i] = Thread.ofVirtual().start(() -> {
                            do {
                                try {
                                    GATE.slow(milliseconds);
                                    done++;
                                } catch (ServiceRestarted e) {
                                    lost++;
                                }
                            } while (!over && milliseconds < 100);
                        });
                    }
                    return threads;
                }

                private static void stopWhileCallsWait() throws InterruptedException {
                    Thread[] threads = callers(6, 300);
                    Thread.sleep(100);
                    SYSTEM.stop(gate);
                    Thread.sleep(400);
                    System.out.println("stopped " + lost + " " + done);
                    SYSTEM.start(gate);
                    for (Thread thread : threads) { thread.join(); }
                    System.out.println("started " + lost + " " + done);
                }

                /** Whatever comes between: in the end a version that has proved itself serves. */
                private static void fire(int rounds) throws InterruptedException {
                    Thread[] threads = callers(4, 2);
                    long random = 7;
                    int versions = 0;
                    for (int i = 0; i < rounds; i++) {
                        try {
                            SYSTEM.swap(gate, i % 2 == 0 ? "second" : "gate");
                        } catch (RefusedException e) {
                            // it has no life just now, or is being swapped
                        }
                        for (int j = 0; j < 4; j++) {
                            random = random * 6364136223846793005L + 1442695040888963407L;
                            Thread.sleep(0, (int) (random >>> 44) % 900_000);
                            try {
                                switch ((int) (random >>> 33) % 4) {
                                    case 0, 1 -> SYSTEM.crash(gate);
                                    case 2 -> SYSTEM.stop(gate);
                                    default -> SYSTEM.start(gate);
                                }
                            } catch (RefusedException e) {
                                // so it is already
                            }
                        }
                        if (i % 10 == 9) {
                            settle();
                            int version = GATE.version();
                            if (version != 11 && version != 12 && version != 22) {
                                System.out.println("wrong " + version);
                            }
                            versions |= 1 << version / 10;
                        }
                    }
                    over = true;
                    for (Thread thread : threads) { thread.join(); }
                    System.out.println("both " + (versions == 6));
                    System.out.println("calls " + (lost > 0) + " " + (done > rounds));
                }

                private static void settle() throws InterruptedException {
                    for (int i = 0; i < 400; i++) {
                        if (!SYSTEM.isSwapping(gate) && SYSTEM.status(gate).isAlive()) { return; }
                        try {
                            SYSTEM.start(gate);
                        } catch (RefusedException e) {
                            // it runs, or will
                        }
                        Thread.sleep(10);
                    }
                    System.out.println("unsettled " + SYSTEM.isSwapping(gate) + " " + SYSTEM.status(gate).state());
                }
            }
            """);

    private static final String SYSTEM = """
            include = ["parts/frames.toml"]

            [machine]
            memory = "32M"

            [defaults]
            heap = "512K"
            stack = "16K"
            priority = 100
            budget = "5ms"
            period = "10ms"
            stable-after = "0s"

            [process.gate]
            main = "gated.GateComponent"
            arguments = ["%d"]
            provides = ["gate"]
            concurrent-calls = 2
            state = "8"

            [process.gate.versions]
            second = "gated.SecondGate"

            [process.control]
            main = "gated.Control"
            arguments = ["%s"]
            priority = 90
            ends-system = true
            restart = "never"
            uses = ["gate"]
            streams = "console"
            may = ["inspect", "control", "foreground"]
            """;

    @TempDir
    Path folder;

    @Test
    void whoIsStoppedOnTrialIsWhoItWasBefore() throws IOException, InterruptedException {
        Map<String, List<String>> said = run(400, "trial");
        assertEquals(List.of("11"), said.get("before"));
        assertEquals(List.of("true"), said.get("swapping"));
        assertEquals(List.of("false"), said.get("stopped"));
        assertEquals(List.of("11"), said.get("after"), "version and state");
        assertEquals(List.of("0"), said.get("swaps"));
    }

    @Test
    void whatAStoppedServerHadTakenFailsAtOnceAndTheRestWaits() throws IOException, InterruptedException {
        Map<String, List<String>> said = run(400, "channel");
        assertEquals(List.of("2", "0"), said.get("stopped"));
        assertEquals(List.of("2", "4"), said.get("started"));
    }

    @Test
    void whateverComesInBetweenAProvedVersionServesInTheEnd() throws IOException, InterruptedException {
        Map<String, List<String>> said = run(1, "200");
        assertEquals(null, said.get("wrong"));
        assertEquals(null, said.get("unsettled"));
        assertEquals(List.of("true"), said.get("both"), "both versions came to serve");
        assertEquals(List.of("true", "true"), said.get("calls"));
    }

    private Map<String, List<String>> run(int startMs, String what) throws IOException, InterruptedException {
        RunResult result = SampleComponents.run(folder, SOURCES, SYSTEM.formatted(startMs, what));
        assertEquals(0, result.exitCode(), () -> result.output() + result.error());
        return Rows.of(result.output());
    }
}
