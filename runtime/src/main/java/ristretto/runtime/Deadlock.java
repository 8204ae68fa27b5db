package ristretto.runtime;

import ristretto.magic.Export;
import ristretto.magic.Rare;
import ristretto.runtime.platform.Exit;
import ristretto.runtime.platform.StandardStreams;

/** The ends of a process in which no fiber can go on: all stacks on standard error, and an exit code of its own. */
@Rare
final class Deadlock {
    /** All threads wait, and nothing can come that would wake one. */
    static final int EXIT_DEADLOCK = 99;
    /** A thread wrote beyond its stack, or there is no memory for the stack of the only thread that could run. */
    static final int EXIT_STACK = 98;

    @Export(value = "report_deadlock", neededBy = "report_deadlock")
    static void report() {
        end("ristretto: deadlock: every thread waits, and nothing is left that could wake one\n", EXIT_DEADLOCK);
    }

    @Export(value = "report_no_stack", neededBy = "report_no_stack")
    static void reportNoStack() {
        end("ristretto: no memory for the stack of another thread, and no other thread can run\n", EXIT_STACK);
    }

    @Export(value = "report_overrun", neededBy = "fiber_switch")
    static void reportOverrun() {
        byte[] text = Utf8.encode("ristretto: stack overrun in thread \"" + Scheduler.current.thread.getName()
                + "\" or the one before; give it more by the constructor of Thread\n");
        StandardStreams.write(StandardStreams.ERROR, text, 0, text.length);
        Exit.now(EXIT_STACK, text);
    }

    /** The end of a thread cannot fail, unless there is no memory for it. */
    static void reportFailure(Throwable failure) {
        byte[] text = TraceText.encoded("ristretto: a thread could not be ended: ", failure);
        StandardStreams.write(StandardStreams.ERROR, text, 0, text.length);
        Exit.now(EXIT_STACK, text);
    }

    /** Where there is no memory for all stacks, the reason stands alone. */
    private static void end(String reason, int code) {
        byte[] text = TraceText.UNKNOWN;
        try {
            text = Utf8.encode(reason);
            text = Utf8.encode(reason + allStacks());
        } catch (Throwable another) {
            code = EXIT_STACK;
        }
        StandardStreams.write(StandardStreams.ERROR, text, 0, text.length);
        Exit.now(code, text);
    }

    private static String allStacks() {
        StringBuilder text = new StringBuilder();
        Thread[] threads = Threads.all();
        for (Thread thread : threads) {
            text.append('"').append(thread.getName()).append("\" #").append(thread.threadId());
            text.append(thread.isDaemon() ? " daemon " : " ")
                    .append(Threads.state(thread))
                    .append('\n');
            for (StackTraceElement element : Threads.trace(thread)) {
                text.append("\tat ").append(element).append('\n');
            }
        }
        return text.toString();
    }

    private Deadlock() {}
}
