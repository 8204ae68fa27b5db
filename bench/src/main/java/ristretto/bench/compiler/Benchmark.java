package ristretto.bench.compiler;

/**
 * A program whose speed is measured: in counted instructions beside the same algorithm in C ({@code bench/c}), or in time beside HotSpot. It is
 * written as a good Java engineer writes it, without a thought for our compiler. What {@link #prepare} and {@link #result} do is
 * not measured.
 */
public interface Benchmark {
    String name();

    /** Makes what {@link #run} works on; called before each run. */
    void prepare();

    /** The work that is measured. */
    void run();

    /** What came out, as a number that the C program must answer, too. */
    long result();
}
