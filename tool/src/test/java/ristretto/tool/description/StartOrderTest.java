package ristretto.tool.description;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ristretto.sdk.system.Authority;
import ristretto.sdk.system.LifeCycle;
import ristretto.sdk.system.MemoryNeeds;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.Restart;
import ristretto.sdk.system.Schedule;

/** Each process here provides a service of its own name. */
class StartOrderTest {
    private final List<ProcessDescription> processes = new ArrayList<>();

    @Test
    void withoutServicesItIsThatOfTheDescription() {
        add("b", "");
        add("a", "");
        assertEquals("root supervisor b a", order());
    }

    @Test
    void whoProvidesComesFirst() {
        add("shell", "console", "counter", "clock");
        add("counter", "console");
        add("lamp", "");
        add("clock", "", "lamp");
        add("console", "");
        assertEquals("root supervisor lamp clock console counter shell", order());
    }

    @Test
    void aCircleBeginsWithItsFirst() {
        add("c", "", "b");
        add("b", "", "a");
        add("a", "", "c");
        add("d", "");
        assertEquals("root supervisor d c a b", order());
    }

    private void add(String name, String streams, String... uses) {
        processes.add(process(name, streams, uses));
    }

    private String order() {
        processes.addFirst(process("supervisor", ""));
        processes.addFirst(process("root", ""));
        return String.join(
                " ",
                StartOrder.of(processes).stream().map(ProcessDescription::name).toList());
    }

    private static ProcessDescription process(String name, String streams, String... uses) {
        return new ProcessDescription(
                name,
                name,
                new MemoryNeeds(4096, 4096, 0, 0, 0, 0),
                new Schedule(1, 1, 1),
                new LifeCycle(Restart.NEVER, 0, 0, 0, 0, 0, false, ""),
                new Authority(false, false, false, false),
                List.of(name),
                List.of(uses),
                List.of(),
                streams,
                List.of(),
                List.of(),
                List.of());
    }
}
