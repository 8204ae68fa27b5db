package ristretto.desk;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import ristretto.desk.component.Host;

/** What a process says of its threads when one fails, or none can go on: as the runtime has it. */
final class ThreadReports {

    /** The stacks of all: of threads as the process knows them, those of the JVM's. */
    static byte[] deadlock(Map<Thread, Thread> threads) {
        StringBuilder text =
                new StringBuilder("ristretto: deadlock: every thread waits, and nothing is left that could wake one\n");
        threads.forEach((thread, stack) -> {
            text.append('"').append(thread.getName()).append("\" #").append(thread.threadId());
            text.append(thread.isDaemon() ? " daemon " : " ")
                    .append(stack.getState())
                    .append('\n');
            for (StackTraceElement element : GuestFrames.of(stack.getStackTrace())) {
                text.append("\tat ").append(element).append('\n');
            }
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What a thread throws goes to its handlers, of which the last one is the process's standard error. */
    static void uncaught(Thread.UncaughtExceptionHandler next, Thread thread, Throwable thrown) {
        try {
            if (next instanceof ThreadGroup && Thread.getDefaultUncaughtExceptionHandler() == null) {
                GuestFrames.trim(thrown);
                StringWriter text = new StringWriter();
                thrown.printStackTrace(new PrintWriter(text));
                Host.err().print("Exception in thread \"" + thread.getName() + "\" " + text);
            } else {
                next.uncaughtException(thread, thrown);
            }
        } catch (ProcessEnded e) {
            // Nobody is left who could be told.
        }
    }

    private ThreadReports() {}
}
