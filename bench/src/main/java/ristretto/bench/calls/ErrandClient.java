package ristretto.bench.calls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import ristretto.sdk.CapabilityError;
import ristretto.sdk.Clock;
import ristretto.sdk.service.ServiceFailure;
import ristretto.sdk.service.ServiceRestarted;

/** Calls {@link ErrandServer} by a channel in all ways that a call can go, and prints how it went. */
public final class ErrandClient {
    private static final int LONGEST = 118;
    private static final int MOST_ELEMENTS = 119;

    private final ErrandsClient errands = ErrandsClient.to("errands");
    private int right;
    private int restarted;
    private int other;

    public static void main(String[] arguments) throws Exception {
        ErrandClient client = new ErrandClient();
        client.together();
        client.arrays();
        client.failures();
        client.lateFailures();
        client.patience();
        client.asynchronous();
        client.crashes();
        client.flood();
    }

    private interface Errand {
        boolean isRight() throws Exception;
    }

    /** All at once; answers how many milliseconds they took together. */
    private long all(List<Errand> work) throws InterruptedException {
        right = 0;
        restarted = 0;
        other = 0;
        long start = Clock.nowNs();
        List<Thread> threads = new ArrayList<>();
        for (Errand errand : work) {
            threads.add(Thread.ofVirtual().start(() -> run(errand)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return (Clock.nowNs() - start) / 1_000_000;
    }

    private void run(Errand errand) {
        try {
            if (errand.isRight()) {
                right++;
            } else {
                other++;
            }
        } catch (ServiceRestarted e) {
            restarted++;
        } catch (Exception e) {
            other++;
        }
    }

    private List<Errand> sums(int count, int milliseconds) {
        List<Errand> work = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int one = i;
            work.add(() -> errands.sumAfter(one, 1000, milliseconds) == one + 1000);
        }
        return work;
    }

    /** The description lets the server work on four at a time. */
    private void together() throws InterruptedException {
        long four = all(sums(4, 50));
        System.out.println("four " + right + " " + four);
        long twelve = all(sums(12, 50));
        System.out.println("twelve " + right + " " + twelve);
        System.out.println("hundred " + (all(sums(100, 0)) >= 0 ? right : 0));
    }

    private void arrays() throws InterruptedException {
        List<Errand> work = new ArrayList<>();
        for (int length = 0; length <= LONGEST; length++) {
            int[] numbers = new int[length];
            for (int i = 0; i < length; i++) {
                numbers[i] = i * i - length;
            }
            int milliseconds = length % 3;
            work.add(() -> Arrays.equals(numbers, errands.echo(numbers, milliseconds)));
        }
        all(work);
        System.out.println("arrays " + right);
        try {
            errands.echo(new int[MOST_ELEMENTS], 0);
        } catch (Exception e) {
            System.out.println("long " + e.getMessage());
        }
    }

    private void failures() {
        try {
            errands.echo(new int[] {1}, -1);
        } catch (ErrandException e) {
            System.out.println("declared " + e.getMessage());
        }
        try {
            errands.sumAfter(1, 2, -1);
        } catch (ServiceFailure e) {
            System.out.println("undeclared " + e.getMessage());
        }
    }

    /** They fail when they have waited, while answers of many words go through the server's registers. */
    private void lateFailures() throws InterruptedException {
        List<Errand> work = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            int one = -i;
            work.add(() -> {
                try {
                    return errands.sumAfter(one, 0, 5) < 0;
                } catch (ServiceFailure e) {
                    return e.getMessage().equals("Errands.sumAfter: java.lang.IllegalArgumentException: one is " + one);
                }
            });
            int[] numbers = new int[100];
            work.add(() -> errands.echo(numbers, 2).length == numbers.length);
        }
        // One that turns without waiting keeps nobody from being answered.
        work.add(() -> {
            while (right < 40) {
                Thread.yield();
            }
            return true;
        });
        all(work);
        System.out.println("lateFailures " + right);
    }

    private void patience() {
        errands.setPatience(5_000_000);
        int late = 0;
        for (int i = 0; i < 100; i++) {
            try {
                errands.sumAfter(i, i, 10);
            } catch (CapabilityError e) {
                late += e.isTimeout() ? 1 : 0;
            }
        }
        System.out.println("late " + late);
        errands.setPatience(0);
        System.out.println("afterwards " + errands.sum(40, 2));
    }

    private void asynchronous() {
        long start = Clock.nowNs();
        int sum = errands.sumAfterAsync(1, 2, 50)
                .thenCombine(errands.sumAfterAsync(3, 4, 50), Integer::sum)
                .join();
        System.out.println("asynchronous " + sum + " " + (Clock.nowNs() - start) / 1_000_000);
        try {
            errands.echoAsync(new int[0], -1).get();
        } catch (ExecutionException | InterruptedException e) {
            System.out.println("future " + e.getCause().getMessage());
        }
    }

    /** Four are being served when the server ends, and the others not yet: the next one serves them. */
    private void crashes() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            List<Errand> work = sums(10, 20);
            work.add(2, () -> {
                errands.crash();
                return false;
            });
            all(work);
            System.out.println("crash " + right + " " + restarted + " " + other);
        }
        // The third life is an odd one, and ends.
        System.out.println("again in life " + errands.crashOnce());
    }

    /** More than a channel has room for, of all lengths. */
    private void flood() throws InterruptedException {
        List<Errand> work = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int[] numbers = new int[i * 3 % LONGEST];
            int first = i;
            work.add(() -> {
                boolean isRight = true;
                for (int k = 0; k < 50; k++) {
                    isRight &= errands.sum(first, k) == first + k;
                    isRight &= errands.echo(numbers, 0).length == numbers.length;
                }
                return isRight;
            });
        }
        all(work);
        System.out.println("flood " + right);
    }
}
