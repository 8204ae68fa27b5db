package ristretto.test.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.sdk.system.ProcessDescription;
import ristretto.test.ImageFactory;
import ristretto.tool.UserError;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.HouseComponents;
import ristretto.tool.image.Systems;
import ristretto.tool.image.TestGateway;

/** What a gateway makes of a system's description. */
class TestGatewayTest {
    private static final HouseComponents COMPONENTS = new HouseComponents(ImageFactory.HOUSE);

    @TempDir
    private Path folder;

    private static SystemDescription system(String argument, String profile) {
        return Systems.find(ImageFactory.HOUSE, argument, profile, COMPONENTS);
    }

    private static SystemDescription withGateway(String argument, String profile, String... services) {
        return TestGateway.addedTo(
                system(argument, profile), ImageFactory.HOUSE, argument, profile, List.of(services), COMPONENTS);
    }

    private String refusal(String argument, String... services) {
        return assertThrows(UserError.class, () -> withGateway(argument, "", services))
                .getMessage();
    }

    @Test
    void allElseIsAsItWas() {
        for (String profile : List.of("", "bare")) {
            SystemDescription without = system("demo", profile);
            SystemDescription with = withGateway("demo", profile, "counter", "clock");
            List<ProcessDescription> before = without.table().processes();
            List<ProcessDescription> processes = with.table().processes();
            ProcessDescription gateway = processes.getLast();
            assertEquals(before.subList(1, before.size()), processes.subList(1, processes.size() - 1));
            assertRootHasOnlyAHeapForOneMore(before.getFirst(), processes.getFirst());
            assertEquals(without.platform(), with.platform());
            assertEquals("test-gateway", gateway.name());
            assertEquals(List.of("counter", "clock"), gateway.uses());
            assertEquals(List.of("counter", "clock"), gateway.arguments());
            assertEquals("", gateway.streams());
        }
    }

    /** The heap that root's description does not give follows from the processes, in whole pages. */
    private static void assertRootHasOnlyAHeapForOneMore(ProcessDescription before, ProcessDescription after) {
        long more = after.memory().heapBytes() - before.memory().heapBytes();
        assertTrue(more == 0 || more == 4096, more + " bytes more");
        assertEquals(withoutHeap(before), withoutHeap(after));
    }

    private static String withoutHeap(ProcessDescription root) {
        return root.toString().replace("heapBytes=" + root.memory().heapBytes(), "heapBytes=");
    }

    @Test
    void servicesAreThoseOfTheSystem() {
        assertEquals(
                "--gateway: expected a service of the system demo, got \"countr\" (nearest: counter)",
                refusal("demo", "counter", "countr"));
        assertEquals(
                "--gateway: expected each service once, got \"counter\" twice", refusal("demo", "counter", "counter"));
    }

    @Test
    void whoeverHasWhatTheGatewayNeedsIsTold() throws IOException {
        String including = "include = [\"" + ImageFactory.HOUSE.systems().resolve("demo.toml") + "\"]\n";
        String interrupt = including + """
                [devices.disk]
                registers = 0x1000_2000
                interrupt = 33
                """;
        String process = including + """
                [process.test-gateway]
                main = "ristretto.counter.CounterComponent"
                heap = "64K"
                stack = "16K"
                priority = 7
                budget = "5ms"
                period = "10ms"
                """;
        String memory = including + """
                [machine]
                memory = "4M"
                [process.counter]
                heap = "1400K"
                """;
        assertTells(
                "devices.gateway-line.interrupt: expected an interrupt of its own, got 33, in devices.disk already",
                interrupt);
        assertTells("one value of process.test-gateway.priority in these files", process);
        assertTells("machine.memory: expected at least ", memory);
    }

    private void assertTells(String what, String description) throws IOException {
        Path file = Files.writeString(folder.resolve("other.toml"), description);
        String told = refusal(file.toString(), "counter");
        assertTrue(told.contains(what), told);
    }
}
