package ristretto.runtime;

/** The end of a process with several threads: the last one that is no daemon ends it, after its hooks have run. */
final class LastThread extends Ending {
    private boolean ending;

    @Override
    void uncaught(Throwable uncaught) {
        Threads.dispatch(MainThread.THREAD, uncaught);
    }

    @Override
    void afterMain() {
        Threads.end(Fiber.MAIN);
        Threads.awaitOthers();
        beforeExit();
    }

    @Override
    void beforeExit() {
        if (ending) {
            Scheduler.block(Fiber.PARKED, Deadline.NEVER);
        }
        ending = true;
        if (ShutdownHooks.present != null) {
            ShutdownHooks.present.run();
        }
    }
}
