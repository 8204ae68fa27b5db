package ristretto.desk;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import ristretto.desk.component.Host;
import ristretto.desk.component.Turns;

/** A process's program on its thread, from main to exit, as the runtime's {@code ProcessStart} has it. */
final class GuestProgram implements Host.Guest {
    private static final int OUTPUT = 1;
    private static final int ERROR = 2;
    private static final int EXIT_UNCAUGHT = 1;

    private final Execution execution;
    private final ClassLoader loader;
    private final Platform platform;
    private final ProcessThreads threads;
    private final PrintStream out = new PrintStream(new Output(OUTPUT), true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(new Output(ERROR), true, StandardCharsets.UTF_8);
    private final InputStream in = new BufferedInputStream(new Input());
    private int exitCode;
    private byte[] exitReason = {};

    GuestProgram(Execution execution, ClassLoader loader, long startupPage) {
        this.execution = execution;
        this.loader = loader;
        this.platform = new Platform(loader, startupPage);
        this.threads = new ProcessThreads(execution, platform);
    }

    /** Runs the program in a thread of its own, and all others that it makes, on the present one. */
    void run(String main, String[] arguments) {
        Thread.currentThread().setContextClassLoader(loader);
        execution.setThreads(threads);
        threads.run(() -> runMain(main, arguments), this::end);
        if (!execution.isEnded()) {
            throw new IllegalStateException("the process could not exit");
        }
    }

    private void end() {
        threads.runHooks();
        platform.exit(exitCode, exitReason);
    }

    private void runMain(String main, String[] arguments) {
        try {
            callMain(loader.loadClass(main), arguments);
        } catch (ProcessEnded e) {
            throw e;
        } catch (Throwable e) {
            exitCode = EXIT_UNCAUGHT;
            exitReason = report(e instanceof InvocationTargetException wrapped ? wrapped.getCause() : e);
        }
    }

    /** Java language specification 12.1.4. */
    private static void callMain(Class<?> type, String[] arguments) throws ReflectiveOperationException {
        Method main = mainOf(type, arguments.getClass());
        if (main == null) {
            main = mainOf(type);
        }
        if (main == null) {
            throw new NoSuchMethodException("main of " + type.getName());
        }
        Object object = null;
        if (!Modifier.isStatic(main.getModifiers())) {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            object = constructor.newInstance();
        }
        main.setAccessible(true);
        main.invoke(object, main.getParameterCount() == 0 ? new Object[0] : new Object[] {arguments});
    }

    private static Method mainOf(Class<?> type, Class<?>... parameters) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            try {
                return c.getDeclaredMethod("main", parameters);
            } catch (NoSuchMethodException e) {
                // It may be inherited.
            }
        }
        return null;
    }

    private byte[] report(Throwable uncaught) {
        if (uncaught instanceof ProcessEnded ended) {
            throw ended;
        }
        GuestFrames.trim(uncaught);
        StringWriter text = new StringWriter();
        uncaught.printStackTrace(new PrintWriter(text));
        byte[] bytes = ("Exception in thread \"main\" " + text).getBytes(StandardCharsets.UTF_8);
        platform.write(ERROR, bytes, 0, bytes.length);
        return bytes;
    }

    @Override
    public InputStream in() {
        threads.requireOwn();
        return in;
    }

    @Override
    public PrintStream out() {
        threads.requireOwn();
        return out;
    }

    @Override
    public PrintStream err() {
        threads.requireOwn();
        return err;
    }

    @Override
    public void exit(int code) {
        threads.requireOwn();
        threads.runHooks();
        platform.exit(code, new byte[0]);
    }

    @Override
    public void halt(int code) {
        threads.requireOwn();
        platform.exit(code, new byte[0]);
    }

    @Override
    public long nanoTime() {
        return execution.nanoTime();
    }

    @Override
    public long currentTimeMillis() {
        threads.requireOwn();
        return platform.sinceEpochNanoseconds() / 1_000_000;
    }

    @Override
    public void sleep(long nanoseconds) throws InterruptedException {
        if (threads.isOwn()) {
            threads.sleep(nanoseconds);
        } else {
            TimeUnit.NANOSECONDS.sleep(nanoseconds);
        }
    }

    @Override
    public void threadMade() {
        threads.countMade();
    }

    @Override
    public Turns turns() {
        return threads;
    }

    @Override
    public Object fiber() {
        threads.requireOwn();
        return threads.currentFiber();
    }

    @Override
    public void await(long deadlineNs) {
        threads.requireOwn();
        threads.await(deadlineNs);
    }

    @Override
    public void endWait(Object fiber) {
        threads.requireOwn();
        threads.endWait(fiber);
    }

    @Override
    public boolean isWaiting(Object fiber) {
        threads.requireOwn();
        return threads.isWaiting(fiber);
    }

    @Override
    public long giveWay() {
        threads.requireOwn();
        return threads.giveWay();
    }

    @Override
    public void poll() {
        execution.poll();
    }

    private final class Output extends OutputStream {
        private final int stream;

        Output(int stream) {
            this.stream = stream;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            threads.requireOwn();
            platform.write(stream, bytes, offset, length);
        }
    }

    private final class Input extends InputStream {
        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            threads.requireOwn();
            threads.awaitInput();
            return platform.read(bytes, offset, length);
        }
    }
}
