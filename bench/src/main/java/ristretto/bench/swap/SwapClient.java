package ristretto.bench.swap;

import ristretto.magic.riscv64.Machine;
import ristretto.sdk.protocol.SystemConnection;

/**
 * Calls a service without a pause, as {@link SwapLoad} does beside it, while its server is replaced, back and forth, and looks at each answer. Then it lets two
 * versions fail, and goes on. Prints what it counted.
 */
public final class SwapClient {
    private static final int SWAPS = 100;
    private static final int CALLS = 10_000;
    private static final int CALLS_BETWEEN_LOOKS = 20;
    private static final String[] VERSIONS = {"tally", "tally-2"};
    private static final String[] BAD_VERSIONS = {"refusing", "hanging"};

    private final SystemConnection system = new SystemConnection();
    private final TallyClient tally = TallyClient.to("tally");
    private final int process = number("tally");
    private long calls;
    private long failed;
    private long longest;
    private long lastAnswer = Machine.readInstret();

    private int number(String name) {
        for (int i = 0; i < system.processes(); i++) {
            if (system.status(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException("no process " + name);
    }

    public static void main(String[] arguments) {
        SwapClient client = new SwapClient();
        client.swap();
        client.fail();
        System.out.println("swapGapInstructions " + client.longest);
        System.out.println("swapCalls " + client.calls);
        System.out.println("swapCallsFailed " + client.failed);
        System.out.println("swaps " + client.system.swaps(client.process));
    }

    private void swap() {
        for (int i = 1; i <= SWAPS; i++) {
            String image = VERSIONS[i % VERSIONS.length];
            system.swap(process, image);
            while (system.isSwapping(process)) {
                call();
            }
            expect("version", i % VERSIONS.length + 1, tally.version());
            while (calls < (long) CALLS / SWAPS * i) {
                call();
            }
        }
        expect("swaps", SWAPS, system.swaps(process));
    }

    /** Versions that fail are dropped, and what they did to the state with them. */
    private void fail() {
        int version = tally.version();
        long gap = longest;
        for (String image : BAD_VERSIONS) {
            system.swap(process, image);
            while (system.isSwapping(process)) {
                call();
            }
            call();
            expect("version", version, tally.version());
        }
        expect("swaps", SWAPS, system.swaps(process));
        // Here the gap is as long as the failing version's deadline.
        longest = gap;
    }

    private void call() {
        for (int i = 0; i < CALLS_BETWEEN_LOOKS; i++) {
            calls++;
            long answer;
            try {
                answer = tally.next();
            } catch (RuntimeException e) {
                failed++;
                continue;
            }
            expect("answer", calls - failed, answer);
            long now = Machine.readInstret();
            longest = Math.max(longest, now - lastAnswer);
            lastAnswer = now;
        }
    }

    private static void expect(String what, long expected, long got) {
        if (expected != got) {
            throw new IllegalStateException(what + ": expected " + expected + ", got " + got);
        }
    }
}
