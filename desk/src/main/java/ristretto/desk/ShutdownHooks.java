package ristretto.desk;

import java.util.ArrayList;
import java.util.List;
import ristretto.desk.component.Threads;

/** Threads of a process that are started when it is about to end, and waited for: as the runtime's. */
final class ShutdownHooks {
    private final List<Thread> hooks = new ArrayList<>();
    private boolean started;

    void add(Thread hook) {
        refuseIfStarted();
        if (hooks.contains(hook)) {
            throw new IllegalArgumentException("Hook previously registered");
        }
        if (Threads.isAlive(hook)) {
            throw new IllegalArgumentException("Hook already running");
        }
        hooks.add(hook);
    }

    boolean remove(Thread hook) {
        refuseIfStarted();
        return hooks.remove(hook);
    }

    private void refuseIfStarted() {
        if (started) {
            throw new IllegalStateException("Shutdown in progress");
        }
    }

    /** False: somebody else runs them. */
    boolean run() {
        if (started) {
            return false;
        }
        started = true;
        hooks.forEach(Thread::start);
        hooks.forEach(ShutdownHooks::await);
        return true;
    }

    private static void await(Thread hook) {
        while (Threads.isAlive(hook)) {
            try {
                Threads.join(hook);
            } catch (InterruptedException e) {
                continue;
            }
        }
    }
}
