package ristretto.test.desk;

/** Two threads, each of which waits to enter the monitor that the other one has. */
public final class MonitorsComponent {
    private static final Object ONE = new Object();
    private static final Object OTHER = new Object();

    public static void main(String[] arguments) throws InterruptedException {
        synchronized (ONE) {
            new Thread(() -> {
                        synchronized (OTHER) {
                            enter(ONE);
                        }
                    })
                    .start();
            Thread.sleep(1);
            enter(OTHER);
        }
    }

    private static void enter(Object monitor) {
        synchronized (monitor) {
            System.out.println("entered");
        }
    }

    private MonitorsComponent() {}
}
