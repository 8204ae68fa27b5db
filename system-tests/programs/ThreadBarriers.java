import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicInteger;

/** Latches, barriers, semaphores, phasers, exchangers, timers. */
public class ThreadBarriers {
    public static void main(String[] args) throws Exception {
        CountDownLatch latch = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            new Thread(latch::countDown).start();
        }
        latch.await();
        System.out.println(latch.getCount() + " " + new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS));
        AtomicInteger arrivals = new AtomicInteger();
        CyclicBarrier barrier = new CyclicBarrier(4, () -> System.out.println("trip after " + arrivals));
        Thread[] parties = new Thread[4];
        for (int i = 0; i < parties.length; i++) {
            parties[i] = new Thread(() -> {
                try {
                    for (int k = 0; k < 3; k++) {
                        barrier.await();
                        arrivals.incrementAndGet();
                        barrier.await();
                    }
                } catch (InterruptedException | BrokenBarrierException e) {
                    System.out.println("never");
                }
            });
            parties[i].start();
        }
        for (Thread party : parties) {
            party.join();
        }
        CyclicBarrier broken = new CyclicBarrier(2);
        Thread late = new Thread(() -> {
            try {
                broken.await();
            } catch (BrokenBarrierException e) {
                System.out.println("broken " + e.getMessage());
            } catch (InterruptedException e) {
                System.out.println("never");
            }
        });
        late.start();
        Thread.sleep(2);
        broken.reset();
        late.join();
        try {
            broken.await(1, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            System.out.println("timeout " + broken.isBroken());
        }
        Semaphore semaphore = new Semaphore(2, true);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Thread[] limited = new Thread[6];
        for (int i = 0; i < limited.length; i++) {
            limited[i] = new Thread(() -> {
                semaphore.acquireUninterruptibly();
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.yield();
                inside.decrementAndGet();
                semaphore.release();
            });
            limited[i].start();
        }
        for (Thread thread : limited) {
            thread.join();
        }
        System.out.println(most.get() <= 2 && most.get() >= 1);
        System.out.println(semaphore.availablePermits() + " " + semaphore.tryAcquire(3) + " " + semaphore.tryAcquire(3, 1, TimeUnit.MILLISECONDS) + " " + semaphore.drainPermits());
        Phaser phaser = new Phaser(1) {
            @Override
            protected boolean onAdvance(int phase, int registered) {
                return phase >= 2 || registered == 0;
            }
        };
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            phaser.register();
            new Thread(() -> {
                while (!phaser.isTerminated()) {
                    done.incrementAndGet();
                    phaser.arriveAndAwaitAdvance();
                }
            }).start();
        }
        while (!phaser.isTerminated()) {
            phaser.arriveAndAwaitAdvance();
        }
        System.out.println(phaser.getPhase() < 0 && done.get() == 9);
        Exchanger<String> exchanger = new Exchanger<>();
        String[] got = new String[1];
        Thread partner = new Thread(() -> {
            try {
                got[0] = exchanger.exchange("of the partner");
            } catch (InterruptedException e) {
                got[0] = "never";
            }
        });
        partner.start();
        System.out.println(exchanger.exchange("of main"));
        partner.join();
        System.out.println(got[0]);
        try {
            exchanger.exchange("nobody", 1, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            System.out.println("alone");
        }
    }
}
