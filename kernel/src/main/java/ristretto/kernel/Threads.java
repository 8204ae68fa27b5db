package ristretto.kernel;

import ristretto.abi.Rights;
import ristretto.abi.ThreadState;

/** What joins threads with their scheduling contexts and message pages. Each of these serves one thread at most. */
final class Threads {
    static void bindContext(Core core, Thread thread, SchedulingContext context) {
        if (thread.context == context) {
            return;
        }
        if (thread.context != null) {
            unbindContext(core, thread.context);
        }
        Lending.forget(context);
        thread.context = context;
        context.thread = thread;
    }

    /** The thread, if it could run, waits for a new context. */
    static void unbindContext(Core core, SchedulingContext context) {
        Thread thread = context.thread;
        if (thread == null) {
            return;
        }
        context.thread = null;
        thread.context = null;
        if (thread.state == ThreadState.READY) {
            core.unready(thread);
        }
        if (thread.state == ThreadState.READY || thread.state == ThreadState.RUNNING) {
            thread.state = ThreadState.OUT_OF_BUDGET;
        }
    }

    static void bindMessagePage(Thread thread, Frame frame) {
        if (thread.messageFrame != null) {
            thread.messageFrame.destroy();
        }
        if (frame != null) {
            frame.remember(Rights.WRITE);
            frame.messagesOf = thread;
            thread.messageFrame = frame;
            thread.messagePage = frame.address;
        }
    }

    private Threads() {}
}
