import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/** Thread locals, inheritable ones, scoped values. */
public class ThreadLocals {
    private static final ThreadLocal<StringBuilder> OWN = ThreadLocal.withInitial(() -> new StringBuilder(Thread.currentThread().getName()));
    private static final InheritableThreadLocal<String> INHERITED = new InheritableThreadLocal<>() {
        @Override
        protected String childValue(String parent) {
            return parent + "'s child";
        }
    };
    private static final ScopedValue<String> USER = ScopedValue.newInstance();
    private static final ScopedValue<Integer> LEVEL = ScopedValue.newInstance();

    private static String who() {
        return USER.isBound() ? USER.get() + LEVEL.orElse(0) : "nobody";
    }

    public static void main(String[] args) throws Exception {
        OWN.get().append("!");
        INHERITED.set("main");
        Thread[] threads = new Thread[3];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(
                    () -> {
                        OWN.get().append("?");
                        Thread.yield();
                        OWN.get().append(".");
                        System.out.println(OWN.get() + " " + INHERITED.get());
                        INHERITED.set("changed");
                        OWN.remove();
                    },
                    "t" + i);
        }
        for (Thread thread : threads) {
            thread.start();
            thread.join();
        }
        System.out.println(OWN.get() + " " + INHERITED.get());
        Thread without = Thread.ofPlatform().inheritInheritableThreadLocals(false).start(() -> System.out.println(INHERITED.get()));
        without.join();
        Thread virtual = Thread.ofVirtual().start(() -> System.out.println(INHERITED.get() + " " + OWN.get().length()));
        virtual.join();
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            ThreadLocal<Integer> count = ThreadLocal.withInitial(() -> 0);
            for (int i = 0; i < 3; i++) {
                System.out.println(pool.submit(() -> {
                    count.set(count.get() + 1);
                    return count.get();
                }).get());
            }
            System.out.println(count.get());
        }
        ThreadLocal<?>[] many = new ThreadLocal<?>[100];
        for (int i = 0; i < many.length; i++) {
            int n = i;
            many[i] = ThreadLocal.withInitial(() -> n);
        }
        int sum = 0;
        for (ThreadLocal<?> each : many) {
            sum += (Integer) each.get();
        }
        System.out.println(sum);
        System.out.println(who());
        ScopedValue.where(USER, "duke").where(LEVEL, 1).run(() -> {
            System.out.println(who());
            ScopedValue.where(LEVEL, 2).run(() -> System.out.println(who()));
            System.out.println(who());
        });
        System.out.println(ScopedValue.where(USER, "called").call(ThreadLocals::who) + " " + who());
        try {
            ScopedValue.where(USER, "x").run(() -> {
                throw new IllegalStateException(who());
            });
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + " " + who());
        }
        Thread other = new Thread(() -> System.out.println("in a thread: " + who()));
        ScopedValue.where(USER, "outer").run(() -> {
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                System.out.println("never");
            }
        });
        int random = ThreadLocalRandom.current().nextInt(10);
        System.out.println(random >= 0 && random < 10);
    }
}
