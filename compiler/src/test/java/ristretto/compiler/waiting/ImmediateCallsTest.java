package ristretto.compiler.waiting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.compiler.SampleClasses;

/** Which services' immediate methods a process serves, and which it calls. */
class ImmediateCallsTest {
    private static final String IMPORTS =
            "import ristretto.magic.CallRegisters; import ristretto.sdk.*; import ristretto.sdk.service.*;\n";

    @TempDir
    Path folder;

    /** As the annotation processor has it. */
    private SampleClasses services() {
        SampleClasses classes = new SampleClasses(folder);
        for (String name : new String[] {"Lamp", "Dimmer"}) {
            classes.add(
                    name, IMPORTS + "public interface N { @Immediate int f(int n); void waits(); }".replace("N", name));
            classes.add(name + "Client", IMPORTS + """
                    public final class NClient extends ServiceClient implements N {
                        public NClient(Transport transport) { super(transport); }
                        @Override @Immediate public int f(int n) { begin(1).putLong(n); return call("N.f", false); }
                        @Override public void waits() { begin(2); call("N.waits", false); }
                    }
                    """.replace("N", name));
            classes.add(name + "Dispatcher", IMPORTS + """
                    public final class NDispatcher implements Handler {
                        private final N service;
                        public NDispatcher(N service) { this.service = service; }
                        @Override public void serve(Request request) { f(request); }
                        @Immediate private void f(Request request) { request.answer().putLong(service.f(1)); }
                    }
                    """.replace("N", name));
        }
        classes.add("LampMain", IMPORTS + """
                public class LampMain implements Lamp {
                    private final Dimmer dimmer = new DimmerClient(Connection.to("dimmer"));
                    public static void main() { Server.run("lamp", new LampDispatcher(new LampMain())); }
                    @Override public int f(int n) { return lock(n); }
                    @Override public void waits() { }
                    @NeverWaits(reason = "it\tis quick") private int lock(int n) { return dimmer.f(n); }
                }
                """);
        classes.add("DimmerMain", IMPORTS + """
                public class DimmerMain implements Dimmer {
                    public static void main() { Server.run("dimmer", new DimmerDispatcher(new DimmerMain())); }
                    @Override public int f(int n) { return n; }
                    @Override public void waits() { new LampClient(Connection.to("lamp")).waits(); }
                }
                """);
        return classes;
    }

    @Test
    void servesCallsAndSaysThatItNeverWaits() {
        assertEquals("""
                \tserves\tLamp
                \tcalls\tDimmer\tLampMain.lock
                \tnever\tLampMain.lock\tit is quick
                """, services().immediateCalls("LampMain"));
    }

    /** Of the lamp it calls only what may wait. */
    @Test
    void servesOnly() {
        assertEquals("\tserves\tDimmer\n", services().immediateCalls("DimmerMain"));
    }

    /** By a method that may wait it hands something over, and so does its own dispatcher, which takes lamps. */
    @Test
    void whatHandsOverCountsAsAnImmediateCall() {
        SampleClasses classes = services();
        classes.add("DimmerClient", IMPORTS + """
                public final class DimmerClient extends ServiceClient implements Dimmer {
                    public DimmerClient(Transport transport) { super(transport); }
                    @Override public int f(int n) { return n; }
                    @Override @HandsOver public void waits() { callLending(beginLate(2), "Dimmer.waits", false); }
                }
                """);
        classes.add("LampMain", IMPORTS + """
                public class LampMain implements Lamp {
                    public static void main() { Server.run("lamp", new LampDispatcher(new LampMain())); }
                    @Override public int f(int n) { return n; }
                    @Override public void waits() { new DimmerClient(Connection.to("dimmer")).waits(); }
                }
                """);
        classes.add("LampDispatcher", IMPORTS + """
                public final class LampDispatcher implements Handler {
                    private final Lamp service;
                    public LampDispatcher(Lamp service) { this.service = service; }
                    @Override public void serve(Request request) { request.answerLater(); }
                    @Override public void serveLate(Request request) { waits(request); }
                    @HandsOver private void waits(Request request) { new LampClient(Lending.take(request.message())).f(1); service.waits(); }
                }
                """);
        assertEquals("""
                \tserves\tLamp
                \ttakes\tLamp
                \tcalls\tLamp\tLampDispatcher.waits
                \tcalls\tDimmer\tLampMain.waits
                """, classes.immediateCalls("LampMain"));
    }

    /** Both would seem to serve both, if the code were looked at as a whole. */
    @Test
    void processesThatShareAnImage() {
        SequencedMap<String, String> mains = new LinkedHashMap<>();
        mains.put("lamp", "LampMain");
        mains.put("dimmer", "DimmerMain");
        assertEquals("""
                lamp\tserves\tLamp
                lamp\tcalls\tDimmer\tLampMain.lock
                dimmer\tserves\tDimmer
                \tnever\tLampMain.lock\tit is quick
                """, services().immediateCalls(mains));
    }
}
