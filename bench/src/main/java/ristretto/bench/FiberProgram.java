package ristretto.bench;

import java.util.Arrays;
import ristretto.magic.riscv64.Machine;

/**
 * What a switch of fibers costs, and what an exception, each as the median of batches, in instructions of the counter {@code
 * instret}: two fibers that yield to each other, scheduler included; an exception made, thrown, and caught two frames up.
 */
public final class FiberProgram {
    private static final int BATCHES = 31;
    private static final int SWITCHES = 1000;
    private static final int THROWS = 100;

    private static volatile boolean over;
    private static int caught;

    public static void main(String[] arguments) throws InterruptedException {
        Thread other = new Thread(FiberProgram::yieldOnAndOn);
        other.start();
        long[] switches = new long[BATCHES];
        for (int batch = 0; batch < BATCHES; batch++) {
            long start = Machine.readInstret();
            for (int i = 0; i < SWITCHES / 2; i++) {
                Thread.yield();
            }
            switches[batch] = (Machine.readInstret() - start) / SWITCHES;
        }
        over = true;
        other.join();
        long[] exceptions = new long[BATCHES];
        for (int batch = 0; batch < BATCHES; batch++) {
            long start = Machine.readInstret();
            for (int i = 0; i < THROWS; i++) {
                caught += outer(i);
            }
            exceptions[batch] = (Machine.readInstret() - start) / THROWS;
        }
        System.out.println("fiberSwitch " + median(switches));
        System.out.println("throwCatch " + median(exceptions));
        if (caught != BATCHES * THROWS) {
            throw new IllegalStateException("caught " + caught);
        }
    }

    /** Yields as often as main does, so each of main's yields is two switches. */
    private static void yieldOnAndOn() {
        while (!over) {
            Thread.yield();
        }
    }

    private static int outer(int number) {
        try {
            middle(number);
            return 0;
        } catch (IllegalStateException e) {
            return 1;
        }
    }

    private static void middle(int number) {
        inner(number);
    }

    private static void inner(int number) {
        if (number >= 0) {
            throw new IllegalStateException("thrown");
        }
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private FiberProgram() {}
}
