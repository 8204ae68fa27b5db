import java.util.ArrayList;
import java.util.List;

/** Threads as a program sees them: states, names, groups, daemons, priorities, restarts. */
public class ThreadBasics {
    public static void main(String[] args) throws InterruptedException {
        Thread main = Thread.currentThread();
        System.out.println(main + " " + main.getState() + " " + main.isDaemon() + " " + main.threadId());
        System.out.println(main.getThreadGroup() + " " + main.getThreadGroup().getParent().getName());
        List<String> log = new ArrayList<>();
        Thread first = new Thread(() -> log.add(Thread.currentThread().getName()));
        System.out.println(first.getName() + " " + first.getState() + " " + first.isAlive());
        first.start();
        first.join();
        System.out.println(first.getState() + " " + first.isAlive() + " " + first.getThreadGroup() + " " + log);
        try {
            first.start();
        } catch (IllegalThreadStateException e) {
            System.out.println("started twice: " + e.getMessage());
        }
        Thread second = new Thread("named") {
            @Override
            public void run() {
                System.out.println(getName() + " " + getPriority() + " " + isDaemon() + " " + isInterrupted());
            }
        };
        second.setPriority(Thread.MAX_PRIORITY);
        second.start();
        second.join(10_000);
        second.setName("renamed");
        System.out.println(second.getName() + " " + second.toString().replaceAll("#\\d+", "#"));
        ThreadGroup group = new ThreadGroup("workers");
        Thread third = new Thread(group, () -> System.out.println(Thread.currentThread().toString().replaceAll("#\\d+", "#")), "third");
        System.out.println(group.activeCount() + " " + group.getParent().getName());
        third.start();
        third.join();
        System.out.println(group.getMaxPriority() + " " + group);
        Thread daemon = new Thread(() -> {
            try {
                Thread.sleep(1_000_000);
            } catch (InterruptedException e) {
                System.out.println("never");
            }
        });
        daemon.setDaemon(true);
        daemon.start();
        try {
            daemon.setDaemon(false);
        } catch (IllegalThreadStateException e) {
            System.out.println("too late");
        }
        Thread child = new Thread(() -> {});
        System.out.println(daemon.isDaemon() + " " + child.isDaemon() + " " + child.getName());
        try {
            new Thread((Runnable) null, (String) null);
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        try {
            main.setPriority(11);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        try {
            main.join(-1);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        try {
            Thread.sleep(-1);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        Thread built = Thread.ofPlatform().name("built-", 5).daemon().priority(3).unstarted(() -> {});
        System.out.println(built.getName() + " " + built.isDaemon() + " " + built.getPriority() + " " + built.isVirtual());
        System.out.println("end");
    }
}
