package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process hands a service to another one, which calls it, keeps it, and gives it back; and a client that hands over what it should not, and too much of it. */
class ServiceAsArgumentTest {
    private static final Map<String, String> SOURCES =
            Map.of("Meter", """
            package lent;
            import ristretto.sdk.*;
            @Service
            public interface Meter {
                @Immediate int read();
                int readLater(int milliseconds);
            }
            """, "Keeper", """
            package lent;
            import ristretto.sdk.*;
            @Service
            public interface Keeper {
                /** Answers how many it has. */
                @Immediate int keep(int number, Meter meter);
                @Immediate int ask();
                int askLater(int milliseconds);
                int rest(int milliseconds);
                @Immediate int answeredLast();
                @Immediate int drop();
                @Immediate int askWhatWasDropped();
            }
            """, "MeterComponent", """
            package lent;
            import ristretto.sdk.*;
            public final class MeterComponent implements Meter {
                private int value = 40;
                public static void main(String[] arguments) { Server.run(arguments[0], new MeterDispatcher(new MeterComponent())); }
                @Override public int read() { return ++value; }
                @Override public int readLater(int milliseconds) {
                    try { Thread.sleep(milliseconds); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                    return 1000 + milliseconds;
                }
            }
            """, "KeeperComponent", """
            package lent;
            import java.util.*;
            import ristretto.sdk.*;
            public final class KeeperComponent implements Keeper {
                private final List<Meter> meters = new ArrayList<>();
                private Meter dropped;
                private int last;
                public static void main(String[] arguments) { Server.run(arguments[0], new KeeperDispatcher(new KeeperComponent())); }
                @Override public int keep(int number, Meter meter) { meters.add(meter); return meters.size(); }
                @Override public int ask() { return meters.getLast().read(); }
                @Override public int askLater(int milliseconds) { last = meters.getLast().readLater(milliseconds); return last; }
                @Override public int rest(int milliseconds) {
                    try { Thread.sleep(milliseconds); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                    return milliseconds;
                }
                @Override public int answeredLast() { return last; }
                @Override public int drop() {
                    dropped = meters.removeLast();
                    ((MeterClient) dropped).close();
                    ((MeterClient) dropped).close();
                    return meters.size();
                }
                @Override public int askWhatWasDropped() { return dropped.read(); }
            }
            """, "ClientComponent", """
            package lent;
            import ristretto.abi.*;
            import ristretto.magic.*;
            import ristretto.sdk.*;
            import ristretto.sdk.service.*;
            public final class ClientComponent {
                private static final Connection CONNECTION = Connection.to("keeper");
                private static int label;
                public static void main(String[] arguments) {
                    MeterClient meter = MeterClient.to("meter");
                    KeeperClient keeper = KeeperClient.to("keeper");
                    say("own", meter.read());
                    say("kept", keeper.keep(1, meter));
                    say("asked", keeper.ask());
                    say("asked later", keeper.askLater(20));
                    say("and itself", meter.read());
                    keeper.setPatience(10_000_000);
                    refused("too late", () -> keeper.askLater(60));
                    keeper.setPatience(0);
                    say("itself meanwhile", meter.readLater(1));
                    say("in its name", keeper.answeredLast());
                    say("kept", keeper.keep(2, meter));
                    refused("a third", () -> keeper.keep(3, meter));
                    say("asked", keeper.ask());
                    say("dropped", keeper.drop());
                    refused("what was dropped", () -> keeper.askWhatWasDropped());
                    say("asked", keeper.ask());
                    say("dropped", keeper.drop());
                    for (int i = 0; i < 100; i++) {
                        keeper.keep(i, meter);
                        keeper.drop();
                    }
                    say("kept", keeper.keep(1, meter));
                    say("dropped", keeper.drop());
                    refused("to whom receives none", () -> KeeperClient.to("poor").keep(1, meter));

                    KeeperClient spy = new KeeperClient(new Transport() {
                        @Override public int call(Message message, long deadline) { label = message.label(); return CONNECTION.call(message); }
                        @Override public CallRegisters words() { return new CallRegisters(); }
                        @Override public long callRegisters(long tag, long deadline) { label = Tag.label(tag); return 1; }
                        @Override public void take(Message message) { }
                    });
                    spy.rest(1);
                    int rest = label;
                    spy.keep(1, meter);
                    say("dropped", keeper.drop());
                    say("nothing", send(label, 0, 0));
                    say("an empty slot", send(label, 60, Rights.SEND));
                    say("a notification", send(label, (int) Startup.grant("own", "notification"), Rights.ALL));
                    say("without rights", send(label, (int) Startup.grant("uses", "meter"), 0));
                    for (int i = 0; i < 1000; i++) {
                        send(label + 1 + i, (int) Startup.grant("uses", "meter"), Rights.SEND);
                    }
                    say("kept", keeper.keep(1, meter));
                    say("asked", keeper.ask());
                    say("dropped", keeper.drop());
                    say("its own", send(label, CONNECTION.slot(), Rights.SEND));
                    refused("itself", () -> keeper.ask());
                    say("dropped", keeper.drop());
                    say("the supervisor's", send(label, Startup.supervisor(), Rights.SEND));
                    refused("the supervisor", () -> keeper.ask());
                    say("dropped", keeper.drop());
                    say("while it rests", send(rest, (int) Startup.grant("uses", "meter"), Rights.SEND));
                    say("kept", keeper.keep(1, meter));
                    say("asked", keeper.ask());
                    System.exit(0);
                }
                /** The label of the answer, and its first word. */
                private static long send(int label, int slot, int rights) {
                    CallRegisters r = new CallRegisters();
                    r.t0 = CONNECTION.slot();
                    r.t1 = Tag.of(label, 1);
                    if (slot != 0) { r.t1 = Tag.withCapability(r.t1, slot, rights); }
                    r.t3 = CallNumber.CALL;
                    r.a0 = 7;
                    SystemCall.trap(r);
                    return r.t0 != 0 ? -r.t0 : Tag.label(r.t1) == 0 ? r.a0 : Tag.label(r.t1);
                }
                private static void say(String what, long value) { System.out.println(what + ": " + value); }
                private static void refused(String what, Runnable call) {
                    try {
                        call.run();
                        System.out.println(what + ": not refused");
                    } catch (RuntimeException e) {
                        System.out.println(what + ": " + e.getClass().getSimpleName() + ": " + e.getMessage());
                    }
                }
            }
            """);

    private static final String SYSTEM = """
            include = ["parts/frames.toml"]

            [machine]
            memory = "16M"

            [defaults]
            heap = "64K"
            stack = "16K"
            priority = 100
            budget = "5ms"
            period = "10ms"

            [process.meter]
            main = "lent.MeterComponent"
            arguments = ["meter"]
            provides = ["meter"]

            [process.keeper]
            main = "lent.KeeperComponent"
            arguments = ["keeper"]
            provides = ["keeper"]
            receives = 2

            [process.poor]
            main = "lent.KeeperComponent"
            arguments = ["poor"]
            provides = ["poor"]

            [process.client]
            main = "lent.ClientComponent"
            restart = "never"
            ends-system = true
            uses = ["meter", "keeper", "poor"]
            streams = "console"
            may = ["foreground"]
            """;

    private static final String EXPECTED = """
            own: 41
            kept: 1
            asked: 42
            asked later: 1020
            and itself: 43
            too late: CapabilityError: call on slot %3$d: timed out
            itself meanwhile: 1001
            in its name: 1060
            kept: 2
            a third: ServiceFailure: Keeper.keep: the server holds as many services of others as its description lets it
            asked: 44
            dropped: 1
            what was dropped: ServiceFailure: Keeper.askWhatWasDropped: java.lang.IllegalStateException: the service was given back
            asked: 45
            dropped: 0
            kept: 1
            dropped: 0
            to whom receives none: ServiceMismatch: Keeper.keep: the server has no such method, or another version of it
            dropped: 0
            nothing: %1$d
            an empty slot: -1
            a notification: %1$d
            without rights: %1$d
            kept: 1
            asked: 46
            dropped: 0
            its own: 1
            itself: ServiceFailure: Keeper.ask: ristretto.sdk.CapabilityError: call on slot %2$d: timed out
            dropped: 0
            the supervisor's: 1
            the supervisor: ServiceFailure: Keeper.ask: ristretto.sdk.service.ServiceMismatch: Meter.read: the server has no such method, or another version of it
            dropped: 0
            while it rests: 7
            kept: 1
            asked: 47
            """;

    @TempDir
    Path folder;

    @Test
    void travelsAndIsGivenBack() throws IOException, InterruptedException {
        RunResult result = SampleComponents.run(folder, SOURCES, SYSTEM);
        assertEquals("", result.error());
        assertEquals(EXPECTED.formatted(ristretto.sdk.Server.BAD_REQUEST, 18, 5), result.output());
        assertEquals(0, result.exitCode());
    }
}
