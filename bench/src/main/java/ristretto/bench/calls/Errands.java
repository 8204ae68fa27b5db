package ristretto.bench.calls;

import ristretto.sdk.Idempotent;
import ristretto.sdk.OneWay;
import ristretto.sdk.Service;

/** Methods that may wait, for what calls by channels cost and for how they end. */
@Service
public interface Errands {
    /** Waits for nothing. */
    int sum(int one, int other);

    /** The same, after so many milliseconds; fails then where {@code one} is below 0. */
    int sumAfter(int one, int other, int milliseconds);

    /** The same array, after so many milliseconds. */
    int[] echo(int[] numbers, int milliseconds) throws ErrandException;

    /** Ends the server's process. */
    void crash();

    /** Ends it in the first call of each life, and answers in which life it was served. */
    @Idempotent
    int crashOnce();

    /** Nobody waits for it. */
    @OneWay
    @Idempotent
    void note(int one);
}
