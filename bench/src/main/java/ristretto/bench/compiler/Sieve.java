package ristretto.bench.compiler;

/** Eratosthenes: short loops over an array of boolean. */
final class Sieve implements Benchmark {
    private static final int LIMIT = 500_000;

    private boolean[] composite;
    private int primes;

    @Override
    public String name() {
        return "sieve";
    }

    @Override
    public void prepare() {
        composite = new boolean[LIMIT + 1];
    }

    @Override
    public void run() {
        primes = count(composite);
    }

    @Override
    public long result() {
        return primes;
    }

    private static int count(boolean[] composite) {
        int primes = 0;
        for (int i = 2; i < composite.length; i++) {
            if (!composite[i]) {
                primes++;
                for (int multiple = 2 * i; multiple < composite.length; multiple += i) {
                    composite[multiple] = true;
                }
            }
        }
        return primes;
    }
}
