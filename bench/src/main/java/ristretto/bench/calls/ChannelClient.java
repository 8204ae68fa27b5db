package ristretto.bench.calls;

import ristretto.magic.riscv64.Machine;

/** Calls {@link ErrandServer} from many threads at once, by a channel, and prints what a call costs, both sides and their threads included. */
public final class ChannelClient {
    private static final int THREADS = 60;
    private static final int WARM = 50;
    private static final int CALLS = 4000;

    private final Errands server = ErrandsClient.to("errands");
    private int wrong;

    public static void main(String[] arguments) throws InterruptedException {
        ChannelClient client = new ChannelClient();
        client.callAll(WARM);
        long instructions = Machine.readInstret();
        client.callAll(CALLS);
        System.out.println("ringCall " + (Machine.readInstret() - instructions) / (THREADS * CALLS));
        System.out.println("ringCallsWrong " + client.wrong);
    }

    private void callAll(int calls) throws InterruptedException {
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            int first = i;
            threads[i] = Thread.ofVirtual().start(() -> call(first, calls));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void call(int first, int calls) {
        for (int i = 0; i < calls; i++) {
            wrong += server.sum(first, i) == first + i ? 0 : 1;
        }
    }
}
