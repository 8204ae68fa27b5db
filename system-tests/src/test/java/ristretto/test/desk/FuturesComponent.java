package ristretto.test.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ristretto.test.gateway.Librarian;
import ristretto.test.gateway.LibrarianClient;

/** Calls a service from the common pool, from pools of its own, and in parallel streams; it prints the same wherever it runs. */
public final class FuturesComponent {
    private static final LibrarianClient LIBRARIAN = LibrarianClient.to("librarian");

    /** Fetches a book for each number, by halves. */
    private static final class Fetch extends RecursiveTask<Long> {
        private static final long serialVersionUID = 1;
        private final int from;
        private final int to;
        private final boolean byInvokeAll;

        Fetch(int from, int to, boolean byInvokeAll) {
            this.from = from;
            this.to = to;
            this.byInvokeAll = byInvokeAll;
        }

        @Override
        protected Long compute() {
            if (to - from == 1) {
                return (long) fetch("forked " + from).length();
            }
            Fetch low = new Fetch(from, (from + to) / 2, byInvokeAll);
            Fetch high = new Fetch((from + to) / 2, to, byInvokeAll);
            if (byInvokeAll) {
                invokeAll(low, high);
                return low.join() + high.join();
            }
            low.fork();
            return high.compute() + low.join();
        }
    }

    public static void main(String[] arguments) throws Exception {
        futures();
        late();
        pools();
        forked();
        streams();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> say(fetch("futures end"))));
        Runtime.getRuntime().exit(7);
    }

    private static void futures() throws InterruptedException, ExecutionException {
        say(CompletableFuture.supplyAsync(() -> named(fetch("Emma"))).get());
        Supplier<String> supplier = () -> fetch("Lady Susan");
        say(CompletableFuture.supplyAsync(supplier)
                .thenApplyAsync(title -> title + " and " + fetch("Persuasion"))
                .thenCombine(CompletableFuture.supplyAsync(() -> fetch("Sanditon")), (one, other) -> one + ", " + other)
                .join());
        CompletableFuture<Void> all = CompletableFuture.allOf(IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.runAsync(() -> fetch("run " + i)))
                .toArray(CompletableFuture[]::new));
        all.join();
        say("all: " + all.isDone());
        // One waits for another in the pool.
        say(CompletableFuture.supplyAsync(() ->
                        CompletableFuture.supplyAsync(() -> fetch("inner")).join())
                .join());
        say(CompletableFuture.supplyAsync(() -> {
                    throw new IllegalStateException("on purpose");
                })
                .exceptionallyAsync(thrown -> thrown.getClass().getSimpleName() + " "
                        + thrown.getCause().getMessage())
                .join()
                .toString());
        Thread worker = CompletableFuture.supplyAsync(Thread::currentThread).get();
        say(worker.getName() + " " + worker.isDaemon() + " " + worker.isVirtual());
        say("its own: "
                + LIBRARIAN
                        .fetchAsync("asynchronous", 1)
                        .thenApplyAsync(FuturesComponent::named)
                        .join());
    }

    private static void late() {
        try {
            new CompletableFuture<String>().orTimeout(20, TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            say(e.getCause().toString());
        }
        say(new CompletableFuture<String>()
                .completeOnTimeout("on time-out", 20, TimeUnit.MILLISECONDS)
                .join());
        say(CompletableFuture.supplyAsync(
                        () -> fetch("late"), CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS))
                .join());
    }

    private static void pools() throws InterruptedException, ExecutionException {
        say(ForkJoinPool.commonPool().submit(() -> fetch("common")).get());
        try (ForkJoinPool pool = new ForkJoinPool(4)) {
            say(pool.submit(() -> named(fetch("own"))).get());
            say(pool.invokeAll(List.<Callable<String>>of(() -> fetch("one"), () -> fetch("other"))).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.joining(" ")));
        }
        try (ExecutorService pool = Executors.newWorkStealingPool()) {
            say(pool.submit(() -> fetch("stolen")).get());
        }
        ExecutorService ended = Executors.newWorkStealingPool(2);
        ended.submit(() -> say(fetch("before the end")));
        ended.shutdown();
        say("ended: " + ended.awaitTermination(10, TimeUnit.SECONDS));
    }

    private static void forked() {
        say("forked " + ForkJoinPool.commonPool().invoke(new Fetch(0, 10, false)));
        say("forked " + new Fetch(0, 10, false).invoke());
        try (ForkJoinPool pool = new ForkJoinPool()) {
            say("forked " + pool.invoke(new Fetch(0, 10, true)));
        }
    }

    private static void streams() {
        say(List.of("a", "b", "c").parallelStream().map(FuturesComponent::fetch).collect(Collectors.joining(" ")));
        say(IntStream.range(0, 5).parallel().mapToObj(i -> fetch("s" + i)).collect(Collectors.joining(" ")));
        say(StreamSupport.stream(List.of("d", "e").spliterator(), true)
                .map(FuturesComponent::fetch)
                .collect(Collectors.joining(" ")));
        say("parallel: " + Stream.of(1).parallel().isParallel());
        Integer[] numbers = {3, 1, 2};
        Arrays.parallelSort(numbers, (one, other) -> {
            fetch("compared");
            return one - other;
        });
        say(Arrays.toString(numbers));
        String[] titles = new String[3];
        Arrays.parallelSetAll(titles, i -> fetch("set " + i));
        say(new ArrayList<>(Arrays.asList(titles)).toString());
    }

    private static String fetch(String title) {
        try {
            return LIBRARIAN.fetch(title, 1);
        } catch (Librarian.NoSuchBook e) {
            return e.toString();
        }
    }

    private static String named(String what) {
        return what + " on " + Thread.currentThread().getName();
    }

    private static void say(String line) {
        System.out.println("|| " + line);
    }

    private FuturesComponent() {}
}
