package ristretto.bench.swap;

import ristretto.sdk.Clock;
import ristretto.sdk.protocol.SystemConnection;
import ristretto.sdk.service.ServiceRestarted;

/**
 * Calls a service as often as it can for some seconds, and as long again while it lets the server crash once a second, in the middle of whatever it does. Looks at each answer: what the server saved, its next
 * life has. Prints how many calls were answered, and how many failed.
 */
public final class CrashClient {
    private static final int SECONDS = 10;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int CALLS_BETWEEN_LOOKS = 50;

    private final SystemConnection system = new SystemConnection();
    private final TallyClient tally = TallyClient.to("tally");
    private final int process;
    private long last;
    private long answered;
    private long failed;

    private CrashClient(int process) {
        this.process = process;
    }

    /** Argument: number of the server in the system table. */
    public static void main(String[] arguments) {
        CrashClient client = new CrashClient(Integer.parseInt(arguments[0]));
        client.run(false);
        long undisturbed = client.answered;
        client.answered = 0;
        client.run(true);
        System.out.println("crashCallsUndisturbed " + undisturbed);
        System.out.println("crashCalls " + client.answered);
        System.out.println("crashCallsFailed " + client.failed);
        System.out.println("crashes " + client.system.status(client.process).restarts());
    }

    private void run(boolean crashing) {
        long now = Clock.nowNs();
        long end = now + SECONDS * SECOND_NS;
        long crash = crashing ? now + SECOND_NS / 2 : Long.MAX_VALUE;
        while (now < end) {
            if (now >= crash) {
                system.crash(process);
                crash += SECOND_NS;
            }
            for (int i = 0; i < CALLS_BETWEEN_LOOKS; i++) {
                call();
            }
            now = Clock.nowNs();
        }
    }

    /** A call that failed was served, or was not. */
    private void call() {
        try {
            long answer = tally.next();
            if (answer <= last || answer > last + 2) {
                throw new IllegalStateException("after " + last + " the answer is " + answer);
            }
            last = answer;
            answered++;
        } catch (ServiceRestarted e) {
            failed++;
        }
    }
}
