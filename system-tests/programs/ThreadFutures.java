import java.util.List;
import java.util.concurrent.*;
import java.util.stream.IntStream;

/** CompletableFuture: chains, combinations, failures, timeouts, asynchronous and not. */
public class ThreadFutures {
    private static String failure(CompletableFuture<?> future) {
        try {
            future.join();
            return "no failure";
        } catch (CompletionException e) {
            return e.getClass().getSimpleName() + " of " + e.getCause().getClass().getSimpleName() + ": " + e.getCause().getMessage();
        } catch (CancellationException e) {
            return "cancelled";
        }
    }

    public static void main(String[] args) throws Exception {
        CompletableFuture<Integer> twenty = CompletableFuture.supplyAsync(() -> 20);
        CompletableFuture<Integer> sum = twenty.thenCombine(CompletableFuture.supplyAsync(() -> 22), Integer::sum);
        System.out.println(sum.get() + " " + sum.isDone());
        System.out.println(twenty.thenApply(x -> x * 2).thenApplyAsync(x -> x + 1).thenCompose(x -> CompletableFuture.supplyAsync(() -> "composed " + x)).join());
        CompletableFuture<String> failing = CompletableFuture.supplyAsync(() -> {
            throw new IllegalArgumentException("bad");
        });
        System.out.println(failure(failing));
        System.out.println(failing.handle((value, e) -> value + " " + e.getMessage()).join());
        System.out.println(failing.exceptionally(e -> "instead").join() + " " + failing.isCompletedExceptionally());
        System.out.println(failure(failing.thenApply(String::length).whenComplete((v, e) -> System.out.println(v + " " + e.getMessage()))));
        List<CompletableFuture<Integer>> many = IntStream.range(0, 20).mapToObj(i -> CompletableFuture.supplyAsync(() -> i * i)).toList();
        CompletableFuture.allOf(many.toArray(CompletableFuture[]::new)).join();
        System.out.println(many.stream().mapToInt(CompletableFuture::join).sum());
        CompletableFuture<String> open = new CompletableFuture<>();
        System.out.println(CompletableFuture.anyOf(open, CompletableFuture.completedFuture("first")).join());
        System.out.println(open.complete("done") + " " + open.complete("again") + " " + open.getNow("absent"));
        try {
            new CompletableFuture<>().get(3, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            System.out.println("timeout");
        }
        System.out.println(new CompletableFuture<String>().completeOnTimeout("late", 2, TimeUnit.MILLISECONDS).join());
        System.out.println(failure(new CompletableFuture<String>().orTimeout(2, TimeUnit.MILLISECONDS)));
        CompletableFuture<String> cancelled = new CompletableFuture<>();
        System.out.println(cancelled.cancel(true) + " " + failure(cancelled));
        ExecutorService own = Executors.newSingleThreadExecutor(task -> new Thread(task, "own"));
        System.out.println(CompletableFuture.supplyAsync(() -> Thread.currentThread().getName(), own).thenApplyAsync(n -> n + "/" + Thread.currentThread().getName(), own).join());
        own.shutdown();
        StringBuffer log = new StringBuffer();
        CompletableFuture<Void> run = CompletableFuture.runAsync(() -> log.append("run ")).thenRun(() -> log.append("then ")).thenAccept(v -> log.append(v));
        run.join();
        System.out.println(log);
        CompletableFuture<Integer> either = new CompletableFuture<Integer>().applyToEither(CompletableFuture.completedFuture(7), x -> x + 1);
        System.out.println(either.join() + " " + either.getNumberOfDependents());
        CompletableFuture<Integer> manual = new CompletableFuture<>();
        Thread completer = new Thread(() -> manual.complete(99));
        completer.start();
        System.out.println(manual.get());
        completer.join();
        System.out.println(manual.copy().minimalCompletionStage().toCompletableFuture().join());
    }
}
