package ristretto.test.desk;

/** Computes for ever, by a second thread, while main waits for it. */
public final class StuckComponent {
    public static void main(String[] arguments) throws InterruptedException {
        Thread thread = new Thread(StuckComponent::compute);
        thread.start();
        thread.join();
    }

    private static long compute() {
        long turns = 0;
        while (true) {
            turns++;
        }
    }

    private StuckComponent() {}
}
