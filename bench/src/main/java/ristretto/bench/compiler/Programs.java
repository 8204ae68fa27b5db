package ristretto.bench.compiler;

import java.util.List;

/** The programs, in the order of the table. */
final class Programs {

    /** Those that have a twin in C. */
    static List<Benchmark> withTwin() {
        return List.of(
                new Fannkuch(),
                new NBody(),
                new SpectralNorm(),
                new Mandelbrot(),
                new Sieve(),
                new MatrixProduct(),
                new Sha256(),
                new Quicksort(),
                new Lz4(),
                new Richards());
    }

    private Programs() {}
}
