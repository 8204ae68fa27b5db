package ristretto.test.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import ristretto.test.gateway.Librarian;
import ristretto.test.gateway.LibrarianClient;

/** Makes platform threads in every way that Java has, which call a service, wait for each other, are interrupted and fail; it prints the same wherever it runs. */
public final class KindsOfThreadsComponent {
    private static final LibrarianClient LIBRARIAN = LibrarianClient.to("librarian");

    /** A thread by inheritance, which fetches a book and hands it over. */
    private static final class Reader extends Thread {
        private final String title;
        private final BlockingQueue<String> read;

        Reader(String title, BlockingQueue<String> read) {
            super("reader of " + title);
            this.title = title;
            this.read = read;
        }

        @Override
        public void run() {
            say(
                    this == Thread.currentThread()
                            ? "runs as itself"
                            : "runs as " + Thread.currentThread().getName());
            read.add(fetch(title));
        }
    }

    /** One by whose own {@code start} it is started, and that is interrupted while it sleeps. */
    private static class Sleeper extends Thread {
        private final boolean waitsForMonitor;

        Sleeper(boolean waitsForMonitor) {
            this.waitsForMonitor = waitsForMonitor;
        }

        @Override
        public void start() {
            say("starts " + getName());
            super.start();
        }

        @Override
        public void run() {
            try {
                if (waitsForMonitor) {
                    synchronized (this) {
                        wait();
                    }
                } else {
                    Thread.sleep(1_000_000);
                }
                say("slept");
            } catch (InterruptedException e) {
                say(getName() + " is interrupted, " + isInterrupted());
            }
        }
    }

    private static final class LateSleeper extends Sleeper {
        LateSleeper() {
            super(true);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Thread self = Thread.currentThread();
        say(self.getName() + " " + self.isDaemon() + " " + self.getPriority() + " " + self.isVirtual() + " "
                + self.getThreadGroup().getName());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> say("hook: " + fetch("farewell")), "hook"));
        byInheritance();
        interrupted();
        byTheWayTheyAreMade();
        inPools();
        failing();
        spinning();
        self.setName("renamed");
        say(Thread.currentThread().getName());
        new Thread(
                        () -> {
                            join(self);
                            say("main is over: " + self.isAlive() + " " + self.getState());
                        },
                        "last")
                .start();
        say("main ends");
    }

    private static void byInheritance() throws InterruptedException {
        BlockingQueue<String> read = new LinkedBlockingQueue<>();
        Reader reader = new Reader("Emma", read);
        say(reader.getState() + " " + reader.isAlive() + " " + reader.isDaemon());
        reader.start();
        say("started: " + reader.isAlive());
        say(read.take());
        reader.join();
        say(reader.getState() + " " + reader.isAlive());
        try {
            reader.start();
        } catch (IllegalThreadStateException e) {
            say("not twice");
        }
    }

    private static void interrupted() throws InterruptedException {
        for (Thread thread : List.of(new Sleeper(false), new LateSleeper())) {
            thread.start();
            say("ends in time: " + thread.join(java.time.Duration.ofMillis(1)));
            thread.interrupt();
            thread.join();
        }
        Thread parked = new Thread("parked") {
            @Override
            public void run() {
                LockSupport.park();
                say(getName() + " is let go");
            }
        };
        parked.start();
        parked.join(1);
        LockSupport.unpark(parked);
        parked.join();
    }

    private static void byTheWayTheyAreMade() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        threads.add(new Thread(() -> say(named(fetch("by new")))));
        threads.add(new Thread(null, () -> say(named(fetch("in a group"))), "grouped", 16_384, false));
        threads.add(Thread.ofPlatform().unstarted(() -> say(named(fetch("unstarted")))));
        threads.add(Thread.ofPlatform().name("numbered-", 7).factory().newThread(() -> say(named(fetch("factory")))));
        ThreadFactory reference = Thread::new;
        threads.add(reference.newThread(() -> say(named(fetch("reference")))));
        threads.add(new Thread(new Reader("Persuasion", new ArrayBlockingQueue<>(1))));
        Thread daemon = new Thread(() -> say("daemon: " + Thread.currentThread().isDaemon()));
        daemon.setDaemon(true);
        threads.add(daemon);
        for (Thread thread : threads) {
            thread.start();
            thread.join();
        }
    }

    private static void inPools() throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String title = "pooled " + i;
                answers.add(pool.submit(() -> fetch(title)));
            }
            for (Future<String> answer : answers) {
                say(answer.get());
            }
            say(pool.submit(() -> named("first pool")).get().replaceAll("thread-[12]", "thread-n"));
        }
        ThreadFactory own = task -> new Thread(task, "own") {
            @Override
            public void run() {
                super.run();
                say("own thread ends");
            }
        };
        try (ExecutorService pool = Executors.newSingleThreadExecutor(own)) {
            say(pool.submit(() -> named(fetch("own factory"))).get());
        }
        try (ExecutorService pool = new ThreadPoolExecutor(
                1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), own, new ThreadPoolExecutor.AbortPolicy())) {
            say(pool.submit(() -> named(fetch("executor"))).get());
        }
        try (ExecutorService pool = Executors.newThreadPerTaskExecutor(own)) {
            say(pool.submit(() -> named(fetch("per task"))).get());
        }
        try (ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor()) {
            say(pool.schedule(() -> named(fetch("scheduled")), 1, TimeUnit.MILLISECONDS)
                    .get());
        }
        ExecutorService interrupted = Executors.newCachedThreadPool();
        interrupted.execute(new Sleeper(false)::run);
        Thread.sleep(1);
        interrupted.shutdownNow();
        say("ended: " + interrupted.awaitTermination(10, TimeUnit.SECONDS));
    }

    private static void failing() throws InterruptedException {
        Thread thread = new Thread("failing") {
            @Override
            public void run() {
                throw new IllegalStateException("on purpose");
            }
        };
        thread.setUncaughtExceptionHandler(
                (failed, failure) -> say(failed.getName() + (failed == thread) + " " + failure.getMessage()));
        thread.start();
        thread.join();
    }

    private static void spinning() throws InterruptedException {
        boolean[] done = new boolean[1];
        Thread thread = new Thread(() -> done[0] = true);
        thread.start();
        while (!done[0]) {
            Thread.onSpinWait();
        }
        thread.join();
        say("spun");
    }

    private static String fetch(String title) {
        try {
            return LIBRARIAN.fetch(title, 1);
        } catch (Librarian.NoSuchBook e) {
            return e.toString();
        }
    }

    private static String named(String what) {
        return what + " on " + Thread.currentThread().getName();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            say(e.toString());
        }
    }

    private static void say(String line) {
        System.out.println("| " + line);
    }

    private KindsOfThreadsComponent() {}
}
