package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.sdk.Server;

/** Buffers and services are arguments of methods that wait: on the machine and on the desk, by messages and by channels the same is said. */
class RightsOfWaitingCallsTest {
    private static final Map<String, String> SOURCES =
            Map.of("Meter", """
            package disk;
            import ristretto.sdk.*;
            @Service
            public interface Meter {
                @Immediate int read();
            }
            """, "Disk", """
            package disk;
            import ristretto.sdk.*;
            @Service
            public interface Disk {
                /** Takes so long, and then fills 64 bytes. */
                @Idempotent int read(int block, Buffer target, int milliseconds);
                int sum(@ReadOnly Buffer data, int from, int length);
                void writeToWhatIsToBeRead(@ReadOnly Buffer data);
                int keepCopy(Buffer data);
                @Immediate long readCopy();
                @Immediate int readWhatIsOver();
                int keep(int number, Meter meter);
                int use(Meter meter, int milliseconds);
                int ask();
                int drop();
                int rest(int milliseconds);
                /** How many times a buffer was not lent any more. */
                @Immediate int lost();
                int dies(@ReadOnly Buffer data);
            }
            """, "MeterComponent", """
            package disk;
            import ristretto.sdk.*;
            public final class MeterComponent implements Meter {
                private int value = 40;
                public static void main(String[] arguments) { Server.run("meter", new MeterDispatcher(new MeterComponent())); }
                @Override public int read() { return ++value; }
            }
            """, "DiskComponent", """
            package disk;
            import java.util.*;
            import ristretto.abi.*;
            import ristretto.sdk.*;
            import ristretto.sdk.kernel.*;
            import ristretto.sdk.state.*;
            public final class DiskComponent implements Disk {
                private final OwnBuffer own = OwnBuffer.ofThisProcess();
                private final CapTable table = new CapTable((int) Startup.grant("own", "table"));
                private final List<Meter> meters = new ArrayList<>();
                private final int life;
                private Buffer kept;
                private int copy;
                private int lost;
                DiskComponent(int life) { this.life = life; }
                public static void main(String[] arguments) {
                    byte[] state = SavedState.restored();
                    int life = state == null ? 1 : state[0] + 1;
                    SavedState.save(new byte[] {(byte) life});
                    Server.run("disk", new DiskDispatcher(new DiskComponent(life)));
                }
                private static void pause(int milliseconds) {
                    try { Thread.sleep(milliseconds); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                }
                @Override public int read(int block, Buffer target, int milliseconds) {
                    pause(milliseconds);
                    for (int i = 0; i < 64; i++) { own.put(i, (byte) (block + i)); }
                    try {
                        target.copyFrom(own, 0, 64 * block, 64);
                    } catch (CapabilityError e) {
                        lost++;
                        throw e;
                    }
                    return life;
                }
                @Override public int sum(Buffer data, int from, int length) {
                    pause(1);
                    data.copyTo(from, own, 1024, length);
                    int sum = 0;
                    for (int i = 0; i < length; i++) { sum += own.get(1024 + i); }
                    return sum;
                }
                @Override public void writeToWhatIsToBeRead(Buffer data) { pause(1); data.copyFrom(own, 0, 0, 8); }
                /** A hostile server copies what it was lent, wherever that is, to the last slot of its table. */
                @Override public int keepCopy(Buffer data) {
                    kept = data;
                    copy = (int) Startup.grant("own", "first-received");
                    for (CapabilityView view = null; ; copy++) {
                        view = table.inspect(copy);
                        if (view != null && view.type() == ObjectType.FRAME) { break; }
                    }
                    int free = copy + 1;
                    while (table.inspect(free) != null) { free++; }
                    table.copy(free, table, copy, Rights.READ);
                    copy = free;
                    pause(1);
                    return (int) new Frame(copy).read(192) & 0xff;
                }
                @Override public long readCopy() { return new Frame(copy).read(192); }
                @Override public int readWhatIsOver() { kept.copyTo(0, own, 0, 8); return own.get(0); }
                @Override public int keep(int number, Meter meter) { pause(1); meters.add(meter); return meters.size(); }
                @Override public int use(Meter meter, int milliseconds) {
                    try (MeterClient given = (MeterClient) meter) {
                        pause(milliseconds);
                        return given.read();
                    }
                }
                @Override public int ask() { pause(1); return meters.getLast().read(); }
                @Override public int drop() { ((MeterClient) meters.removeLast()).close(); return meters.size(); }
                @Override public int rest(int milliseconds) { pause(milliseconds); return milliseconds; }
                @Override public int lost() { return lost; }
                @Override public int dies(Buffer data) { pause(1); throw new Error("dies"); }
            }
            """, "ClientComponent", """
            package disk;
            import java.util.*;
            import java.util.concurrent.*;
            import ristretto.abi.*;
            import ristretto.magic.*;
            import ristretto.sdk.*;
            import ristretto.sdk.service.*;
            public final class ClientComponent {
                private static final Connection CONNECTION = Connection.to("disk");
                private static int label;
                public static void main(String[] arguments) throws InterruptedException {
                    OwnBuffer own = OwnBuffer.ofThisProcess();
                    DiskClient disk = DiskClient.to("disk");
                    MeterClient meter = MeterClient.to("meter");
                    say("read", disk.read(3, own, 5));
                    say("block", own.get(191) + own.get(192) + own.get(255) + own.get(256));
                    say("sum", disk.sum(own, 192, 64));
                    refused("beyond the end", () -> disk.sum(own, 4088, 16));
                    refused("writes", () -> disk.writeToWhatIsToBeRead(own));
                    say("kept", disk.keepCopy(own));
                    refused("after the call", () -> disk.readWhatIsOver());
                    refused("by a copy of the right", () -> disk.readCopy());

                    say("kept", disk.keep(1, meter));
                    say("asked", disk.ask());
                    say("kept", disk.keep(2, meter));
                    refused("a third", () -> disk.keep(3, meter));
                    refused("nor for a while", () -> disk.use(meter, 1));
                    say("asked", disk.ask());
                    say("dropped", disk.drop());
                    say("for a while", disk.use(meter, 1));
                    say("dropped", disk.drop());
                    for (int i = 0; i < 50; i++) {
                        disk.keep(i, meter);
                        disk.use(meter, 0);
                        disk.drop();
                        disk.read(i, own, 0);
                    }
                    say("asked itself", meter.read());

                    List<CompletableFuture<Integer>> reads = new ArrayList<>();
                    for (int i = 0; i < 12; i++) { reads.add(disk.readAsync(i + 10, own, 12 - i)); }
                    int right = 0;
                    for (int i = 0; i < 12; i++) {
                        reads.get(i).join();
                        right += own.get(64 * (i + 10)) == i + 10 && own.get(64 * (i + 10) + 63) == (byte) (i + 73) ? 1 : 0;
                    }
                    say("twelve at once", right);

                    disk.setPatience(100_000_000);
                    for (int i = 0; i < 3; i++) { refused("too late", () -> disk.read(50, own, 400)); }
                    disk.setPatience(0);
                    disk.rest(500);
                    say("untouched", own.get(64 * 50));
                    say("lost", disk.lost());
                    for (int i = 0; i < 12; i++) { disk.read(i, own, 0); }

                    refused("dies", () -> disk.dies(own));
                    say("read by the second life", disk.read(4, own, 1));
                    CompletableFuture<Integer> again = disk.readAsync(5, own, 20);
                    refused("dies", () -> disk.dies(own));
                    say("read once or twice", again.join() - 1 < 3 ? 1 : 0);
                    say("kept", disk.keep(1, meter));
                    say("asked", disk.ask());
                    say("dropped", disk.drop());

                    DiskClient spy = new DiskClient(new Transport() {
                        @Override public int call(Message message, long deadline) { label = message.label(); return CONNECTION.call(message); }
                        @Override public CallRegisters words() { return new CallRegisters(); }
                        @Override public long callRegisters(long tag, long deadline) { label = Tag.label(tag); return 1; }
                        @Override public void take(Message message) { }
                    });
                    spy.rest(1);
                    final int rest = label;
                    spy.keep(1, meter);
                    final int keep = label;
                    say("dropped", disk.drop());
                    int service = (int) Startup.grant("uses", "meter");
                    int buffer = (int) Startup.grant("own", "buffer");
                    say("nothing", send(keep, 0, 0));
                    say("a notification", send(keep, (int) Startup.grant("own", "notification"), Rights.ALL));
                    say("a buffer", send(keep, buffer, Rights.READ | Rights.WRITE));
                    say("without rights", send(keep, service, 0));
                    for (int i = 0; i < 200; i++) { send(keep + 1 + i, service, Rights.SEND); }
                    for (int i = 0; i < 20; i++) { send(rest, i % 2 == 0 ? service : buffer, Rights.SEND | Rights.READ); }
                    say("to whom has no use for it", send(rest, service, Rights.SEND));
                    say("kept", send(keep, service, Rights.SEND));
                    say("dropped", disk.drop());
                    say("read", disk.read(4, own, 1));
                    System.exit(0);
                }
                /** The label of the answer, or its first word. */
                private static long send(int label, int slot, int rights) {
                    CallRegisters r = new CallRegisters();
                    r.t0 = CONNECTION.slot();
                    r.t1 = Tag.of(label, 1);
                    if (slot != 0) { r.t1 = Tag.withCapability(r.t1, slot, rights); }
                    r.t3 = CallNumber.CALL;
                    r.a0 = 1;
                    SystemCall.trap(r);
                    return r.t0 != 0 ? -r.t0 : Tag.label(r.t1) == 0 ? r.a0 : Tag.label(r.t1);
                }
                private static void say(String what, long value) { System.out.println(what + ": " + value); }
                private static void refused(String what, Runnable call) {
                    try {
                        call.run();
                        System.out.println(what + ": not refused");
                    } catch (CapabilityError e) {
                        System.out.println(what + ": " + (e.isTimeout() ? "timed out" : e.getMessage()));
                    } catch (RuntimeException e) {
                        System.out.println(what + ": " + e.getClass().getSimpleName() + ": " + e.getMessage());
                    }
                }
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
            main = "disk.MeterComponent"
            provides = ["meter"]

            [process.disk]
            main = "disk.DiskComponent"
            provides = ["disk"]
            receives = 2
            buffer = "4K"
            state = "8"
            back-off = "1ms"
            %s

            [process.client]
            main = "disk.ClientComponent"
            restart = "never"
            ends-system = true
            uses = ["disk", "meter"]
            streams = "console"
            buffer = "4K"
            may = ["foreground"]
            """;

    private static final String BY_CHANNEL = "concurrent-calls = 8";

    private static final String EXPECTED = """
            read: 1
            block: 69
            sum: 2208
            beyond the end: ServiceFailure: Disk.sum: java.lang.IndexOutOfBoundsException: Range [4088, 4088 + 16) out of bounds for length 4096
            writes: ServiceFailure: Disk.writeToWhatIsToBeRead: ristretto.sdk.CapabilityError: frame copy on slot #: missing right: argument 0 (the capability), expected write, got read
            kept: 3
            after the call: ServiceFailure: Disk.readWhatIsOver: java.lang.IllegalStateException: the buffer was lent for the time of a call, which is over
            by a copy of the right: ServiceFailure: Disk.readCopy: ristretto.sdk.CapabilityError: frame read on slot #: no such capability: argument 0 (the capability), expected #, got #
            kept: 1
            asked: 41
            kept: 2
            a third: ServiceFailure: Disk.keep: the server holds as many services of others as its description lets it
            nor for a while: ServiceFailure: Disk.use: the server holds as many services of others as its description lets it
            asked: 42
            dropped: 1
            for a while: 43
            dropped: 0
            asked itself: 94
            twelve at once: 12
            too late: timed out
            too late: timed out
            too late: timed out
            untouched: 0
            lost: 3
            dies: ServiceRestarted: Disk.dies
            read by the second life: 2
            dies: ServiceRestarted: Disk.dies
            read once or twice: 1
            kept: 1
            asked: 95
            dropped: 0
            dropped: 0
            nothing: %1$d
            a notification: %1$d
            a buffer: %1$d
            without rights: %1$d
            to whom has no use for it: 1
            kept: 1
            dropped: 0
            read: 3
            """;

    @TempDir
    Path folder;

    @Test
    void travelByMessages() throws IOException, InterruptedException {
        onTheMachine("");
    }

    @Test
    void travelByMessagesOnTheDesk() throws IOException, InterruptedException {
        onTheDesk("");
    }

    @Test
    void travelBesideAChannel() throws IOException, InterruptedException {
        onTheMachine(BY_CHANNEL);
    }

    @Test
    void travelBesideAChannelOnTheDesk() throws IOException, InterruptedException {
        onTheDesk(BY_CHANNEL);
    }

    private void onTheMachine(String calls) throws IOException, InterruptedException {
        RunResult result =
                SampleComponents.run(folder, SOURCES, "include = [\"parts/frames.toml\"]\n" + SYSTEM.formatted(calls));
        assertEquals("", alike(result.error()));
        assertEquals(EXPECTED.formatted(Server.BAD_REQUEST), alike(result.output()));
        assertEquals(0, result.exitCode());
    }

    private void onTheDesk(String calls) throws IOException, InterruptedException {
        RunResult result = SampleComponents.runOnTheDesk(
                folder, SOURCES, "include = [\"parts/console.toml\"]\n" + SYSTEM.formatted(calls));
        assertEquals(EXPECTED.formatted(Server.BAD_REQUEST), alike(result.output()));
        assertEquals(0, result.exitCode());
    }

    /** Without what the supervisor tells of each end, and with no slots. */
    private static String alike(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("supervisor: ") && !line.startsWith("\tat ") && !line.startsWith("  "))
                .map(line -> line.replaceAll("on slot \\d+", "on slot #")
                        .replaceAll("expected \\d+, got \\d+", "expected #, got #"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
