package ristretto.bench.compiler;

import java.util.ArrayList;
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

    /** All that are compared with HotSpot. */
    static List<Benchmark> all() {
        List<Benchmark> all = new ArrayList<>(withTwin());
        all.addAll(List.of(new BinaryTrees(), new Havlak(), new JsonParse(), new StringBuilding(), new HashMapChurn()));
        return all;
    }

    private Programs() {}
}
