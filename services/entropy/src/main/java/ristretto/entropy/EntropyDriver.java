package ristretto.entropy;

import ristretto.abi.EntropyProtocol;
import ristretto.sdk.Clock;
import ristretto.sdk.DeviceRegisters;
import ristretto.sdk.Handler;
import ristretto.sdk.InterruptLine;
import ristretto.sdk.Message;
import ristretto.sdk.Request;
import ristretto.sdk.Server;
import ristretto.sdk.Startup;
import ristretto.sdk.ring.MappedWords;

/**
 * The driver of the board's entropy device, and the service that seeds {@code SecureRandom} (see {@link EntropyProtocol}). Whoever asks while the device is at
 * work waits as a deferred request. Where the board has no such device the driver says so to all who ask.
 */
public final class EntropyDriver implements Handler {
    private static final String DEVICE = "entropy";
    private static final long PATIENCE_NS = 100_000_000;

    private final VirtioEntropy device = new VirtioEntropy(
            new VirtioRegisters(DeviceRegisters.named(DEVICE)),
            new MappedWords(Startup.grant(Startup.OWN, "dma"), 8 * VirtioEntropy.WORDS),
            Startup.grant(Startup.OWN, "dma-physical"));
    private final InterruptLine interrupt = InterruptLine.named(DEVICE);
    private final Server server = Server.create(EntropyProtocol.SERVICE, this);
    private final Message answer = new Message();
    private final byte[] bytes = new byte[EntropyProtocol.MAXIMUM_BYTES];
    private final int[] tickets = new int[(int) Startup.grant(Startup.OWN, "replies")];
    private final int[] wanted = new int[tickets.length];
    private final int[] clients = new int[tickets.length];
    private int waiting;
    /** What the device has filled, and how much of it was handed out. */
    private int filled;

    private int taken;
    private long patienceEnds;

    public static void main(String[] arguments) {
        EntropyDriver driver = new EntropyDriver();
        driver.refill();
        driver.server.run();
    }

    @Override
    public void serve(Request request) {
        if (request.label() != EntropyProtocol.READ) {
            return;
        }
        int most = Math.min(request.message().getInt(1, Integer.MAX_VALUE), bytes.length);
        int ticket = request.defer();
        if (ticket < 0) {
            return;
        }
        if (waiting == 0) {
            patienceEnds = Clock.deadline(PATIENCE_NS);
        }
        forget(request.client());
        clients[waiting] = request.client();
        tickets[waiting] = ticket;
        wanted[waiting++] = most;
        answerAll();
    }

    @Override
    public void signalled(long bits) {
        if (device.isAsked()) {
            filled = device.filled();
            taken = 0;
        }
        interrupt.acknowledge();
        answerAll();
    }

    /** A device that has not answered by then, or a driver that has lost its answer, begins anew. */
    @Override
    public long wakeAtTicks() {
        return device.isAsked() && waiting > 0 ? patienceEnds : 0;
    }

    @Override
    public void wake() {
        throw new IllegalStateException("entropy device: no answer for a tenth of a second");
    }

    /** In the order in which they came, as far as there are bytes; all, where there will never be any. */
    private void answerAll() {
        int next = 0;
        while (next < waiting && (taken < filled || !device.works())) {
            server.answer(tickets[next], device.works() ? take(wanted[next]) : answer.start(EntropyProtocol.NO_SOURCE));
            next++;
        }
        waiting -= next;
        System.arraycopy(tickets, next, tickets, 0, waiting);
        System.arraycopy(wanted, next, wanted, 0, waiting);
        System.arraycopy(clients, next, clients, 0, waiting);
        refill();
    }

    /** Whoever asks again has given up waiting for what it asked before. */
    private void forget(int client) {
        int kept = 0;
        for (int i = 0; i < waiting; i++) {
            if (clients[i] != client) {
                tickets[kept] = tickets[i];
                wanted[kept] = wanted[i];
                clients[kept++] = clients[i];
            }
        }
        waiting = kept;
    }

    private Message take(int most) {
        int count = Math.min(most, filled - taken);
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) device.take(taken++);
        }
        return answer.start(0).putLong(count).putRaw(bytes, 0, count);
    }

    private void refill() {
        if (taken == filled && device.works() && !device.isAsked()) {
            device.ask();
            patienceEnds = Clock.deadline(PATIENCE_NS);
        }
    }
}
