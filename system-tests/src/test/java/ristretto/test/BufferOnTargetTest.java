package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.sdk.Server;

/** A client lends its buffer for the time of a call; a server that wants more of it than that, and a client that lends something else. */
class BufferOnTargetTest {
    private static final Map<String, String> SOURCES =
            Map.of("Store", """
            package lease;
            import ristretto.sdk.*;
            @Service
            public interface Store {
                @Immediate int sum(@ReadOnly Buffer data, int from, int length);
                @Immediate void fill(int value, Buffer target);
                @Immediate void writeToWhatIsToBeRead(@ReadOnly Buffer data);
                @Immediate int keepCopy(@ReadOnly Buffer data);
                @Immediate long readCopy();
                @Immediate int readWhatIsOver();
            }
            """, "StoreComponent", """
            package lease;
            import ristretto.abi.*;
            import ristretto.sdk.*;
            import ristretto.sdk.kernel.*;
            public final class StoreComponent implements Store {
                private final OwnBuffer own = OwnBuffer.ofThisProcess();
                private final int first = (int) Startup.grant("own", "first-received");
                private Buffer kept;
                public static void main(String[] arguments) { Server.run("store", new StoreDispatcher(new StoreComponent())); }
                @Override public int sum(Buffer data, int from, int length) {
                    data.copyTo(from, own, 8, length);
                    int sum = 0;
                    for (int i = 0; i < length; i++) { sum += own.get(8 + i); }
                    return sum;
                }
                @Override public void fill(int value, Buffer target) {
                    for (int i = 0; i < target.size() - 8; i++) { own.put(i, (byte) value); }
                    target.copyFrom(own, 0, 8, target.size() - 8);
                }
                @Override public void writeToWhatIsToBeRead(Buffer data) { data.copyFrom(own, 0, 0, 8); }
                @Override public int keepCopy(Buffer data) {
                    kept = data;
                    CapTable table = new CapTable((int) Startup.grant("own", "table"));
                    table.copy(first + 1, table, first, Rights.READ);
                    return (int) new Frame(first + 1).read(8) & 0xff;
                }
                @Override public long readCopy() { return new Frame(first + 1).read(8); }
                @Override public int readWhatIsOver() { kept.copyTo(0, own, 0, 8); return own.get(0); }
            }
            """, "ClientComponent", """
            package lease;
            import ristretto.abi.*;
            import ristretto.magic.*;
            import ristretto.sdk.*;
            import ristretto.sdk.service.*;
            public final class ClientComponent {
                private static final Connection CONNECTION = Connection.to("store");
                private static int label;
                public static void main(String[] arguments) {
                    OwnBuffer own = OwnBuffer.ofThisProcess();
                    StoreClient store = StoreClient.to("store");
                    say("size", own.size());
                    byte[] bytes = new byte[20000];
                    for (int i = 0; i < bytes.length; i++) { bytes[i] = (byte) (i % 100); }
                    own.put(40, bytes, 0, bytes.length);
                    say("all", store.sum(own, 40, 20000));
                    say("a part", store.sum(own, 40 + 8, 16));
                    store.fill(5, own);
                    own.get(0, bytes, 0, bytes.length);
                    say("untouched", bytes[7]);
                    say("filled", bytes[8] + bytes[19999] + own.get(own.size() - 1));
                    refused("beyond the end", () -> store.sum(own, 16384, 16392));
                    refused("negative", () -> store.sum(own, -8, 16));
                    refused("half a word", () -> store.sum(own, 4, 16));
                    refused("writes", () -> store.writeToWhatIsToBeRead(own));
                    say("kept", store.keepCopy(own));
                    refused("after the call", () -> store.readWhatIsOver());
                    refused("by a copy of the right", () -> store.readCopy());
                    long before = Clock.nowTicks();
                    for (int i = 0; i < 100; i++) { store.sum(own, 0, 0); }
                    long empty = Clock.nowTicks() - before;
                    say("an empty lease takes less than 10,000 instructions", empty * 100 / 8 / 100 < 10_000 ? 1 : empty);
                    forge(own);
                    System.exit(0);
                }
                private static void forge(OwnBuffer own) {
                    new StoreClient(new Transport() {
                        @Override public int call(Message message, long deadline) { label = message.label(); return CONNECTION.call(message); }
                        @Override public CallRegisters words() { return null; }
                        @Override public long callRegisters(long tag, long deadline) { return 0; }
                        @Override public void take(Message message) { }
                    }).fill(1, own);
                    int buffer = (int) Startup.grant("own", "buffer");
                    say("nothing", send(0, 0));
                    say("a notification", send((int) Startup.grant("own", "notification"), Rights.ALL));
                    say("a service", send(CONNECTION.slot(), Rights.SEND));
                    say("only to read", send(buffer, Rights.READ));
                    say("only to write", send(buffer, Rights.WRITE));
                    say("as it should be", send(buffer, Rights.READ | Rights.WRITE));
                    say("filled", own.get(8));
                }
                /** The label of the answer. */
                private static long send(int slot, int rights) {
                    CallRegisters r = new CallRegisters();
                    r.t0 = CONNECTION.slot();
                    r.t1 = Tag.of(label, 1);
                    if (slot != 0) { r.t1 = Tag.withCapability(r.t1, slot, rights); }
                    r.t3 = CallNumber.CALL;
                    r.a0 = 7;
                    SystemCall.trap(r);
                    return r.t0 != 0 ? -r.t0 : Tag.label(r.t1);
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
            heap = "96K"
            stack = "16K"
            priority = 100
            budget = "5ms"
            period = "10ms"

            [process.store]
            main = "lease.StoreComponent"
            provides = ["store"]
            buffer = "36K"

            [process.client]
            main = "lease.ClientComponent"
            restart = "never"
            ends-system = true
            uses = ["store"]
            streams = "console"
            buffer = "32K"
            may = ["foreground"]
            """;

    private static final String EXPECTED = """
            size: 32768
            all: 990000
            a part: 248
            untouched: 0
            filled: 15
            beyond the end: ServiceFailure: Store.sum: java.lang.IndexOutOfBoundsException: Range [16384, 16384 + 16392) out of bounds for length 32768
            negative: ServiceFailure: Store.sum: java.lang.IndexOutOfBoundsException: Range [-8, -8 + 16) out of bounds for length 32768
            half a word: ServiceFailure: Store.sum: java.lang.IllegalArgumentException: expected multiples of 8, got 4, 8, 16
            writes: ServiceFailure: Store.writeToWhatIsToBeRead: ristretto.sdk.CapabilityError: frame copy on slot 10: missing right: argument 0 (the capability), expected write, got read
            kept: 5
            after the call: ServiceFailure: Store.readWhatIsOver: java.lang.IllegalStateException: the buffer was lent for the time of a call, which is over
            by a copy of the right: ServiceFailure: Store.readCopy: ristretto.sdk.CapabilityError: frame read on slot 11: no such capability: argument 0 (the capability), expected 25, got 11
            an empty lease takes less than 10,000 instructions: 1
            nothing: %1$d
            a notification: %1$d
            a service: %1$d
            only to read: %1$d
            only to write: %1$d
            as it should be: 0
            filled: 7
            """;

    @TempDir
    Path folder;

    @Test
    void isLentForTheTimeOfACall() throws IOException, InterruptedException {
        RunResult result = SampleComponents.run(folder, SOURCES, SYSTEM);
        assertEquals("", result.error());
        assertEquals(EXPECTED.formatted(Server.BAD_REQUEST), result.output());
        assertEquals(0, result.exitCode());
    }
}
