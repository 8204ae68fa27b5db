import java.util.concurrent.locks.LockSupport;

/** Permits, spurious use, blockers, times. */
public class ThreadParking {
    public static void main(String[] args) throws InterruptedException {
        LockSupport.unpark(Thread.currentThread());
        LockSupport.unpark(Thread.currentThread());
        LockSupport.park();
        long start = System.nanoTime();
        LockSupport.parkNanos(10_000_000);
        System.out.println(System.nanoTime() - start >= 10_000_000);
        LockSupport.parkNanos(-5);
        LockSupport.parkUntil(0);
        LockSupport.unpark(null);
        Object blocker = "blocker";
        StringBuilder log = new StringBuilder();
        Thread parked = new Thread(() -> {
            for (int i = 0; i < 3; i++) {
                LockSupport.park(blocker);
                synchronized (log) {
                    log.append(i).append(' ');
                }
            }
        });
        LockSupport.unpark(parked);
        parked.start();
        for (int i = 0; i < 3; i++) {
            while (parked.getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
            System.out.println(LockSupport.getBlocker(parked) + " " + parked.getState());
            LockSupport.unpark(parked);
            Thread.sleep(1);
        }
        parked.join();
        System.out.println(log + "" + LockSupport.getBlocker(parked) + " " + parked.getState());
        Thread[] ring = new Thread[20];
        int[] rounds = new int[1];
        for (int i = 0; i < ring.length; i++) {
            int next = (i + 1) % ring.length;
            ring[i] = new Thread(() -> {
                for (int k = 0; k < 50; k++) {
                    LockSupport.park();
                    rounds[0]++;
                    LockSupport.unpark(ring[next]);
                }
            });
        }
        for (Thread thread : ring) {
            thread.start();
        }
        LockSupport.unpark(ring[0]);
        for (Thread thread : ring) {
            thread.join();
        }
        System.out.println(rounds[0]);
    }
}
