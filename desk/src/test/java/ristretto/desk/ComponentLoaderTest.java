package ristretto.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ristretto.desk.component.Host;
import ristretto.desk.component.Turns;
import ristretto.desk.guests.Guest;
import ristretto.magic.Memory;

/** What a component's classes see of each other and of the JVM. */
@Timeout(30)
class ComponentLoaderTest implements Host.Guest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long slept;
    private int exitCode;
    private int polls;

    @BeforeEach
    void enter() {
        Host.enter(this);
    }

    @AfterEach
    void leave() {
        Host.enter(null);
    }

    private static Class<?> load() throws Exception {
        Path classes = Path.of(
                Guest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return new ComponentLoader(List.of(classes)).loadClass(Guest.class.getName());
    }

    private static Object call(Class<?> guest, String method, Object... arguments) throws Throwable {
        try {
            Class<?>[] types = new Class<?>[arguments.length];
            for (int i = 0; i < types.length; i++) {
                types[i] = arguments[i].getClass();
            }
            return guest.getMethod(method, types).invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void eachLifeHasItsOwnStatics() throws Throwable {
        Class<?> one = load();
        Class<?> other = load();
        assertNotSame(one, other);
        assertEquals(1, call(one, "live"));
        assertEquals(2, call(one, "live"));
        assertEquals(1, call(other, "live"));
    }

    @Test
    void itSeesMagicAndNothingElseOfTheDesk() throws Exception {
        ClassLoader loader = load().getClassLoader();
        assertSame(Memory.class, loader.loadClass(Memory.class.getName()));
        assertThrows(ClassNotFoundException.class, () -> loader.loadClass("ristretto.desk.Processor"));
        assertThrows(ClassNotFoundException.class, () -> loader.loadClass("ristretto.kernel.Kernel"));
        assertThrows(ClassNotFoundException.class, () -> loader.loadClass(Test.class.getName()));
    }

    @Test
    void itsStreamsAreTheProcesss() throws Throwable {
        call(load(), "say", "hello");
        assertEquals("hello\n", out.toString());
        assertEquals("hello", err.toString());
    }

    @Test
    void itsTimeIsTheMachines() throws Throwable {
        assertEquals(1_000_007L, call(load(), "now"));
        assertEquals(5_000_000, slept);
    }

    @Test
    void itsExitIsNotTheJvms() throws Throwable {
        call(load(), "leave");
        assertEquals(42, exitCode);
    }

    @Test
    void anEndlessLoopEnds() throws Exception {
        Host.changeLate(1);
        try {
            assertThrows(ProcessEnded.class, () -> call(load(), "spin"));
            assertEquals(100, polls);
        } finally {
            Host.changeLate(-1);
        }
    }

    @Test
    void linesStayAsTheyAre() {
        NullPointerException here = assertThrows(NullPointerException.class, () -> Guest.fail(null));
        InvocationTargetException there =
                assertThrows(InvocationTargetException.class, () -> load().getMethod("fail", int[].class)
                        .invoke(null, (Object) null));
        assertEquals(
                here.getStackTrace()[0].getLineNumber(),
                there.getCause().getStackTrace()[0].getLineNumber());
        assertEquals(here.getMessage(), there.getCause().getMessage(), "it names the local variable");
    }

    // ---- a process, as the code meets it

    @Override
    public InputStream in() {
        return InputStream.nullInputStream();
    }

    @Override
    public PrintStream out() {
        return new PrintStream(out, true);
    }

    @Override
    public PrintStream err() {
        return new PrintStream(err, true);
    }

    @Override
    public void exit(int code) {
        exitCode = code;
    }

    @Override
    public void halt(int code) {
        exitCode = code;
    }

    @Override
    public long nanoTime() {
        return 1_000_000;
    }

    @Override
    public long currentTimeMillis() {
        return 7;
    }

    @Override
    public void sleep(long nanoseconds) {
        slept = nanoseconds;
    }

    @Override
    public void threadMade() {}

    @Override
    public Turns turns() {
        return null;
    }

    @Override
    public Object fiber() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void await(long deadlineNs) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void endWait(Object fiber) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isWaiting(Object fiber) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long giveWay() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void poll() {
        if (++polls == 100) {
            throw new ProcessEnded();
        }
    }
}
