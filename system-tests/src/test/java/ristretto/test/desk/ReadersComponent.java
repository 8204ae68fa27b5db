package ristretto.test.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import ristretto.test.gateway.Librarian;
import ristretto.test.gateway.LibrarianClient;

/** Calls a service by several threads, which wait for each other in all ways, and prints how it went. */
public final class ReadersComponent {
    private static final int READERS = 12;
    private static final int ROUNDS = 100;

    private final LibrarianClient librarian = LibrarianClient.to("librarian");
    private int count;

    public static void main(String[] arguments) throws Exception {
        ReadersComponent readers = new ReadersComponent();
        readers.fetchTogether();
        readers.takeTurns();
        readers.waitForEachOther();
        readers.ofAllKinds();
        // Threads under way do not keep the process.
        Thread.ofVirtual().start(readers::readForEver);
        System.out.println("readers are done");
    }

    /** A thread that waits for its answer keeps no other one from sleeping, calling and printing. */
    private void fetchTogether() throws InterruptedException {
        List<String> fetched = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            String title = "title " + i;
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(1);
                    fetched.add(librarian.fetch(title, 2));
                } catch (InterruptedException | Librarian.NoSuchBook e) {
                    System.out.println(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println("fetched " + fetched.stream().distinct().count());
    }

    /** What is changed between two waits nobody sees half done, although nothing is locked. */
    private void takeTurns() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    int before = count;
                    librarian.lend(1, 1);
                    count = before + 1;
                    Thread.yield();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println("counted " + count);
    }

    private void waitForEachOther() throws InterruptedException, ExecutionException, Librarian.NoSuchBook {
        BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        Thread.ofVirtual()
                .start(() -> queue.add(librarian.fetchAsync("queue", 1).join()));
        System.out.println(queue.take());
        String[] told = new String[1];
        synchronized (told) {
            Thread.ofVirtual().start(() -> {
                synchronized (told) {
                    told[0] = "monitor";
                    told.notifyAll();
                }
            });
            while (told[0] == null) {
                told.wait();
            }
        }
        System.out.println(told[0]);
        System.out.println("nothing: " + queue.poll(1, TimeUnit.MILLISECONDS));
    }

    /** Threads that are not asked for as virtual ones call, wait, print and are interrupted. */
    private void ofAllKinds() throws InterruptedException, ExecutionException {
        Thread thread = new Thread(() -> report("new"), "by new");
        thread.setDaemon(false);
        thread.start();
        thread.join();
        thread = Thread.ofPlatform().name("by builder").daemon(false).start(() -> report("builder"));
        thread.join();
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                String title = "pool " + i;
                answers.add(pool.submit(() -> librarian.fetch(title, 1)));
            }
            Set<String> fetched = new HashSet<>();
            for (Future<String> answer : answers) {
                fetched.add(answer.get());
            }
            System.out.println("pool fetched " + fetched.size());
        }
        try (ExecutorService pool = new ThreadPoolExecutor(
                1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new ThreadPoolExecutor.CallerRunsPolicy())) {
            pool.submit(() -> report("executor")).get();
        }
        try (ScheduledExecutorService pool = Executors.newScheduledThreadPool(1)) {
            pool.schedule(() -> report("schedule"), 1, TimeUnit.MILLISECONDS).get();
        }
        Thread sleeper = new Thread(() -> {
            try {
                Thread.sleep(1_000_000);
            } catch (InterruptedException e) {
                report("interrupted");
            }
        });
        sleeper.start();
        sleeper.interrupt();
        sleeper.join();
        Thread daemon = new Thread(this::readForEver);
        daemon.setDaemon(true);
        daemon.start();
    }

    private void report(String how) {
        try {
            System.out.println(
                    librarian.fetch(how, 1) + " on " + Thread.currentThread().getName());
        } catch (Librarian.NoSuchBook e) {
            System.out.println(e);
        }
    }

    private void readForEver() {
        try {
            while (true) {
                librarian.fetch("again", 1);
            }
        } catch (Librarian.NoSuchBook e) {
            System.out.println(e);
        }
    }
}
