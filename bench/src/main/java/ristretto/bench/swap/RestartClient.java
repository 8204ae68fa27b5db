package ristretto.bench.swap;

import ristretto.abi.StreamProtocol;
import ristretto.sdk.CapabilityError;
import ristretto.sdk.Clock;
import ristretto.sdk.Connection;
import ristretto.sdk.Heartbeat;
import ristretto.sdk.Message;
import ristretto.sdk.protocol.SystemConnection;
import ristretto.sdk.service.ServiceRestarted;
import ristretto.sdk.system.SystemTable;

/**
 * Lets a process crash, calls its next life at once, and prints how long that took: from before the crash is asked for to the answer. First the driver of the console, with its
 * registers and its interrupt; then a service with saved state; then the supervisor. On a machine where an instruction takes a nanosecond, nanoseconds are instructions.
 */
public final class RestartClient {
    private static final int ROUNDS = 20;
    /** Restarts in quick succession wait; after this time they are none. */
    private static final long APART_NS = 20_000_000;

    private final SystemConnection system = new SystemConnection();
    private final Connection console = Connection.to("console");
    private final Message message = new Message();
    private final TallyClient tally = TallyClient.to("tally");

    /** Arguments: numbers of console and server in the system table. */
    public static void main(String[] arguments) {
        RestartClient client = new RestartClient();
        long driver = client.longest(Integer.parseInt(arguments[0]), client::callConsole);
        long service = client.longest(Integer.parseInt(arguments[1]), client::callTally);
        long supervisor = client.longest(SystemTable.SUPERVISOR, () -> client.system.status(SystemTable.ROOT));
        System.out.println("restartInstructions " + driver);
        System.out.println("serviceRestartInstructions " + service);
        System.out.println("supervisorRestartInstructions " + supervisor);
    }

    private long longest(int process, Runnable call) {
        long longest = 0;
        for (int i = 0; i < ROUNDS; i++) {
            int restarts = system.status(process).restarts();
            long before = Clock.nowNs();
            system.crash(process);
            call.run();
            longest = Math.max(longest, Clock.nowNs() - before);
            if (system.status(process).restarts() != restarts + 1) {
                throw new IllegalStateException("process " + process + " has not been restarted");
            }
            Heartbeat.sleep(APART_NS);
        }
        return longest;
    }

    private void callConsole() {
        while (true) {
            try {
                console.call(message.start(StreamProtocol.IS_READY));
                return;
            } catch (CapabilityError e) {
                if (!e.isServerGone()) {
                    throw e;
                }
            }
        }
    }

    private void callTally() {
        while (true) {
            try {
                tally.next();
                return;
            } catch (ServiceRestarted e) {
                // Its next life answers.
            }
        }
    }
}
