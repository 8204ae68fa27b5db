package ristretto.bench.compiler;

import java.io.IOException;
import java.util.List;

/**
 * Runs a program each time that its letter arrives on standard input, {@code A} for the first one, and answers with its name, the
 * nanoseconds that it took, and its result. The same class runs on HotSpot and as a native program, and whoever asks alternates between them.
 */
public final class Timed {

    public static void main(String[] arguments) throws IOException {
        List<Benchmark> programs = Programs.all();
        System.out.println(programs.size());
        for (int letter = System.in.read(); letter >= 0; letter = System.in.read()) {
            if (letter >= 'A') {
                Benchmark program = programs.get(letter - 'A');
                program.prepare();
                long start = System.nanoTime();
                program.run();
                long time = System.nanoTime() - start;
                System.out.println(program.name() + ": " + time + " " + Long.toUnsignedString(program.result()));
            }
        }
    }

    private Timed() {}
}
