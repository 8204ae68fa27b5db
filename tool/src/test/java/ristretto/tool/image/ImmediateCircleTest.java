package ristretto.tool.image;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ristretto.sdk.system.Authority;
import ristretto.sdk.system.LifeCycle;
import ristretto.sdk.system.MemoryNeeds;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.Restart;
import ristretto.sdk.system.Schedule;
import ristretto.sdk.system.SystemTable;
import ristretto.tool.UserError;
import ristretto.tool.description.Platform;
import ristretto.tool.description.SystemDescription;

/** Systems whose immediate calls go in circles, with what is said of them, and others whose do not. */
class ImmediateCircleTest {
    private static final String ADVICE =
            "\n    one of these calls must go, or its method must neither be @Immediate nor have services or buffers as arguments or results";

    private static ProcessDescription process(
            String name, List<String> provides, List<String> uses, String streams, List<String> versions) {
        return process(name, provides, uses, streams, versions, 0);
    }

    private static ProcessDescription process(
            String name,
            List<String> provides,
            List<String> uses,
            String streams,
            List<String> versions,
            int receives) {
        return new ProcessDescription(
                name,
                name,
                new MemoryNeeds(65536, 16384, 0),
                new Schedule(100, 4_000_000, 10_000_000),
                new LifeCycle(Restart.ALWAYS, 0, 0, 0, 0, 0, false, ""),
                new Authority(false, false, false, false),
                provides,
                0,
                uses,
                List.of(),
                streams,
                List.of(),
                List.of(),
                List.of(),
                versions,
                receives,
                0);
    }

    private static void check(boolean oneImage, List<ProcessDescription> processes, Map<String, String> calls) {
        Map<String, String> mains = new LinkedHashMap<>();
        processes.forEach(process -> mains.put(process.name(), "org.Main"));
        ImmediateCircle.check(
                new SystemDescription(
                        "small",
                        new Platform(16 << 20, true, 0, List.of()),
                        oneImage,
                        mains,
                        new SystemTable(processes)),
                calls);
    }

    private static String message(boolean oneImage, List<ProcessDescription> processes, Map<String, String> calls) {
        return assertThrows(UserError.class, () -> check(oneImage, processes, calls))
                .getMessage()
                .replace(System.lineSeparator(), "\n");
    }

    private static final List<ProcessDescription> THREE = List.of(
            process("lamp", List.of("lamp"), List.of("dimmer"), "", List.of()),
            process("dimmer", List.of("dimmer"), List.of("switch"), "", List.of()),
            process("switch", List.of("switch"), List.of("lamp"), "", List.of()));

    @Test
    void aCircleOfThreeIsRefused() {
        assertEquals(
                """
                immediate calls go in a circle, in which each process may wait for the next one for ever:
                    lamp calls o.Dimmer of dimmer, in o.LampComponent.set
                    dimmer calls o.Switch of switch, in o.DimmerComponent.dim
                    switch calls o.Lamp of lamp, in o.SwitchComponent.press""" + ADVICE,
                message(
                        false,
                        THREE,
                        Map.of(
                                "lamp", "\tserves\to.Lamp\n\tcalls\to.Dimmer\to.LampComponent.set\n",
                                "dimmer", "\tserves\to.Dimmer\n\tcalls\to.Switch\to.DimmerComponent.dim\n",
                                "switch", "\tserves\to.Switch\n\tcalls\to.Lamp\to.SwitchComponent.press\n")));
    }

    /** Each uses the next one in a circle; but the last one calls no immediate method. */
    @Test
    void aCircleOfUsesIsNone() {
        assertDoesNotThrow(() -> check(
                false,
                THREE,
                Map.of(
                        "lamp", "\tserves\to.Lamp\n\tcalls\to.Dimmer\to.LampComponent.set\n",
                        "dimmer", "\tserves\to.Dimmer\n\tcalls\to.Switch\to.DimmerComponent.dim\n",
                        "switch", "\tserves\to.Switch\n")));
    }

    /** It calls one of the same interface, which the description does not let it reach. */
    @Test
    void onlyWhatTheDescriptionAllowsCounts() {
        assertDoesNotThrow(() -> check(
                false,
                List.of(
                        process("lamp", List.of("lamp"), List.of("dimmer"), "", List.of()),
                        process("dimmer", List.of("dimmer"), List.of("other"), "", List.of()),
                        process("other", List.of("other"), List.of(), "", List.of())),
                Map.of(
                        "lamp", "\tserves\to.Lamp\n\tcalls\to.Dimmer\to.LampComponent.set\n",
                        "dimmer", "\tserves\to.Dimmer\n\tcalls\to.Lamp\to.DimmerComponent.dim\n",
                        "other", "\tserves\to.Lamp\n")));
    }

    @Test
    void anotherVersionMayCloseTheCircle() {
        List<ProcessDescription> processes = List.of(
                process("lamp", List.of("lamp"), List.of("dimmer"), "", List.of("lamp-2")),
                process("dimmer", List.of("dimmer"), List.of("lamp"), "", List.of()));
        String dimmer = "\tserves\to.Dimmer\n\tcalls\to.Lamp\to.DimmerComponent.dim\n";
        assertDoesNotThrow(() -> check(
                false,
                processes,
                Map.of("lamp", "\tserves\to.Lamp\n", "lamp-2", "\tserves\to.Lamp\n", "dimmer", dimmer)));
        assertEquals(
                """
                immediate calls go in a circle, in which each process may wait for the next one for ever:
                    lamp calls o.Dimmer of dimmer, in o.SecondLamp.set
                    dimmer calls o.Lamp of lamp, in o.DimmerComponent.dim""" + ADVICE,
                message(
                        false,
                        processes,
                        Map.of(
                                "lamp",
                                "\tserves\to.Lamp\n",
                                "lamp-2",
                                "\tserves\to.Lamp\n\tcalls\to.Dimmer\to.SecondLamp.set\n",
                                "dimmer",
                                dimmer)));
    }

    /** The description lets it use none of them; but its clients hand them to it. */
    @Test
    void whoeverTakesServicesMayCallEachThatServesTheInterface() {
        ProcessDescription dimmer = process("dimmer", List.of("dimmer"), List.of(), "", List.of());
        ProcessDescription receivingDimmer = process("dimmer", List.of("dimmer"), List.of(), "", List.of(), 2);
        ProcessDescription lamp = process("lamp", List.of("lamp"), List.of("dimmer"), "", List.of());
        Map<String, String> calls = Map.of(
                "lamp", "\tserves\to.Lamp\n\tcalls\to.Dimmer\to.LampComponent.set\n",
                "dimmer", "\tserves\to.Dimmer\n\ttakes\to.Lamp\n\tcalls\to.Lamp\to.DimmerComponent.dim\n");
        assertDoesNotThrow(() -> check(false, List.of(lamp, dimmer), calls));
        assertEquals("""
                immediate calls go in a circle, in which each process may wait for the next one for ever:
                    lamp calls o.Dimmer of dimmer, in o.LampComponent.set
                    dimmer calls o.Lamp of lamp, in o.DimmerComponent.dim""" + ADVICE, message(false, List.of(lamp, receivingDimmer), calls));
    }

    @Test
    void whoeverPrintsCallsTheConsole() {
        assertEquals(
                """
                immediate calls go in a circle, in which each process may wait for the next one for ever:
                    lamp writes to console, its streams
                    console calls o.Lamp of lamp, in o.Console.blink""" + ADVICE,
                message(
                        false,
                        List.of(
                                process("lamp", List.of("lamp"), List.of(), "console", List.of()),
                                process("console", List.of("console"), List.of("lamp"), "", List.of())),
                        Map.of(
                                "lamp", "\tserves\to.Lamp\n",
                                "console", "\tcalls\to.Lamp\to.Console.blink\n")));
    }

    @Test
    void processesOfOneImageAreToldApart() {
        List<ProcessDescription> processes = List.of(
                process("lamp", List.of("lamp"), List.of("dimmer"), "", List.of()),
                process("dimmer", List.of("dimmer"), List.of("lamp"), "", List.of()));
        String down = "lamp\tserves\to.Lamp\nlamp\tcalls\to.Dimmer\to.LampComponent.set\ndimmer\tserves\to.Dimmer\n";
        assertDoesNotThrow(() -> check(true, processes, Map.of("root", down)));
        assertEquals(
                """
                immediate calls go in a circle, in which each process may wait for the next one for ever:
                    lamp calls o.Dimmer of dimmer, in o.LampComponent.set
                    dimmer calls o.Lamp of lamp, in o.DimmerComponent.dim""" + ADVICE,
                message(true, processes, Map.of("root", down + "dimmer\tcalls\to.Lamp\to.DimmerComponent.dim\n")));
    }

    @Test
    void methodsThatSayThatTheyNeverWait() {
        assertEquals(
                List.of("o.Lamp.lock: nobody waits with the lock"),
                ImmediateCircle.neverWaiting("\tserves\to.Lamp\n\tnever\to.Lamp.lock\tnobody waits with the lock\n"));
    }
}
