package ristretto.runtime.jdk;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import ristretto.runtime.Alias;
import ristretto.runtime.Delete;
import ristretto.runtime.Substitute;

/**
 * A task is computed where it is forked: there is one processor and one thread. So the divide-and-conquer code of the JDK
 * (large products, parallel sorting) works, and no pool of threads is part of an image.
 */
final class ForkJoinSubstitute {

    @Substitute("java.util.concurrent.ForkJoinTask")
    static final class Task {

        @Alias("exec")
        static native boolean exec(ForkJoinTask<?> self);

        static ForkJoinTask<?> fork(ForkJoinTask<?> self) {
            exec(self);
            return self;
        }

        static Object join(ForkJoinTask<?> self) {
            return self.getRawResult();
        }

        static Object get(ForkJoinTask<?> self) {
            return self.getRawResult();
        }

        static Object invoke(ForkJoinTask<?> self) {
            exec(self);
            return self.getRawResult();
        }

        static void quietlyJoin(ForkJoinTask<?> self) {}

        static void quietlyComplete(ForkJoinTask<?> self) {}

        static void quietlyInvoke(ForkJoinTask<?> self) {
            exec(self);
        }

        static void invokeAll(ForkJoinTask<?> first, ForkJoinTask<?> second) {
            exec(first);
            exec(second);
        }

        static void invokeAll(ForkJoinTask<?>[] tasks) {
            for (ForkJoinTask<?> task : tasks) {
                exec(task);
            }
        }

        private Task() {}
    }

    @Substitute("java.util.concurrent.ForkJoinPool")
    static final class Pool {

        static int getCommonPoolParallelism() {
            return 1;
        }

        static Object invoke(ForkJoinPool self, ForkJoinTask<?> task) {
            return task.invoke();
        }

        @Delete("a process has one thread")
        static native void execute(ForkJoinPool self, Runnable task);

        private Pool() {}
    }

    private ForkJoinSubstitute() {}
}
