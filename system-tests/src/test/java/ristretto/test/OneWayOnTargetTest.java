package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One-way calls by channels and by messages: of a server that ends now and then, before or after it has done what it was told, of one that is slow, and of one that fails. */
class OneWayOnTargetTest {
    private static final Map<String, String> SOURCES =
            Map.of("Notes", """
            package told;
            import ristretto.sdk.*;
            @Service
            public interface Notes {
                @OneWay void note(int number);
                @OneWay @Idempotent void mark(int number);
                @OneWay void slow(int milliseconds);
                @OneWay void fail(String why);
                @OneWay void tell(String what);
                int add(int one, int other);
                /** Of notes and of marks: how many came never, how many at least once, how often they came beyond that; then ends before and after a note, before and after a mark; notes out of order; slow ones; letters; signals. */
                int[] counts();
            }
            """, "NotesComponent", """
            package told;
            import java.util.*;
            import ristretto.magic.*;
            import ristretto.sdk.*;
            import ristretto.sdk.state.*;
            public final class NotesComponent implements Notes {
                private static final int CALLS = 1000;
                private final byte[] seen;
                private final Random random;
                private int last = -1;
                private int disorder;
                private int slow;
                private int letters;
                private int signals;
                private NotesComponent(byte[] seen) {
                    this.seen = seen;
                    random = new Random(seen[2 * CALLS + 4]++);
                }
                public static void main(String[] arguments) {
                    byte[] saved = SavedState.restored();
                    NotesComponent notes = new NotesComponent(saved == null ? new byte[2 * CALLS + 5] : saved);
                    SavedState.save(notes.seen);
                    Handler inner = new NotesDispatcher(notes);
                    Server.run("notes", new Handler() {
                        @Override public void begin(Server server) { inner.begin(server); }
                        @Override public void serve(Request request) { inner.serve(request); }
                        @Override public void serveLate(Request request) { inner.serveLate(request); }
                        @Override public boolean isAnsweredFirst(Request request) { return inner.isAnsweredFirst(request); }
                        @Override public long serveLateRegisters(CallRegisters r, Request request) { return inner.serveLateRegisters(r, request); }
                        @Override public void signalled(long bits) { notes.signals++; }
                    });
                }
                @Override public void note(int number) {
                    disorder += number > last ? 0 : 1;
                    last = number;
                    count(number, 2 * CALLS);
                }
                @Override public void mark(int number) { count(CALLS + number, 2 * CALLS + 2); }
                private void count(int place, int ends) {
                    endNowAndThen(ends);
                    seen[place]++;
                    SavedState.save(seen);
                    endNowAndThen(ends + 1);
                }
                private void endNowAndThen(int ends) {
                    if (random.nextInt(60) == 0) {
                        seen[ends]++;
                        SavedState.save(seen);
                        System.exit(3);
                    }
                }
                @Override public void slow(int milliseconds) {
                    try { Thread.sleep(milliseconds); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                    slow++;
                }
                @Override public void fail(String why) { throw new IllegalStateException(why); }
                @Override public void tell(String what) { letters += what.length(); }
                @Override public int add(int one, int other) { return one + other; }
                @Override public int[] counts() {
                    int[] counts = new int[14];
                    for (int i = 0; i < 2 * CALLS; i++) {
                        counts[i / CALLS * 3 + Math.min(seen[i], 1)]++;
                        counts[i / CALLS * 3 + 2] += Math.max(seen[i] - 1, 0);
                    }
                    for (int i = 0; i < 4; i++) {
                        counts[6 + i] = seen[2 * CALLS + i];
                    }
                    counts[10] = disorder;
                    counts[11] = slow;
                    counts[12] = letters;
                    counts[13] = signals;
                    return counts;
                }
            }
            """, "HastyComponent", """
            package told;
            public final class HastyComponent {
                /** Ends as soon as it has told all. */
                public static void main(String[] arguments) {
                    NotesClient notes = NotesClient.to("notes");
                    for (int i = 0; i < 10; i++) {
                        notes.tell("0123456789");
                    }
                }
            }
            """, "ClientComponent", """
            package told;
            import ristretto.sdk.*;
            import ristretto.sdk.service.*;
            public final class ClientComponent {
                private static final NotesClient NOTES = NotesClient.to("notes");
                private static int adds;
                private static int overtaken;
                public static void main(String[] arguments) throws InterruptedException {
                    Thread.sleep(20);
                    say("hasty", NOTES.counts()[12]);
                    long start = Clock.nowNs();
                    NOTES.slow(50);
                    NOTES.slow(50);
                    say("at once", milliseconds(start));
                    Thread.sleep(70);
                    say("slow", NOTES.counts()[11]);
                    start = Clock.nowNs();
                    for (int i = 0; i < 500; i++) { NOTES.slow(1); }
                    say("handed over", milliseconds(start));
                    Thread.sleep(100);
                    say("slow", NOTES.counts()[11]);
                    patience();
                    refusals();
                    overtaking();
                    for (int i = 0; i < 20; i++) { NOTES.fail("told " + i); }
                    NOTES.tell("x".repeat(900));
                    say("goes on", NOTES.add(40, 2));
                    say("letters", NOTES.counts()[12]);
                    say("signals", NOTES.counts()[13]);
                    for (int i = 0; i < 1000; i++) { NOTES.note(i); }
                    for (int i = 0; i < 1000; i++) { NOTES.mark(i); }
                    Thread.sleep(1000);
                    int[] counts = NOTES.counts();
                    StringBuilder text = new StringBuilder();
                    for (int i = 0; i < 11; i++) { text.append(' ').append(counts[i]); }
                    System.out.println("counts" + text);
                    System.exit(0);
                }
                private static void patience() throws InterruptedException {
                    NOTES.setPatience(2_000_000);
                    int late = 0;
                    for (int i = 0; i < 100; i++) {
                        try {
                            NOTES.slow(10);
                        } catch (CapabilityError e) {
                            late += e.isTimeout() ? 1 : 0;
                        } catch (ServiceFailure e) {
                            // By messages: so many of them are under way, for which it waits no more.
                        }
                    }
                    NOTES.setPatience(0);
                    Thread.sleep(400);
                    System.out.println("late " + late + " of " + (late + NOTES.counts()[11] - 502));
                }
                /** What is no method of this version. */
                private static void refusals() throws InterruptedException {
                    Connection connection = Connection.to("notes");
                    StringBuilder text = new StringBuilder();
                    for (int i = 0; i < 4; i++) {
                        text.append(' ').append(connection.send(new Message().start(77_777), 0, false) == Server.BAD_REQUEST);
                        Thread.sleep(5);
                    }
                    System.out.println("refused" + text);
                }
                /** A long one among many short ones: how many of these go between its beginning and its end. */
                private static void overtaking() throws InterruptedException {
                    Thread[] threads = new Thread[100];
                    for (int i = 0; i < threads.length; i++) {
                        threads[i] = Thread.ofVirtual().start(() -> { for (int k = 0; k < 50; k++) { NOTES.add(k, k); adds++; } });
                    }
                    while (adds < 500) { Thread.yield(); }
                    for (int i = 0; i < 5; i++) {
                        int before = adds;
                        NOTES.tell("y".repeat(900));
                        overtaken = Math.max(overtaken, adds - before);
                    }
                    for (Thread thread : threads) { thread.join(); }
                    say("overtaken", overtaken);
                }
                private static long milliseconds(long start) { return (Clock.nowNs() - start) / 1_000_000; }
                private static void say(String what, long value) { System.out.println(what.replace(' ', '-') + " " + value); }
            }
            """);

    private static final String SYSTEM = """
            include = ["parts/frames.toml"]

            [machine]
            memory = "16M"

            [process.supervisor]
            memory = "8M"

            [defaults]
            heap = "256K"
            stack = "16K"
            budget = "5ms"
            period = "10ms"

            [process.notes]
            main = "told.NotesComponent"
            priority = %d
            back-off = "0s"
            provides = ["notes"]
            state = "2K"
            streams = "console"
            %s

            [process.hasty]
            main = "told.HastyComponent"
            priority = 100
            restart = "never"
            uses = ["notes"]

            [process.client]
            main = "told.ClientComponent"
            heap = "4M"
            priority = 100
            restart = "never"
            ends-system = true
            uses = ["notes"]
            streams = "console"
            may = ["foreground"]
            """;

    @TempDir
    Path folder;

    @Test
    void byAChannelOfAMoreUrgentServer() throws IOException, InterruptedException {
        Map<String, List<String>> said = said(101, "concurrent-calls = 4");
        check(said);
        checkChannel(said);
    }

    @Test
    void byAChannelOfALessUrgentServer() throws IOException, InterruptedException {
        Map<String, List<String>> said = said(99, "concurrent-calls = 4");
        check(said);
        checkChannel(said);
    }

    @Test
    void byMessages() throws IOException, InterruptedException {
        Map<String, List<String>> said = said(101, "");
        check(said);
        assertEquals(List.of("true", "true", "true", "true"), said.get("refused"));
    }

    private static void checkChannel(Map<String, List<String>> said) {
        assertEquals(List.of("false", "true", "false", "true"), said.get("refused"));
        long overtaken = Rows.number(said.get("overtaken").getFirst());
        assertTrue(overtaken <= 250, "short calls that went before a long one that had come first: " + overtaken);
        assertEquals("100", said.get("late").get(2), "what had no room in time never came");
        // Four at a time, of which 64 are still under way.
        assertBetween(108, 140, said.get("handed-over"));
    }

    private static void check(Map<String, List<String>> said) {
        assertEquals(List.of("100"), said.get("hasty"));
        assertBetween(0, 20, said.get("at-once"));
        assertEquals(List.of("502"), said.get("slow"));
        assertBetween(1, 99, said.get("late"));
        assertEquals(List.of("42"), said.get("goes-on"));
        assertEquals(List.of(String.valueOf(100 + 5 * 900 + 900)), said.get("letters"));
        assertEquals(List.of("0"), said.get("signals"));
        long[] counts = said.get("counts").stream().mapToLong(Long::parseLong).toArray();
        long endsBeforeNote = counts[6];
        long endsAfterMark = counts[9];
        String all = said.get("counts").toString();
        assertTrue(endsBeforeNote >= 5 && counts[7] >= 5 && counts[8] >= 5 && endsAfterMark >= 5, all);
        assertEquals(
                endsBeforeNote, counts[0], () -> "what was lost: that one that was being served at each end: " + all);
        assertEquals(1000 - endsBeforeNote, counts[1], all);
        assertEquals(0, counts[2], () -> "never twice: " + all);
        assertEquals(0, counts[3], () -> "no mark is lost: " + all);
        assertEquals(endsAfterMark, counts[5], () -> "made again only where the server ended behind it: " + all);
        assertEquals(0, counts[10], () -> "notes out of order: " + all);
    }

    private Map<String, List<String>> said(int priority, String more) throws IOException, InterruptedException {
        RunResult result = SampleComponents.run(folder, SOURCES, SYSTEM.formatted(priority, more));
        assertEquals(0, result.exitCode(), () -> result.output() + result.error());
        for (int i = 0; i < 20; i++) {
            String line = "java.lang.IllegalStateException: told " + i + "\n";
            assertTrue((result.output() + result.error()).contains(line), line + result.output() + result.error());
        }
        return Rows.of(result.output());
    }

    private static void assertBetween(long least, long most, List<String> got) {
        long value = Rows.number(got.getFirst());
        assertTrue(value >= least && value <= most, got.toString());
    }
}
