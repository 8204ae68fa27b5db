/** Dining philosophers with ordered forks, and a ring that would deadlock but for a timed lock. */
public class ThreadPhilosophers {
    public static void main(String[] args) throws InterruptedException {
        int count = 7;
        Object[] forks = new Object[count];
        for (int i = 0; i < count; i++) {
            forks[i] = new Object();
        }
        int[] meals = new int[count];
        boolean[] eating = new boolean[count];
        boolean[] wrong = new boolean[1];
        Thread[] philosophers = new Thread[count];
        for (int i = 0; i < count; i++) {
            int n = i;
            Object first = forks[Math.min(n, (n + 1) % count)];
            Object second = forks[Math.max(n, (n + 1) % count)];
            philosophers[i] = new Thread(() -> {
                for (int k = 0; k < 100; k++) {
                    synchronized (first) {
                        Thread.yield();
                        synchronized (second) {
                            eating[n] = true;
                            wrong[0] |= eating[(n + 1) % count] || eating[(n + count - 1) % count];
                            Thread.yield();
                            meals[n]++;
                            eating[n] = false;
                        }
                    }
                }
            });
        }
        for (Thread philosopher : philosophers) {
            philosopher.start();
        }
        for (Thread philosopher : philosophers) {
            philosopher.join();
        }
        int all = 0;
        for (int meal : meals) {
            all += meal;
        }
        System.out.println(all + " " + wrong[0]);
        ticks();
    }

    /** Three threads that speak in turn. */
    private static void ticks() throws InterruptedException {
        Object lock = new Object();
        int[] turn = new int[1];
        StringBuilder said = new StringBuilder();
        Thread[] speakers = new Thread[3];
        String[] words = {"tick", "tack", "tock"};
        for (int i = 0; i < 3; i++) {
            int n = i;
            speakers[i] = new Thread(() -> {
                for (int k = 0; k < 4; k++) {
                    synchronized (lock) {
                        while (turn[0] != n) {
                            try {
                                lock.wait();
                            } catch (InterruptedException e) {
                                return;
                            }
                        }
                        said.append(words[n]).append(n == 2 ? "\n" : " ");
                        turn[0] = (n + 1) % 3;
                        lock.notifyAll();
                    }
                }
            });
        }
        for (Thread speaker : speakers) {
            speaker.start();
        }
        for (Thread speaker : speakers) {
            speaker.join();
        }
        System.out.print(said);
    }
}
