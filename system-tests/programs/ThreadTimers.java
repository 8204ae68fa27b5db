import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;

/** java.util.Timer: order, repetition, cancellation, a task that fails; sleeping threads wake in the order of their times. */
public class ThreadTimers {
    private static TimerTask task(Runnable action) {
        return new TimerTask() {
            @Override
            public void run() {
                action.run();
            }
        };
    }

    public static void main(String[] args) throws InterruptedException {
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        Timer timer = new Timer("timer");
        CountDownLatch done = new CountDownLatch(3);
        for (int delay : new int[] {300, 100, 200}) {
            timer.schedule(task(() -> {
                log.add(Thread.currentThread().getName() + " " + delay);
                done.countDown();
            }), delay);
        }
        done.await();
        System.out.println(log);
        CountDownLatch repeated = new CountDownLatch(4);
        TimerTask repeating = task(repeated::countDown);
        timer.scheduleAtFixedRate(repeating, 1, 2);
        repeated.await();
        System.out.println(repeating.cancel() + " " + repeating.cancel());
        timer.cancel();
        try {
            timer.schedule(task(() -> {}), 1);
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        Thread[] sleepers = new Thread[5];
        log.clear();
        for (int i = 0; i < sleepers.length; i++) {
            int milliseconds = 100 * ((i * 3) % 5 + 1);
            sleepers[i] = new Thread(() -> {
                try {
                    Thread.sleep(milliseconds);
                } catch (InterruptedException e) {
                    log.add("never");
                }
                log.add("slept " + milliseconds);
            });
            sleepers[i].start();
        }
        for (Thread sleeper : sleepers) {
            sleeper.join();
        }
        System.out.println(log);
        long start = System.nanoTime();
        Thread.sleep(10);
        Thread.sleep(0, 500_000);
        Thread.sleep(java.time.Duration.ofMillis(3));
        long took = System.nanoTime() - start;
        System.out.println(took >= 13_500_000);
        Thread daemonTimer = new Thread(() -> new Timer(true).schedule(task(() -> System.out.println("never")), 1_000_000));
        daemonTimer.start();
        daemonTimer.join();
        System.out.println("end");
    }
}
