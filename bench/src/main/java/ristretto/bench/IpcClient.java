package ristretto.bench;

import java.util.Arrays;
import ristretto.abi.CallNumber;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.magic.SystemCall;
import ristretto.magic.riscv64.Machine;
import ristretto.sdk.Startup;

/**
 * Counts the instructions of a call to {@link EchoServer} and its answer, both processes' user code included. Each figure is the median of
 * {@link #BATCHES} batches, so that a timer interrupt in one of them does not show.
 */
public final class IpcClient {
    private static final int BATCHES = 31;
    private static final int ROUND_TRIPS = 100;

    private final CallRegisters registers = new CallRegisters();
    private final long endpoint = Startup.grant(Startup.USES, "echo");

    public static void main(String[] arguments) {
        IpcClient client = new IpcClient();
        System.out.println("ipcCallReply0 " + client.median(0));
        System.out.println("ipcCallReply8 " + client.median(8));
    }

    private long median(int words) {
        long[] perRoundTrip = new long[BATCHES];
        for (int batch = 0; batch < BATCHES; batch++) {
            long start = Machine.readInstret();
            if (words == 0) {
                callEmpty();
            } else {
                call(words);
            }
            perRoundTrip[batch] = (Machine.readInstret() - start) / ROUND_TRIPS;
        }
        Arrays.sort(perRoundTrip);
        return perRoundTrip[BATCHES / 2];
    }

    private void callEmpty() {
        for (int i = 0; i < ROUND_TRIPS; i++) {
            expectSuccess(SystemCall.callEmpty(endpoint, Tag.of(1, 0)));
        }
    }

    private void call(int words) {
        CallRegisters r = registers;
        for (int i = 0; i < ROUND_TRIPS; i++) {
            r.t0 = endpoint;
            r.t1 = Tag.of(1, words);
            r.t3 = CallNumber.CALL;
            SystemCall.trap(r);
            expectSuccess(r.t0);
        }
    }

    private static void expectSuccess(long status) {
        if (status != 0) {
            throw new IllegalStateException("the call failed with error " + status);
        }
    }
}
