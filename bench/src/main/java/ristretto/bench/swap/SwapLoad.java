package ristretto.bench.swap;

/** Calls the service without a pause, so that its server is at rest only now and then; ends as a failure when an answer is wrong. */
public final class SwapLoad {
    public static void main(String[] arguments) {
        TallyClient tally = TallyClient.to("tally");
        while (true) {
            int version = tally.version();
            if (version != 1 && version != 2) {
                throw new IllegalStateException("there is no version " + version);
            }
        }
    }

    private SwapLoad() {}
}
