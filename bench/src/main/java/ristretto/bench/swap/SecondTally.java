package ristretto.bench.swap;

/** The second version, which understands what the first one saved. */
public final class SecondTally extends TallyServer {
    private SecondTally() {
        super(2);
    }

    public static void main(String[] arguments) {
        new SecondTally().serve();
    }
}
