package ristretto.bench.faults;

import java.security.SecureRandom;
import ristretto.abi.StreamProtocol;
import ristretto.api.CounterClient;
import ristretto.bench.ring.MessageCheck;
import ristretto.sdk.CapabilityError;
import ristretto.sdk.Clock;
import ristretto.sdk.Connection;
import ristretto.sdk.Message;
import ristretto.sdk.MessageFormatException;
import ristretto.sdk.ring.PeerLostException;
import ristretto.sdk.ring.RingConsumer;
import ristretto.sdk.ring.RingCorruptedException;
import ristretto.sdk.ring.Rings;
import ristretto.sdk.service.ServiceFailure;
import ristretto.sdk.service.ServiceMismatch;
import ristretto.sdk.service.ServiceRestarted;

/**
 * Uses all that faults are injected into, and holds each answer against what it should be. When all have answered some times, and after a fortieth of a second at the latest, it prints a line: its number, right answers of the counter, of
 * the entropy driver, right messages of the ring, and wrong ones of all, each since the system began. The line itself goes by way of the console.
 */
public final class Prober {
    private static final long ROUND_NS = 25_000_000;
    private static final int ROUND_ANSWERS = 8;
    private static final long PATIENCE_NS = 50_000_000;
    /** An answer of the counter's takes it so little time that a fault would seldom find it at work. */
    private static final int COUNTS = 4;

    private static final int RANDOM_BYTES = 16;

    private final CounterClient counter = CounterClient.to("counter");
    private final Connection console = Connection.to("console");
    private final Message message = new Message();
    private final SecureRandom random = new SecureRandom();
    private final byte[] bytes = new byte[RANDOM_BYTES];
    private final MessageCheck messages = new MessageCheck();
    private final RingConsumer ring = Rings.from("source");
    private long lastCount;
    private boolean lastIsSure;
    private long counted;
    private long randomised;
    private long received;
    private long wrong;
    private long enoughCounted;
    private long enoughRandomised;
    private long enoughReceived;

    public static void main(String[] arguments) {
        Prober prober = new Prober();
        prober.counter.setPatience(PATIENCE_NS);
        for (long round = 1; ; round++) {
            long end = Clock.nowNs() + ROUND_NS;
            prober.beginRound();
            while (Clock.nowNs() < end && !prober.hasHeardAll()) {
                prober.probe();
            }
            System.out.println("p" + round + " c" + prober.counted + " e" + prober.randomised + " r" + prober.received
                    + " w" + prober.wrong + ".");
        }
    }

    private void beginRound() {
        enoughCounted = counted + ROUND_ANSWERS;
        enoughRandomised = randomised + ROUND_ANSWERS;
        enoughReceived = received + ROUND_ANSWERS;
    }

    private boolean hasHeardAll() {
        return counted >= enoughCounted && randomised >= enoughRandomised && received >= enoughReceived;
    }

    private void probe() {
        for (int i = 0; i < COUNTS; i++) {
            count();
        }
        try {
            random.nextBytes(bytes);
            randomised++;
        } catch (UnsupportedOperationException e) {
            wrong++;
        }
        receive();
        askConsole();
    }

    /** What it prints it cannot check itself; but a console that lives answers. */
    private void askConsole() {
        try {
            console.call(message.start(StreamProtocol.IS_READY), Clock.deadline(PATIENCE_NS));
        } catch (CapabilityError e) {
            // Its next life prints what comes next.
        } catch (MessageFormatException e) {
            wrong++;
        }
    }

    /** The counter counts on, also over its lives; a call that failed was counted, or was not. */
    private void count() {
        try {
            long count = counter.count();
            boolean isNext = count == lastCount + 1 || !lastIsSure && count > lastCount && count <= lastCount + 3;
            if (isNext || lastCount == 0) {
                counted++;
            } else {
                wrong++;
            }
            lastCount = count;
            lastIsSure = true;
        } catch (ServiceRestarted | CapabilityError e) {
            lastIsSure = false;
        } catch (ServiceFailure | ServiceMismatch | MessageFormatException e) {
            lastIsSure = false;
            wrong++;
        }
    }

    private void receive() {
        try {
            int right = messages.receive(ring);
            received += right;
            wrong += messages.takeWrong();
        } catch (PeerLostException e) {
            // Its next life begins again.
        } catch (RingCorruptedException e) {
            wrong++;
        }
    }

    private Prober() {}
}
