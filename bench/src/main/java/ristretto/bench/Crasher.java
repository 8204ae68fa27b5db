package ristretto.bench;

import ristretto.api.CounterClient;
import ristretto.magic.riscv64.Machine;
import ristretto.sdk.Heartbeat;

/** A process that ends by a fault, in each of its lives. Its argument: after how many milliseconds. With a second one it says before that what the counter counted for it. */
final class Crasher {
    public static void main(String[] arguments) {
        if (arguments.length > 1) {
            System.out.println(arguments[1] + " " + CounterClient.to("counter").count());
        }
        long ms = Long.parseLong(arguments[0]);
        if (ms > 0) {
            Heartbeat.sleep(ms * 1_000_000);
        }
        Machine.illegalInstruction();
    }

    private Crasher() {}
}
