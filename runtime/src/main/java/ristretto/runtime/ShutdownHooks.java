package ristretto.runtime;

/** Threads that are started when the process is about to end, in the order in which they were added; all are waited for. */
public final class ShutdownHooks {
    /** Null where there are none. */
    static ShutdownHooks present;

    private Thread[] hooks = new Thread[2];
    private int count;
    private boolean started;

    public static void add(Thread hook) {
        Threads.need();
        if (present == null) {
            present = new ShutdownHooks();
        }
        present.append(hook);
    }

    public static boolean remove(Thread hook) {
        if (hook == null) {
            throw new NullPointerException();
        }
        return present != null && present.take(hook);
    }

    private void append(Thread hook) {
        refuseIfStarted();
        if (find(hook) >= 0) {
            throw new IllegalArgumentException("Hook previously registered");
        }
        if (hook.isAlive()) {
            throw new IllegalArgumentException("Hook already running");
        }
        if (count == hooks.length) {
            Thread[] longer = new Thread[2 * count];
            System.arraycopy(hooks, 0, longer, 0, count);
            hooks = longer;
        }
        hooks[count++] = hook;
    }

    private boolean take(Thread hook) {
        refuseIfStarted();
        int place = find(hook);
        if (place < 0) {
            return false;
        }
        count--;
        System.arraycopy(hooks, place + 1, hooks, place, count - place);
        return true;
    }

    private void refuseIfStarted() {
        if (started) {
            throw new IllegalStateException("Shutdown in progress");
        }
    }

    private int find(Thread hook) {
        for (int i = 0; i < count; i++) {
            if (hooks[i] == hook) {
                return i;
            }
        }
        return -1;
    }

    void run() {
        started = true;
        for (int i = 0; i < count; i++) {
            hooks[i].start();
        }
        for (int i = 0; i < count; i++) {
            while (hooks[i].isAlive()) {
                try {
                    hooks[i].join();
                } catch (InterruptedException e) {
                    continue;
                }
            }
        }
    }
}
