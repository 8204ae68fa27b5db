package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LongValue;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./ristretto run --on jvm} under a debugger: breakpoints in a service, in a driver and in the kernel, and nobody takes the stop for a failure. */
class DebuggerOnTheDeskTest {
    /** Class and method. */
    private static final Map<String, String> BREAKPOINTS = Map.of(
            "ristretto.counter.CounterComponent", "count",
            "ristretto.console.Console", "receive",
            "ristretto.kernel.Invocations", "run");

    /** Longer than the counter may be silent. */
    private static final long STOP_MS = 1_500;

    private final Map<String, String> stops = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void stopsInServiceDriverAndKernel() throws Exception {
        ListeningConnector connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
                .filter(one -> one.name().equals("com.sun.jdi.SocketListen"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        String address = connector.startListening(arguments);
        List<String> command = new ArrayList<>(ToolProcess.command("run", "--on", "jvm"));
        command.add(1, "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=" + address);
        Path typed = Files.writeString(folder.resolve("typed"), "count\rps\roff\r");
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(typed.toFile()))
                .redirectOutput(output.toFile())
                .start();
        try {
            debug(connector.accept(arguments));
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
        } finally {
            process.destroyForcibly();
            connector.stopListening(arguments);
        }
        String said = Files.readString(output);
        assertEquals(BREAKPOINTS.keySet(), stops.keySet(), said);
        assertEquals("count = 0, in main, carried by demo counter", stops.get("ristretto.counter.CounterComponent"));
        assertTrue(said.contains("\n1\r\n"), said);
        assertFalse(said.contains("heartbeat"), said);
        assertEquals("0", Rows.of(said).get("counter").getLast(), said);
        assertEquals(0, process.exitValue(), said);
    }

    /** Until the machine is off. */
    private void debug(VirtualMachine machine) throws Exception {
        for (String name : BREAKPOINTS.keySet()) {
            ClassPrepareRequest request = machine.eventRequestManager().createClassPrepareRequest();
            request.addClassFilter(name);
            request.enable();
        }
        machine.resume();
        try {
            while (true) {
                EventSet events = machine.eventQueue().remove();
                for (Event event : events) {
                    if (event instanceof ClassPrepareEvent prepared) {
                        setBreakpoint(machine, prepared.referenceType());
                    } else if (event instanceof BreakpointEvent stop) {
                        lookAt(stop);
                    }
                }
                events.resume();
            }
        } catch (VMDisconnectedException e) {
            // It has ended.
        }
    }

    private static void setBreakpoint(VirtualMachine machine, ReferenceType type) {
        machine.eventRequestManager()
                .createBreakpointRequest(type.methodsByName(BREAKPOINTS.get(type.name()))
                        .getFirst()
                        .location())
                .enable();
    }

    /** Once for each class; then it goes on at full speed. */
    private void lookAt(BreakpointEvent stop) throws IncompatibleThreadStateException, InterruptedException {
        String type = stop.location().declaringType().name();
        ((BreakpointRequest) stop.request()).disable();
        String seen = "";
        if (type.endsWith("Component")) {
            StackFrame frame = stop.thread().frame(0);
            var field = stop.location().declaringType().fieldByName("count");
            long count = ((LongValue) frame.thisObject().getValue(field)).value();
            boolean isCarried = stop.virtualMachine().allThreads().stream()
                    .anyMatch(thread -> thread.name().equals("demo counter"));
            seen = "count = " + count + ", in " + stop.thread().name() + (isCarried ? ", carried by demo counter" : "");
            Thread.sleep(STOP_MS);
        }
        stops.put(type, seen);
    }
}
