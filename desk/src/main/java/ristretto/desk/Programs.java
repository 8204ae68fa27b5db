package ristretto.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import ristretto.desk.component.Host;

/** Starts the programs that images name. */
final class Programs {
    private final Map<String, List<Path>> classPaths;
    private final String machine;

    /**
     * @param machine for names of threads
     * @param classPaths by main class
     */
    Programs(String machine, Map<String, List<Path>> classPaths) {
        this.machine = machine;
        this.classPaths = Map.copyOf(classPaths);
    }

    /** Gives the execution a thread of the JVM, which begins when it has the turn. The present one may be another process's, of which it inherits nothing. */
    void start(Execution execution, Map<String, String> mains) {
        Thread.ofPlatform()
                .daemon()
                .inheritInheritableThreadLocals(false)
                .name(machine + " process")
                .start(() -> run(execution, mains));
    }

    private void run(Execution execution, Map<String, String> mains) {
        try {
            try {
                begin(execution, mains);
            } catch (RuntimeException | Error e) {
                if (!(e instanceof ProcessEnded)) {
                    e.printStackTrace();
                }
                execution.crash();
            }
        } catch (ProcessEnded e) {
            // Nothing is left to do for it.
        } finally {
            execution.leave();
        }
    }

    private void begin(Execution execution, Map<String, String> mains) {
        long page = execution.begin();
        StartupText startup = new StartupText(page);
        String process = startup.name();
        Thread.currentThread().setName(machine + ' ' + process);
        String main = mains.size() == 1 ? mains.values().iterator().next() : mains.get(process);
        List<Path> classPath = main == null ? null : classPaths.get(main);
        if (classPath == null) {
            throw new IllegalStateException("no class path for process " + process + ", main class " + main);
        }
        GuestProgram guest = new GuestProgram(execution, new ComponentLoader(classPath), page);
        Host.enter(guest);
        HeapWatch.Watched watched = HeapWatch.enter(execution::starve);
        try {
            guest.run(main, startup.arguments());
        } finally {
            HeapWatch.leave(watched);
        }
    }
}
