package ristretto.sdk.service;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Calls that their caller does not wait for: each is made in a thread of its own. */
public final class Asynchronous {
    /** Completed with the call's result, or with what it throws. Cancelling it does not end the call. */
    public static <T> CompletableFuture<T> call(Callable<T> call) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                future.complete(call.call());
            } catch (Throwable e) {
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    private Asynchronous() {}
}
