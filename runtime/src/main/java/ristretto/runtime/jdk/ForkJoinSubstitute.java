package ristretto.runtime.jdk;

import java.lang.reflect.Constructor;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import ristretto.runtime.Alias;
import ristretto.runtime.InitialValue;
import ristretto.runtime.Substitute;

/**
 * The pool is the JDK's, its workers are fibers. Only a task that is forked outside of a pool is computed where it is forked, as if
 * a worker had done it at once: so the divide-and-conquer code of the JDK (large products, parallel sorting) works, and no
 * pool is part of the image of a program that never asks for one.
 */
final class ForkJoinSubstitute {

    @Substitute("java.util.concurrent.ForkJoinTask")
    static final class Task {
        private static final int ABNORMAL = 1 << 16;
        private static final int THROWN = 1 << 17;

        @Alias("aux")
        static native Object failure(ForkJoinTask<?> self);

        @Alias("doExec")
        static native void doExec(ForkJoinTask<?> self);

        @Alias("status")
        static native int status(ForkJoinTask<?> self);

        @Alias("awaitDone")
        static native int awaitDone(
                ForkJoinTask<?> self, ForkJoinPool pool, int compensation, boolean interruptible, long deadline);

        static ForkJoinTask<?> fork(ForkJoinTask<?> self) {
            if (Thread.currentThread() instanceof ForkJoinWorkerThread worker) {
                Queue.push(Worker.queue(worker), self, Worker.pool(worker), true);
            } else {
                doExec(self);
            }
            return self;
        }

        /** A worker helps with the work that it waits for; others wait. */
        static int awaitDone(ForkJoinTask<?> self, boolean interruptible, long deadline) {
            if (!(Thread.currentThread() instanceof ForkJoinWorkerThread worker)) {
                return awaitDone(self, null, 0, interruptible, deadline);
            }
            ForkJoinPool pool = Worker.pool(worker);
            int status = Pool.helpJoin(pool, self, Worker.queue(worker), true);
            return status < 0 ? status : awaitDone(self, pool, status, interruptible, deadline);
        }

        /** What the task threw, as it is. The JDK makes another of its class by reflection, with the trace of the one who asks. */
        static Throwable getException(ForkJoinTask<?> self, boolean asExecutionException) {
            int status = status(self);
            if (status >= 0 || (status & ABNORMAL) == 0) {
                return null;
            }
            Object failure = failure(self);
            Throwable exception = (status & THROWN) == 0 || failure == null ? null : Failure.exception(failure);
            if (exception == null) {
                return new CancellationException();
            }
            return asExecutionException ? new ExecutionException(exception) : exception;
        }

        private Task() {}
    }

    @Substitute("java.util.concurrent.ForkJoinTask$Aux")
    static final class Failure {

        @Alias("ex")
        static native Throwable exception(Object self);

        private Failure() {}
    }

    @Substitute("java.util.concurrent.ForkJoinPool$WorkQueue")
    static final class Queue {

        @Alias("push")
        static native void push(Object self, ForkJoinTask<?> task, ForkJoinPool pool, boolean internal);

        private Queue() {}
    }

    @Substitute("java.util.concurrent.ForkJoinWorkerThread")
    static final class Worker {

        @Alias("workQueue")
        static native Object queue(ForkJoinWorkerThread self);

        @Alias("pool")
        static native ForkJoinPool pool(ForkJoinWorkerThread self);

        private Worker() {}
    }

    @Substitute("java.util.concurrent.ForkJoinPool")
    static final class Pool {
        private static final String PARALLELISM = "java.util.concurrent.ForkJoinPool.common.parallelism";

        /** Only while a program is built, and nobody works in it there. */
        private static ForkJoinPool common;

        private static int identifiers;

        @Alias("helpJoin")
        static native int helpJoin(ForkJoinPool self, ForkJoinTask<?> task, Object queue, boolean internal);

        static int getCommonPoolParallelism() {
            return 1;
        }

        static int getAndAddPoolIds(int more) {
            int before = identifiers;
            identifiers += more;
            return before;
        }

        /** The build machine's has a worker for each of that machine's processors, and threads of the build in it. */
        @InitialValue("common")
        static synchronized ForkJoinPool common() {
            if (common == null) {
                common = create();
            }
            return common;
        }

        private static ForkJoinPool create() {
            String before = System.getProperty(PARALLELISM);
            System.setProperty(PARALLELISM, "1");
            try {
                Constructor<ForkJoinPool> constructor = ForkJoinPool.class.getDeclaredConstructor(byte.class);
                constructor.setAccessible(true);
                return constructor.newInstance((byte) 0);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            } finally {
                if (before == null) {
                    System.clearProperty(PARALLELISM);
                } else {
                    System.setProperty(PARALLELISM, before);
                }
            }
        }

        private Pool() {}
    }

    /** Where a future's asynchronous actions run unless it is told otherwise. */
    @Substitute("java.util.concurrent.CompletableFuture")
    static final class Future {
        @InitialValue("ASYNC_POOL")
        static ForkJoinPool asynchronous() {
            return Pool.common();
        }

        private Future() {}
    }

    private ForkJoinSubstitute() {}
}
