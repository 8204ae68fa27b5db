package ristretto.test.desk;

import java.util.concurrent.CompletableFuture;

/** Waits by two threads for what never comes. */
public final class DeadlockedComponent {
    public static void main(String[] arguments) {
        CompletableFuture<String> never = new CompletableFuture<>();
        Thread.ofVirtual().name("other").start(never::join);
        never.join();
    }

    private DeadlockedComponent() {}
}
