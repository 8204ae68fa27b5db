package ristretto.desk.component;

/**
 * What {@code Thread} is in the code of components on the desk, and what their classes extend: a thread that takes turns in its process. It is no thread of the JVM; a virtual one, its carrier, does
 * what it is to do. The JDK's own code knows the carrier only: a pool of the JDK's must be given that ({@link Threads#carrying}). On a thread of no component's it is a thread as usual.
 */
public class ProcessThread extends Thread {
    private final Turns turns;
    /** Null: this is a thread of the JVM. */
    private final Thread carrier;

    private volatile boolean started;

    public ProcessThread() {
        this(null, null, nextName(), 0, true);
    }

    public ProcessThread(Runnable task) {
        this(null, task, nextName(), 0, true);
    }

    public ProcessThread(ThreadGroup group, Runnable task) {
        this(group, task, nextName(), 0, true);
    }

    public ProcessThread(String name) {
        this(null, null, name, 0, true);
    }

    public ProcessThread(ThreadGroup group, String name) {
        this(group, null, name, 0, true);
    }

    public ProcessThread(Runnable task, String name) {
        this(null, task, name, 0, true);
    }

    public ProcessThread(ThreadGroup group, Runnable task, String name) {
        this(group, task, name, 0, true);
    }

    public ProcessThread(ThreadGroup group, Runnable task, String name, long stackBytes) {
        this(group, task, name, stackBytes, true);
    }

    /** @param inherits counts outside of components only: in one, a thread inherits whose process it is */
    public ProcessThread(ThreadGroup group, Runnable task, String name, long stackBytes, boolean inherits) {
        Turns process = Host.turns();
        Thread parent = process == null ? Thread.currentThread() : process.current();
        super(group == null ? parent.getThreadGroup() : group, task, name, stackBytes, inherits && process == null);
        turns = process;
        if (process == null) {
            carrier = null;
        } else {
            setDaemon(parent.isDaemon());
            setPriority(parent.getPriority());
            setContextClassLoader(parent.getContextClassLoader());
            carrier = process.carrier(this::live);
            // For debuggers and dumps.
            carrier.setName(getName());
        }
    }

    private static String nextName() {
        Turns process = Host.turns();
        return process == null ? new Thread().getName() : "Thread-" + process.nextThread();
    }

    /** What does it; the thread itself, where it is one of the JVM's. */
    static Thread carrier(Thread thread) {
        return thread instanceof ProcessThread own && own.carrier != null ? own.carrier : thread;
    }

    /** The same, for somebody who starts it without asking it. */
    static Thread starting(Thread thread) {
        if (thread instanceof ProcessThread own && own.carrier != null) {
            own.begin();
        }
        return carrier(thread);
    }

    private void begin() {
        if (!started) {
            started = true;
            turns.starts(this);
        }
    }

    private void live() {
        turns.begins(this);
        try {
            run();
        } catch (Throwable thrown) {
            turns.uncaught(this, thrown);
        } finally {
            turns.ends(this);
        }
    }

    @Override
    public void start() {
        if (carrier == null) {
            super.start();
        } else {
            begin();
            carrier.start();
        }
    }

    @Override
    public void interrupt() {
        if (carrier == null) {
            super.interrupt();
        } else {
            carrier.interrupt();
        }
    }

    @Override
    public boolean isInterrupted() {
        return carrier == null ? super.isInterrupted() : carrier.isInterrupted();
    }

    @Override
    public State getState() {
        return carrier == null ? super.getState() : carrier.getState();
    }

    @Override
    public StackTraceElement[] getStackTrace() {
        return carrier == null ? super.getStackTrace() : carrier.getStackTrace();
    }
}
