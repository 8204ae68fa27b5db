package ristretto.bench.compiler;

import ristretto.magic.riscv64.Machine;

/**
 * Runs each program twice, the first time to warm up, and prints name, instructions of the second run, and result, exactly as
 * {@code bench/c/main.c} does. The timer interrupts us, which the C programs are spared: of two counts the smaller one is printed.
 */
public final class Counted {

    public static void main(String[] arguments) {
        for (Benchmark program : Programs.withTwin()) {
            measure(program);
            long count = Math.min(measure(program), measure(program));
            System.out.println(program.name() + ": " + count + " " + Long.toUnsignedString(program.result()));
        }
    }

    private static long measure(Benchmark program) {
        program.prepare();
        long start = Machine.readInstret();
        program.run();
        return Machine.readInstret() - start;
    }

    private Counted() {}
}
