package ristretto.test.desk;

/** Computes for ever, by a second thread, while main waits for it. */
public final class StuckComponent {
    public static void main(String[] arguments) throws InterruptedException {
        Thread.ofVirtual().start(StuckComponent::compute).join();
    }

    private static long compute() {
        long turns = 0;
        while (true) {
            turns++;
        }
    }

    private StuckComponent() {}
}
