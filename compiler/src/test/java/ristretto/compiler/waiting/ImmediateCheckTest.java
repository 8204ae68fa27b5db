package ristretto.compiler.waiting;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.compiler.CompilationFailure;
import ristretto.compiler.SampleClasses;

/** Implementations of immediate methods that wait for nothing, and for each way to wait the words that its author will read. */
class ImmediateCheckTest {
    /** As the annotation processor has it: a client, and a dispatcher that calls the implementation by its interface. */
    private static final String HEAD = """
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;
            import java.util.function.*;
            import ristretto.magic.CallRegisters;
            import ristretto.sdk.*;
            import ristretto.sdk.service.*;
            public class Main {
                interface S { @Immediate int f(int n); void waits(); }
                static final class SClient extends ServiceClient implements S {
                    SClient(Transport transport) { super(transport); }
                    @Override @Immediate public int f(int n) { begin(1).putLong(n); call("S.f", false); return 1; }
                    @Override public void waits() { begin(2); call("S.waits", false); }
                }
                static final class SDispatcher implements Handler {
                    private final S service;
                    SDispatcher(S service) { this.service = service; }
                    @Override public void serve(Request request) {
                        if (request.label() == 1) { f(request); } else { service.waits(); }
                    }
                    @Immediate
                    private void f(Request request) { int result = service.f(request.message().getInt(0, 9)); request.answer().putLong(result); }
                }
                static int[] data = {3, 1, 2};
                public static void main(String[] arguments) {
                    Server.run("s", new SDispatcher(new Answering()));
                }
            """;

    private static final String ADVICE =
            "\n    do not wait there, or leave out @Immediate: any other method of a service may wait";

    @TempDir
    Path folder;

    private void compile(String members) {
        new SampleClasses(folder).add("Main", HEAD + members + "\n}").compile("Main");
    }

    private void holds(String members) {
        assertDoesNotThrow(() -> compile(members));
    }

    private void broken(String expected, String members) {
        String message =
                assertThrows(CompilationFailure.class, () -> compile(members)).getMessage();
        assertEquals(expected.strip() + ADVICE, message.replace(System.lineSeparator(), "\n"));
    }

    @Test
    void whatWorksHolds() {
        holds("""
                static final class Answering implements S {
                    private final Map<Integer, String> names = new HashMap<>();
                    private final Map<String, Integer> shared = new ConcurrentHashMap<>();
                    private final StringBuffer text = new StringBuffer();
                    public int f(int n) {
                        names.put(n, "number " + n);
                        shared.merge("n", n, Integer::sum);
                        System.out.println(names.get(n) + text.append(n));
                        if (n > 5) { throw new IllegalArgumentException("expected at most 5, got " + n); }
                        return data[n % 3];
                    }
                    public void waits() {
                        try { Thread.sleep(5); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                    }
                }
                """);
    }

    @Test
    void sleep() {
        broken("""
                @Immediate of Main$S.f is broken: it may wait for time
                    reached by Main$Answering.f(Main.java:30) -> Main$Answering.pause(Main.java:33) -> java.lang.Thread.sleep -> java.lang.Thread.sleepNanos -> ristretto.runtime.Threads.sleep
                """, """
                static final class Answering implements S {
                    public int f(int n) {
                        pause();
                        return n;
                    }
                    private void pause() { try { Thread.sleep(5); } catch (InterruptedException e) { throw new IllegalStateException(e); } }
                    public void waits() { }
                }
                """);
    }

    @Test
    void lockOfTheLibrary() {
        broken("""
                @Immediate of Main$S.f is broken: it may wait for other threads, which run first
                    reached by Main$Answering.f(Main.java:31) -> java.util.concurrent.Semaphore.acquireUninterruptibly -> java.util.concurrent.locks.AbstractQueuedSynchronizer.acquireShared -> java.util.concurrent.locks.AbstractQueuedSynchronizer.acquire -> java.lang.Thread.onSpinWait -> ristretto.runtime.Threads.yield -> ristretto.runtime.Scheduler.yield
                """, """
                static final class Answering implements S {
                    private final Semaphore semaphore = new Semaphore(1);
                    public int f(int n) {
                        semaphore.acquireUninterruptibly();
                        return n;
                    }
                    public void waits() { }
                }
                """);
    }

    @Test
    void waitAtAMonitor() {
        broken("""
                @Immediate of Main$S.f is broken: it may wait for another thread, or for time
                    reached by Main$Answering.f(Main.java:30) -> java.lang.Object.wait -> java.lang.Object.wait -> java.lang.Object.wait0 -> ristretto.runtime.Monitors.await
                """, """
                static final class Answering implements S {
                    public synchronized int f(int n) {
                        try { wait(); } catch (InterruptedException e) { return 0; }
                        return n;
                    }
                    public void waits() { }
                }
                """);
    }

    @Test
    void givingWay() {
        broken("""
                @Immediate of Main$S.f is broken: it may wait for other threads, which run first
                    reached by Main$Answering.f(Main.java:30) -> java.lang.Thread.yield -> ristretto.runtime.Threads.yield -> ristretto.runtime.Scheduler.yield
                """, """
                static final class Answering implements S {
                    public int f(int n) {
                        Thread.yield();
                        return n;
                    }
                    public void waits() { }
                }
                """);
    }

    @Test
    void input() {
        broken("""
                @Immediate of Main$S.f is broken: it may wait for input
                    reached by Main$Answering.f(Main.java:30) -> ristretto.runtime.StandardInput.read -> ristretto.runtime.StandardInput.fill -> ristretto.runtime.Scheduler.awaitInput
                """, """
                static final class Answering implements S {
                    public int f(int n) {
                        try { return System.in.read(); } catch (java.io.IOException e) { return 0; }
                    }
                    public void waits() { }
                }
                """);
    }

    @Test
    void signal() {
        broken("""
                @Immediate of Main$S.f is broken: it may wait for a signal, or for time
                    reached by Main$Answering.f(Main.java:30) -> ristretto.sdk.Heartbeat.sleep -> ristretto.sdk.Alarm.sleepUntil -> ristretto.sdk.Alarm.await -> ristretto.sdk.Notification.await
                """, """
                static final class Answering implements S {
                    public int f(int n) {
                        Heartbeat.sleep(5);
                        return n;
                    }
                    public void waits() { }
                }
                """);
    }

    @Test
    void callByHand() {
        broken("""
                @Immediate of Main$S.f is broken: it may wait for the answer of another process
                    reached by Main$Answering.f(Main.java:30) -> ristretto.sdk.Connection.call -> ristretto.sdk.Connection.call
                """, """
                static final class Answering implements S {
                    public int f(int n) {
                        return new Connection(n).call(new Message());
                    }
                    public void waits() { }
                }
                """);
    }

    /** The kernel may be entered without any class of the SDK. */
    @Test
    void wayIntoTheKernel() {
        broken("""
                @Immediate of Main$S.f is broken: it may wait for an answer of the kernel's, or another process's
                    reached by Main$Answering.f(Main.java:30) -> ristretto.magic.SystemCall.trap
                """, """
                static final class Answering implements S {
                    public int f(int n) {
                        ristretto.magic.SystemCall.trap(new CallRegisters());
                        return n;
                    }
                    public void waits() { }
                }
                """);
    }

    @Test
    void immediateCallsAndSignalsHold() {
        holds("""
                static final class Answering implements S {
                    private final S next = new SClient(Connection.to("next"));
                    public int f(int n) {
                        new Notification(n).signal();
                        return next.f(n) + (int) new Notification(n).poll();
                    }
                    public void waits() { }
                }
                """);
    }

    @Test
    void callThatMayWait() {
        broken("""
                @Immediate of Main$S.f is broken: it may wait for the answer of another process
                    reached by Main$Answering.f(Main.java:31) -> Main$SClient.waits(Main.java:13) -> ristretto.sdk.service.ServiceClient.call -> ristretto.sdk.service.ServiceClient.answer -> ristretto.sdk.Connection.call
                """, """
                static final class Answering implements S {
                    private final SClient next = new SClient(Connection.to("next"));
                    public int f(int n) {
                        next.waits();
                        return n;
                    }
                    public void waits() { }
                }
                """);
    }

    @Test
    void anyOfSeveralObjects() {
        broken("""
                @Immediate of Main$S.f is broken: it may wait for time
                    reached by Main$Answering.f(Main.java:30) -> Main$Slow.getAsInt(Main.java:37) -> java.lang.Thread.sleep -> java.lang.Thread.sleepNanos -> ristretto.runtime.Threads.sleep
                """, """
                static final class Answering implements S {
                    public int f(int n) {
                        return (n == 0 ? new Quick() : new Slow()).getAsInt();
                    }
                    public void waits() { }
                }
                static final class Quick implements IntSupplier { public int getAsInt() { return 1; } }
                static final class Slow implements IntSupplier {
                    public int getAsInt() {
                        try { Thread.sleep(5); } catch (InterruptedException e) { return 0; }
                        return 2;
                    }
                }
                """);
    }

    @Test
    void classInitialiser() {
        broken("""
                @Immediate of Main$S.f is broken: it may wait for time
                    reached by Main$Answering.f(Main.java:30) -> Main$Table.<clinit>(Main.java:37) -> java.lang.Thread.sleep -> java.lang.Thread.sleepNanos -> ristretto.runtime.Threads.sleep
                """, """
                static final class Answering implements S {
                    public int f(int n) {
                        return Table.size;
                    }
                    public void waits() { }
                }
                static final class Table {
                    static int size;
                    static {
                        try { Thread.sleep(5); } catch (InterruptedException e) { size = 1; }
                    }
                }
                """);
    }

    /** What a dispatcher does by itself counts too, as making a record of arguments. */
    @Test
    void argumentsOfTheDispatcher() {
        broken("""
                @Immediate of Main$Door.serve is broken: it may wait for time
                    reached by Main$Door.serve(Main.java:33) -> Main$Pair.<init>(Main.java:30) -> java.lang.Thread.sleep -> java.lang.Thread.sleepNanos -> ristretto.runtime.Threads.sleep
                """, """
                static final class Answering implements S { public int f(int n) { return 0; } public void waits() { new Door().serve(null); } }
                record Pair(int a) {
                    Pair { try { Thread.sleep(5); } catch (InterruptedException e) { a = 1; } }
                }
                static final class Door implements Handler {
                    @Immediate public void serve(Request request) { new Pair(1); }
                }
                """);
    }

    /** Nobody holds it while he waits, so it is always free. */
    @Test
    void monitorThatIsAlwaysFreeHolds() {
        holds("""
                static final class Answering implements S {
                    private final Object mine = new Object();
                    private final Object other = new Object();
                    private int count;
                    public int f(int n) {
                        synchronized (mine) { count++; }
                        return count;
                    }
                    public void waits() {
                        synchronized (mine) { count--; }
                        synchronized (other) {
                            try { other.wait(); } catch (InterruptedException e) { count = 0; }
                        }
                        Thread.ofVirtual().start(() -> count++);
                    }
                }
                """);
    }

    @Test
    void monitorThatSomebodyHoldsWhileHeWaits() {
        broken("""
                @Immediate of Main$S.f is broken: it may wait for a monitor (synchronized), which Main$Answering.waits(Main.java:36) may hold while it waits
                    reached by Main$Answering.f(Main.java:31) -> Main$Answering.add
                """, """
                static final class Answering implements S {
                    private int count;
                    public int f(int n) {
                        add();
                        return count;
                    }
                    private synchronized void add() { count++; }
                    public void waits() {
                        synchronized (this) {
                            try { Thread.sleep(5); } catch (InterruptedException e) { count = 0; }
                        }
                        Thread.ofVirtual().start(() -> count++);
                    }
                }
                """);
    }

    /** The second monitor is held while the first one is waited for. */
    @Test
    void monitorBehindAMonitor() {
        broken("""
                @Immediate of Main$S.f is broken: it may wait for a monitor (synchronized), which Main$Answering.both(Main.java:37) may hold while it waits
                    reached by Main$Answering.f
                """, """
                static final class Answering implements S {
                    private final Object first = new Object();
                    private final Object second = new Object();
                    private int count;
                    public int f(int n) {
                        synchronized (second) { count++; }
                        return count;
                    }
                    private void both() {
                        synchronized (second) { one(); }
                    }
                    private void one() { synchronized (first) { count--; } }
                    public void waits() {
                        synchronized (first) {
                            try { Thread.sleep(5); } catch (InterruptedException e) { count = 0; }
                        }
                        Thread.ofVirtual().start(this::both);
                    }
                }
                """);
    }

    @Test
    void exemptionWithAReason() {
        holds("""
                static final class Answering implements S {
                    private final ReentrantLock lock = new ReentrantLock();
                    public int f(int n) {
                        add(n);
                        return data[0];
                    }
                    @NeverWaits(reason = "nobody waits with the lock")
                    private void add(int n) {
                        lock.lock();
                        try { data[0] += n; } finally { lock.unlock(); }
                    }
                    public void waits() { }
                }
                """);
    }

    @Test
    void exemptionWithoutAReason() {
        String message =
                assertThrows(CompilationFailure.class, () -> compile("""
                static final class Answering implements S {
                    @NeverWaits(reason = " ") public int f(int n) { return n; }
                    public void waits() { }
                }
                """)).getMessage();
        assertEquals("Main$Answering.f: @NeverWaits expects a reason, got none", message);
    }

    /** One message each, all at once. */
    @Test
    void twoImplementations() {
        String message =
                assertThrows(CompilationFailure.class, () -> compile("""
                static final class Answering implements S {
                    private final S behind = new Behind();
                    public int f(int n) { Thread.yield(); return behind.f(n); }
                    public void waits() { }
                }
                static final class Behind implements S {
                    public int f(int n) { Thread.yield(); return n; }
                    public void waits() { }
                }
                """)).getMessage();
        assertEquals(2, message.split("is broken").length - 1, message);
    }
}
