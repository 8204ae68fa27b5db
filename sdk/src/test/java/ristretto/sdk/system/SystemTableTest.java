package ristretto.sdk.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ristretto.abi.SupervisorProtocol;
import ristretto.sdk.loader.Connections;

/**
 * A table survives its own encoding, and bytes that are none are refused with a {@link SystemTableException} and
 * nothing else.
 */
class SystemTableTest {
    static ProcessDescription process(String name, List<String> provides, List<String> uses) {
        return new ProcessDescription(
                name,
                name,
                new MemoryNeeds(
                        32 << 10,
                        16 << 10,
                        0,
                        100,
                        0,
                        name.equals("root") || name.equals("supervisor") ? 0 : 4096,
                        name.equals("root") || name.equals("supervisor") ? 0 : 8192),
                new Schedule(100, 5_000_000, 10_000_000),
                new LifeCycle(
                        Restart.ON_FAILURE, 1000, 8000, 9000, 5, name.equals("root") ? 0 : 100_000_000, false, ""),
                new Authority(true, false, true, false),
                provides,
                uses,
                name.equals("counter") ? List.of("shell") : List.of(),
                "",
                List.of(),
                List.of(),
                List.of("one", "zwölf"));
    }

    static SystemTable demo() {
        ProcessDescription console = process("console", List.of("terminal"), List.of());
        console = new ProcessDescription(
                "console",
                "console",
                console.memory(),
                console.schedule(),
                console.lifeCycle(),
                console.authority(),
                console.provides(),
                console.uses(),
                console.rings(),
                "",
                List.of(new DeviceGrant("uart", 0x1000_0000, 4096)),
                List.of(new InterruptGrant("uart", 10)),
                List.of("raw"));
        return new SystemTable(List.of(
                process("root", List.of(), List.of()),
                process("supervisor", List.of(), List.of()),
                console,
                process("counter", List.of("count"), List.of()),
                process("shell", List.of(), List.of("count", "terminal"))));
    }

    @Test
    void survivesItsEncoding() {
        assertEquals(demo(), SystemTable.decode(demo().encode()));
    }

    @Test
    void bytesBehindTheTableAreIgnored() {
        byte[] bytes = demo().encode();
        assertEquals(demo(), SystemTable.decode(Arrays.copyOf(bytes, 4096)));
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] bytes = demo().encode();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(SystemTableException.class, () -> SystemTable.decode(cut), "length " + length);
        }
    }

    @Test
    void corruptionIsRefusedOrGivesATableThatKeepsTheRules() {
        Random random = new Random(1);
        byte[] good = demo().encode();
        int refused = 0;
        for (int round = 0; round < 50_000; round++) {
            byte[] bytes = good.clone();
            int changes = 1 + random.nextInt(3);
            for (int i = 0; i < changes; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                SystemTable.decode(bytes).encode();
            } catch (SystemTableException expected) {
                refused++;
            }
        }
        assertTrue(refused > 10_000, "only " + refused + " refused");
    }

    @Test
    void randomBytesAreRefused() {
        Random random = new Random(2);
        for (int round = 0; round < 1000; round++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            assertThrows(SystemTableException.class, () -> SystemTable.decode(bytes));
        }
    }

    @Test
    void messagesNameProcessElementExpectedAndGot() {
        refused("system table: expected 2 to 63 processes, got 0");
        refused("system table: expected process 1 to be supervisor, got x", named("root"), named("x"));
        refused(
                "system table: supervisor: uses: expected a service that some process provides, got nothing",
                named("root"),
                process("supervisor", List.of(), List.of("nothing")));
        refused(
                "system table: b: provides: expected one provider of s, got another one, process 2",
                named("root"),
                named("supervisor"),
                process("a", List.of("s"), List.of()),
                process("b", List.of("s"), List.of()));
        refused(
                "system table: a: uses: expected a service of another process, got s, its own",
                named("root"),
                named("supervisor"),
                process("a", List.of("s"), List.of("s")));
        refused(
                "system table: a: name: expected a name of its own, got that of process 2",
                named("root"),
                named("supervisor"),
                named("a"),
                named("a"));
        refused(
                "system table: Bad: name: expected 1 to 23 of a-z, 0-9 and -, beginning with a letter, got Bad",
                named("root"),
                named("supervisor"),
                named("Bad"));
    }

    @Test
    void ringsLeadToOtherProcessesBesideRootAndSupervisor() {
        String expected = "rings: expected another process beside root and supervisor, got ";
        for (String consumer : List.of("nobody", "a", "root", "supervisor")) {
            refused(
                    "system table: a: " + expected + consumer,
                    named("root"),
                    named("supervisor"),
                    ringing("a", consumer));
        }
        refused(
                "system table: root: rings: expected none, got a",
                ringing("root", "a"),
                named("supervisor"),
                named("a"));
        refused(
                "system table: a: rings: expected each name once, got b twice",
                named("root"),
                named("supervisor"),
                ringing("a", "b", "b"),
                named("b"));
        ProcessDescription[] many = new ProcessDescription[2 + SystemTable.MAXIMUM_CHANNEL_ENDS + 2];
        many[0] = named("root");
        many[1] = named("supervisor");
        many[2] = named("sink");
        for (int i = 3; i < many.length; i++) {
            many[i] = ringing("p" + i, "sink");
        }
        refused("system table: sink: number of channels: expected 0 to 16, got 17", many);
        assertEquals(2, new SystemTable(List.of(ringing("a", "b", "c"), named("b"), named("c"))).channelEnds(0));
    }

    /** The next bit of a notification is the supervisor's. */
    @Test
    void aProcessHasNoMoreInterruptsThanBits() {
        List<InterruptGrant> interrupts = new ArrayList<>();
        for (int i = 1; i <= 46; i++) {
            interrupts.add(new InterruptGrant("line-" + i, i));
        }
        assertEquals(SupervisorProtocol.MEMORY_WANTED, 1L << interrupts.size());
        SystemTable table = new SystemTable(List.of(named("root"), named("supervisor"), driving(interrupts)));
        assertEquals(table, SystemTable.decode(table.encode()));
        interrupts.add(new InterruptGrant("line-47", 47));
        refused(
                "system table: driver: number of interrupts: expected 0 to 46, got 47",
                named("root"),
                named("supervisor"),
                driving(interrupts));
    }

    private static ProcessDescription driving(List<InterruptGrant> interrupts) {
        ProcessDescription plain = named("driver");
        return new ProcessDescription(
                plain.name(),
                plain.image(),
                plain.memory(),
                plain.schedule(),
                plain.lifeCycle(),
                plain.authority(),
                plain.provides(),
                plain.uses(),
                plain.rings(),
                plain.streams(),
                plain.devices(),
                List.copyOf(interrupts),
                plain.arguments());
    }

    @Test
    void callsOfServersWithConcurrentCallsHaveChannels() {
        ProcessDescription server = limited(process("server", List.of("slow", "slower"), List.of()), 8, 0);
        ProcessDescription client = process("client", List.of(), List.of("slower", "count"));
        ProcessDescription counter = process("counter", List.of("count"), List.of());
        ProcessDescription shell = process("shell", List.of(), List.of("slow"));
        SystemTable table =
                new SystemTable(List.of(named("root"), named("supervisor"), server, client, counter, shell));
        List<Channel> expected = List.of(new Channel(3, 2, "slower"), new Channel(4, 5, ""), new Channel(5, 2, "slow"));
        assertEquals(expected, table.channels());
        assertEquals(table, SystemTable.decode(table.encode()));
        assertEquals(2, table.channelEnds(2));
        String range = "concurrentCalls: expected 0 to ";
        refused("system table: root: " + range + "0, got 1", limited(named("root"), 1, 0), named("supervisor"));
        refused(
                "system table: a: " + range + "0, got 1",
                named("root"),
                named("supervisor"),
                limited(named("a"), 1, 0));
        refused(
                "system table: server: " + range + "32, got 33",
                named("root"),
                named("supervisor"),
                limited(server, 33, 0));
    }

    @Test
    void serversMayReceiveServices() {
        ProcessDescription server = limited(process("server", List.of("slow"), List.of()), 0, 16);
        ProcessDescription client = process("client", List.of(), List.of("count"));
        ProcessDescription counter = process("counter", List.of("count"), List.of());
        ProcessDescription shell = process("shell", List.of(), List.of());
        SystemTable table =
                new SystemTable(List.of(named("root"), named("supervisor"), server, client, counter, shell));
        assertEquals(table, SystemTable.decode(table.encode()));
        String range = "receives: expected 0 to ";
        refused("system table: root: " + range + "0, got 1", limited(named("root"), 0, 1), named("supervisor"));
        refused(
                "system table: a: " + range + "0, got 1",
                named("root"),
                named("supervisor"),
                limited(named("a"), 0, 1));
        refused(
                "system table: server: " + range + "16, got 17",
                named("root"),
                named("supervisor"),
                limited(server, 0, 17));
        assertEquals(4, Connections.replies(table, 4), "its client, and who may be handed it");
        assertEquals(2, Connections.replies(table, 2), "it has none");
    }

    @Test
    void clientsMayReceiveResultsAndServersReturnServices() {
        ProcessDescription server = limited(process("server", List.of("count"), List.of()), 0, 0, 16);
        ProcessDescription client = limited(process("client", List.of(), List.of("count")), 0, 16, 0);
        SystemTable table = new SystemTable(List.of(named("root"), named("supervisor"), server, client));
        assertEquals(table, SystemTable.decode(table.encode()));
        refused(
                "system table: client: sessions: expected 0 to 0, got 1",
                named("root"),
                named("supervisor"),
                server,
                limited(client, 0, 1, 1));
        refused(
                "system table: server: sessions: expected 0 to 16, got 17",
                named("root"),
                named("supervisor"),
                limited(server, 0, 0, 17));
        refused(
                "system table: supervisor: sessions: expected 0 to 0, got 1",
                named("root"),
                limited(named("supervisor"), 0, 0, 1));
    }

    private static ProcessDescription limited(ProcessDescription p, int calls, int services) {
        return limited(p, calls, services, 0);
    }

    private static ProcessDescription limited(ProcessDescription p, int calls, int services, int sessions) {
        return new ProcessDescription(
                p.name(),
                p.image(),
                p.memory(),
                p.schedule(),
                p.lifeCycle(),
                p.authority(),
                p.provides(),
                calls,
                p.uses(),
                p.rings(),
                p.streams(),
                p.devices(),
                p.interrupts(),
                p.arguments(),
                p.versions(),
                services,
                sessions);
    }

    private static ProcessDescription ringing(String name, String... consumers) {
        ProcessDescription p = named(name);
        return new ProcessDescription(
                p.name(),
                p.image(),
                p.memory(),
                p.schedule(),
                p.lifeCycle(),
                p.authority(),
                p.provides(),
                p.uses(),
                List.of(consumers),
                p.streams(),
                p.devices(),
                p.interrupts(),
                p.arguments());
    }

    private static ProcessDescription named(String name) {
        return process(name, List.of(), List.of());
    }

    private static void refused(String message, ProcessDescription... processes) {
        SystemTable table = new SystemTable(new ArrayList<>(List.of(processes)));
        assertEquals(
                message, assertThrows(SystemTableException.class, table::encode).getMessage());
    }
}
