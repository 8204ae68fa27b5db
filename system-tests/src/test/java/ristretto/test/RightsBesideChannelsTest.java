package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.sdk.Server;

/**
 * What is handed over beside a channel: calls that name what is not theirs, what is none, what was used, what is of another kind; clients that hand over more than they may, and that die; servers that die in between, and that lie.
 */
class RightsBesideChannelsTest {
    private static final Map<String, String> SOURCES = Map.of(
            "Meter",
            """
            package beside;
            import ristretto.sdk.*;
            @Service
            public interface Meter {
                @Immediate int read();
            }
            """,
            "Disk",
            """
            package beside;
            import ristretto.sdk.*;
            @Service
            public interface Disk {
                /** Takes so long, and answers the sum of the first 8 bytes. */
                int sum(@ReadOnly Buffer data, int milliseconds);
                int use(Meter meter);
                int rest(int milliseconds);
                /** How many times a buffer was not lent any more. */
                int lost();
                void note(int what, long value);
                long noted(int what);
                void die();
            }
            """,
            "DiskComponent",
            """
            package beside;
            import ristretto.sdk.*;
            public final class DiskComponent implements Disk {
                private final OwnBuffer own = OwnBuffer.ofThisProcess();
                private final long[] notes = new long[8];
                private int lost;
                public static void main(String[] arguments) {
                    Server.run(arguments[0], new DiskDispatcher(new DiskComponent()));
                }
                static void pause(int milliseconds) {
                    try { Thread.sleep(milliseconds); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                }
                @Override public int sum(Buffer data, int milliseconds) {
                    notes[4]++;
                    pause(milliseconds);
                    try {
                        data.copyTo(0, own, 0, 8);
                    } catch (CapabilityError e) {
                        lost++;
                        throw e;
                    }
                    int sum = 0;
                    for (int i = 0; i < 8; i++) { sum += own.get(i); }
                    return sum;
                }
                @Override public int use(Meter meter) {
                    try (MeterClient given = (MeterClient) meter) { return given.read(); }
                }
                @Override public int rest(int milliseconds) { pause(milliseconds); return milliseconds; }
                @Override public int lost() { return lost; }
                @Override public void note(int what, long value) { notes[what] = value; }
                @Override public long noted(int what) { return notes[what]; }
                @Override public void die() { throw new Error("dies"); }
            }
            """,
            "MeterComponent",
            """
            package beside;
            import ristretto.sdk.*;
            public final class MeterComponent {
                public static void main(String[] arguments) { Server.run("meter", new MeterDispatcher(() -> 41)); }
            }
            """,
            "Raw",
            """
            package beside;
            import ristretto.abi.*;
            import ristretto.magic.*;
            import ristretto.sdk.*;
            import ristretto.sdk.service.*;
            /** Messages as no client makes them. */
            final class Raw implements Transport {
                final Connection connection;
                int label;
                Raw(String service) { connection = Connection.to(service); }
                @Override public int call(Message message, long deadline) { label = message.label(); return 0; }
                @Override public CallRegisters words() { return new CallRegisters(); }
                @Override public long callRegisters(long tag, long deadline) { label = Tag.label(tag); return 1; }
                @Override public void take(Message message) { }
                /** Hands over what is in the slot: the number, or the label, negative, with which that is refused. */
                long handOver(int place, int slot, int rights) {
                    CallRegisters r = new CallRegisters();
                    r.t0 = connection.slot();
                    r.t1 = Tag.of(0x7000_0007, 1);
                    if (slot != 0) { r.t1 = Tag.withCapability(r.t1, slot, rights); }
                    r.t3 = CallNumber.CALL;
                    r.a0 = place;
                    SystemCall.trap(r);
                    return r.t0 != 0 ? -r.t0 : Tag.label(r.t1) == 0 ? r.a0 : -Tag.label(r.t1);
                }
                long handOver(int place) { return handOver(place, (int) Startup.grant("own", "buffer"), Rights.READ); }
                /** The label of the answer to a call by the channel with these words. */
                int callWith(int label, long... words) {
                    Message message = new Message().start(label);
                    for (long word : words) { message.putLong(word); }
                    return connection.callLate(message, 0);
                }
                /** Label of the method by which this was called last. */
                static int labelOf(java.util.function.Consumer<DiskClient> call) {
                    Raw raw = new Raw("disk");
                    try { call.accept(new DiskClient(raw)); } catch (RuntimeException e) { return raw.label; }
                    return raw.label;
                }
            }
            """,
            "VictimComponent",
            """
            package beside;
            import ristretto.sdk.*;
            /** Hands over its buffer, says the number, and uses it when others have tried. */
            public final class VictimComponent {
                public static void main(String[] arguments) {
                    OwnBuffer own = OwnBuffer.ofThisProcess();
                    own.put(0, (byte) 5);
                    DiskClient disk = DiskClient.to("disk");
                    Raw raw = new Raw("disk");
                    int sum = Raw.labelOf(any -> any.sum(own, 0));
                    long number = raw.handOver(0);
                    disk.note(0, number);
                    while (disk.noted(1) == 0) { disk.rest(1); }
                    disk.note(2, raw.callWith(sum, 0, number) == 0 ? 1 : -1);
                    while (true) { DiskComponent.pause(1_000_000); }
                }
            }
            """,
            "MortalComponent",
            """
            package beside;
            import ristretto.abi.*;
            import ristretto.sdk.*;
            /** Dies with one lease out and with all places taken; its next life calls as if nothing had been. */
            public final class MortalComponent {
                public static void main(String[] arguments) {
                    OwnBuffer own = OwnBuffer.ofThisProcess();
                    DiskClient disk = DiskClient.to("disk");
                    if (disk.noted(3) == 0) {
                        disk.note(3, 1);
                        disk.sumAsync(own, 300);
                        while (disk.noted(4) == 0) { disk.rest(1); }
                        Raw raw = new Raw("disk");
                        for (int i = 0; i < 4; i++) { raw.handOver(i); }
                        System.exit(1);
                    }
                    own.put(3, (byte) 9);
                    int right = 0;
                    for (int i = 0; i < 12; i++) { right += disk.sum(own, 0) == 9 ? 1 : 0; }
                    disk.note(3, right);
                    while (true) { DiskComponent.pause(1_000_000); }
                }
            }
            """,
            "SpiteComponent",
            """
            package beside;
            import ristretto.sdk.*;
            /** Answers what is handed over with nonsense, and no call with anything but that it knows nothing of it. */
            public final class SpiteComponent implements Handler {
                private int answers;
                public static void main(String[] arguments) { Server.run("spite", new SpiteComponent()); }
                @Override public void begin(Server server) { server.serveLate(); }
                @Override public void serve(Request request) {
                    answers++;
                    switch (answers) {
                        case 1 -> request.answer();
                        case 2 -> request.answer(7);
                        case 3 -> request.answer(0x7000_0002);
                        case 4 -> request.answer(0x1234_5678);
                        default -> request.answer().putLong(-1).putLong(3);
                    }
                }
                @Override public void serveLate(Request request) { request.answer(0x7000_0008); }
            }
            """,
            "ClientComponent",
            """
            package beside;
            import java.util.*;
            import java.util.concurrent.*;
            import ristretto.abi.*;
            import ristretto.sdk.*;
            import ristretto.sdk.service.*;
            public final class ClientComponent {
                public static void main(String[] arguments) {
                    OwnBuffer own = OwnBuffer.ofThisProcess();
                    own.put(0, (byte) 7);
                    DiskClient disk = DiskClient.to("disk");
                    MeterClient meter = MeterClient.to("meter");
                    Raw raw = new Raw("disk");
                    int sum = Raw.labelOf(any -> any.sum(own, 0));
                    int use = Raw.labelOf(any -> any.use(meter));

                    while (disk.noted(3) < 2) { disk.rest(1); }
                    say("a client's next life", disk.noted(3));
                    for (int i = 0; i < 400 && disk.lost() == 0; i++) { disk.rest(5); }
                    say("lost", disk.lost());

                    say("none", raw.callWith(sum, 0, 0));
                    say("nor any word", raw.callWith(sum));
                    long number = raw.handOver(0);
                    say("as it should be", raw.callWith(sum, 0, number));
                    say("twice", raw.callWith(sum, 0, number));
                    while (disk.noted(0) == 0) { disk.rest(1); }
                    say("another one's", raw.callWith(sum, 0, disk.noted(0)));
                    int others = 0;
                    for (int i = -200; i < 200; i++) { others += raw.callWith(sum, 0, number + i) == 0 ? 1 : 0; }
                    say("guessed", others);
                    disk.note(1, 1);
                    while (disk.noted(2) == 0) { disk.rest(1); }
                    say("by whom it was handed over", disk.noted(2));
                    int service = (int) Startup.grant("uses", "meter");
                    number = raw.handOver(0, service, Rights.SEND);
                    say("a service for a buffer", raw.callWith(sum, 0, number));
                    say("and once more", raw.callWith(use, number));
                    say("a buffer for a service", raw.callWith(use, raw.handOver(0)));
                    say("a service", raw.callWith(use, raw.handOver(0, service, Rights.SEND)));
                    say("without the right to read", raw.callWith(sum, 0, raw.handOver(0, (int) Startup.grant("own", "buffer"), Rights.WRITE)));
                    say("nothing", raw.handOver(0, 0, 0));
                    say("a notification", raw.handOver(0, (int) Startup.grant("own", "notification"), Rights.ALL));
                    say("no such place", raw.handOver(4));
                    say("where there is no channel", new Raw("plain").handOver(0));
                    long first = raw.handOver(1);
                    for (int i = 0; i < 100; i++) { number = raw.handOver(1); }
                    say("the last one of a place", raw.callWith(sum, 0, number));
                    say("the first one", raw.callWith(sum, 0, first));
                    say("one that a call without need of it names", raw.callWith(Raw.labelOf(any -> any.lost()), raw.handOver(1)));

                    long start = System.nanoTime();
                    List<CompletableFuture<Integer>> four = new ArrayList<>();
                    for (int i = 0; i < 4; i++) { four.add(disk.sumAsync(own, 200)); }
                    disk.rest(20);
                    say("a fifth", raw.handOver(1));
                    CompletableFuture<Integer> waits = disk.sumAsync(own, 0);
                    four.forEach(each -> each.join());
                    say("four at once", System.nanoTime() - start < 600_000_000L ? 1 : 0);
                    say("the fifth after one of them", waits.join());

                    disk.setPatience(150_000_000);
                    List<CompletableFuture<Integer>> late = new ArrayList<>();
                    for (int i = 0; i < 6; i++) { late.add(disk.sumAsync(own, 700)); }
                    int timedOut = 0;
                    for (CompletableFuture<Integer> each : late) {
                        try { each.join(); } catch (CompletionException e) { timedOut += e.getCause() instanceof CapabilityError error && error.isTimeout() ? 1 : 0; }
                    }
                    say("too late", timedOut);
                    disk.setPatience(0);
                    say("when these have ended", disk.sum(own, 0));
                    say("lost", disk.lost());

                    number = raw.handOver(1);
                    try { disk.die(); } catch (ServiceRestarted e) { System.out.println("dies"); }
                    say("of an earlier life", raw.callWith(sum, 0, number));
                    CompletableFuture<Integer> crashed = disk.sumAsync(own, 50);
                    disk.rest(10);
                    try { disk.die(); } catch (ServiceRestarted e) { System.out.println("dies"); }
                    try { crashed.join(); } catch (CompletionException e) { System.out.println(e.getCause().getClass().getSimpleName()); }
                    say("afterwards", disk.sum(own, 0) + disk.use(meter));

                    DiskClient spite = DiskClient.to("spite");
                    for (int i = 0; i < 5; i++) {
                        try {
                            spite.sum(own, 0);
                        } catch (RuntimeException e) {
                            System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
                        }
                    }
                    say("afterwards", disk.sum(own, 0));
                    System.exit(0);
                }
                private static void say(String what, long value) { System.out.println(what + ": " + value); }
            }
            """);

    private static final String SYSTEM = """
            [machine]
            memory = "16M"

            [defaults]
            heap = "256K"
            stack = "16K"
            priority = 100
            budget = "5ms"
            period = "10ms"

            [process.meter]
            main = "beside.MeterComponent"
            provides = ["meter"]

            [process.disk]
            main = "beside.DiskComponent"
            arguments = ["disk"]
            provides = ["disk"]
            receives = 1
            buffer = "4K"
            heap = "1M"
            concurrent-calls = 8
            back-off = "1ms"

            [process.plain]
            main = "beside.DiskComponent"
            arguments = ["plain"]
            provides = ["plain"]
            buffer = "4K"

            [process.spite]
            main = "beside.SpiteComponent"
            provides = ["spite"]
            concurrent-calls = 1

            [process.victim]
            main = "beside.VictimComponent"
            uses = ["disk"]
            buffer = "4K"

            [process.mortal]
            main = "beside.MortalComponent"
            uses = ["disk"]
            buffer = "4K"
            back-off = "100ms"

            [process.client]
            main = "beside.ClientComponent"
            restart = "never"
            ends-system = true
            uses = ["disk", "meter", "spite", "plain"]
            streams = "console"
            buffer = "4K"
            may = ["foreground"]
            """;

    private static final int UNKNOWN = 0x7000_0008;
    private static final int BUSY = 0x7000_0003;

    private static final String EXPECTED = """
            a client's next life: 12
            lost: 1
            none: %2$d
            nor any word: %1$d
            as it should be: 0
            twice: %2$d
            another one's: %2$d
            guessed: 0
            by whom it was handed over: 1
            a service for a buffer: %1$d
            and once more: %2$d
            a buffer for a service: %1$d
            a service: 0
            without the right to read: %1$d
            nothing: -%1$d
            a notification: -%1$d
            no such place: -%1$d
            where there is no channel: -%1$d
            the last one of a place: 0
            the first one: %2$d
            one that a call without need of it names: %1$d
            a fifth: -%3$d
            four at once: 1
            the fifth after one of them: 7
            too late: 6
            when these have ended: 7
            lost: 5
            dies
            of an earlier life: %2$d
            dies
            ServiceRestarted
            afterwards: 48
            MessageFormatException: message: ends after 0 words
            ServiceFailure: Disk.sum: answered with label 7
            MessageFormatException: message: ends after 0 words
            ServiceFailure: Disk.sum: answered with label 305419896
            ServiceFailure: Disk.sum: answered with label %2$d
            afterwards: 7
            """;

    @TempDir
    Path folder;

    @Test
    void areOnlyTheirClientsAndForOneCall() throws IOException, InterruptedException {
        RunResult result = SampleComponents.run(folder, SOURCES, "include = [\"parts/frames.toml\"]\n" + SYSTEM);
        assertEquals("", SampleComponents.withoutTheSupervisors(result.error()));
        assertEquals(expected(), result.output());
        assertEquals(0, result.exitCode());
    }

    @Test
    void areOnlyTheirClientsAndForOneCallOnTheDesk() throws IOException, InterruptedException {
        RunResult result =
                SampleComponents.runOnTheDesk(folder, SOURCES, "include = [\"parts/console.toml\"]\n" + SYSTEM);
        assertEquals(expected(), SampleComponents.withoutTheSupervisors(result.output()));
        assertEquals(0, result.exitCode());
    }

    private static String expected() {
        return EXPECTED.formatted(Server.BAD_REQUEST, UNKNOWN, BUSY);
    }
}
