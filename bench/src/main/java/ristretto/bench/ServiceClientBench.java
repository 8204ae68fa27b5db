package ristretto.bench;

import java.util.Arrays;
import java.util.function.LongConsumer;
import ristretto.abi.CallNumber;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.magic.SystemCall;
import ristretto.magic.riscv64.Machine;
import ristretto.sdk.Startup;

/**
 * Counts the instructions of a call of a service's method with two ints and an int result, client, kernel and server, and those of a message of two words to
 * {@link EchoServer} and back, which does nothing else. Each is the median of {@link #BATCHES} batches, so that a timer interrupt in one of them does not show.
 */
public final class ServiceClientBench {
    private static final int BATCHES = 31;
    private static final int ROUND_TRIPS = 100;
    private static final int WORDS = 2;

    private final CallRegisters registers = new CallRegisters();
    private final long echo = Startup.grant(Startup.USES, "echo");
    private final CalculatorClient calculator = CalculatorClient.to("calculator");

    public static void main(String[] arguments) {
        ServiceClientBench bench = new ServiceClientBench();
        long bare = median(bench::bare);
        long service = median(bench::service);
        System.out.println("serviceCall " + service);
        System.out.println("serviceCallBare " + bare);
        System.out.println("serviceCallOverhead " + (service - bare));
    }

    private static long median(LongConsumer calls) {
        long[] perCall = new long[BATCHES];
        for (int batch = 0; batch < BATCHES; batch++) {
            long start = Machine.readInstret();
            calls.accept(batch);
            perCall[batch] = (Machine.readInstret() - start) / ROUND_TRIPS;
        }
        Arrays.sort(perCall);
        return perCall[BATCHES / 2];
    }

    private void bare(long batch) {
        CallRegisters r = registers;
        for (int i = 0; i < ROUND_TRIPS; i++) {
            r.a0 = i;
            r.a1 = batch;
            r.t0 = echo;
            r.t1 = Tag.of(1, WORDS);
            r.t3 = CallNumber.CALL;
            SystemCall.trap(r);
            if (r.t0 != 0) {
                throw new IllegalStateException("the call failed with error " + r.t0);
            }
        }
    }

    private void service(long batch) {
        for (int i = 0; i < ROUND_TRIPS; i++) {
            int sum = calculator.add(i, (int) batch);
            if (sum != i + batch) {
                throw new IllegalStateException(i + " + " + batch + " is not " + sum);
            }
        }
    }
}
