package ristretto.shell;

import ristretto.api.CounterClient;
import ristretto.sdk.CapabilityError;
import ristretto.sdk.Clock;
import ristretto.sdk.Connection;
import ristretto.sdk.Heartbeat;
import ristretto.sdk.Message;
import ristretto.sdk.Streams;
import ristretto.sdk.protocol.ProcessStatus;
import ristretto.sdk.protocol.RogueProtocol;
import ristretto.sdk.protocol.SystemConnection;

/**
 * Lets the process {@code rogue} misbehave and judges what comes of it. A deed is contained if rogue's life ended and a
 * new one began, and every other process is still in the life in which it was before, answers its heartbeats, and the
 * counter goes on counting.
 */
final class RogueTrial {
    private static final long PATIENCE_NS = 5_000_000_000L;
    private static final long LOOK_AGAIN_NS = 20_000_000L;
    private static final String ROGUE = "rogue";

    private final SystemConnection system;
    private final ProcessNames names;
    private final Message message = new Message();
    private final CounterClient counter = CounterClient.to("counter");

    RogueTrial(SystemConnection system, ProcessNames names) {
        this.system = system;
        this.names = names;
    }

    void run(String how) {
        int rogue = names.find("rogue", ROGUE);
        if (rogue < 0) {
            return;
        }
        String[] deeds = how.equals("all") ? RogueProtocol.deeds() : new String[] {how};
        int contained = 0;
        for (String deed : deeds) {
            if (!isKnown(deed)) {
                String got = deed.isEmpty() ? "nothing" : deed;
                Streams.writeLine("rogue: expected one of " + allDeeds() + ", got " + got);
                return;
            }
            if (contains(rogue, deed)) {
                contained++;
            }
        }
        if (deeds.length > 1) {
            Streams.writeLine(contained + " of " + deeds.length + " contained");
        }
    }

    private boolean contains(int rogue, String deed) {
        ProcessStatus[] before = statuses();
        long first = count();
        long second = count();
        order(deed);
        boolean back = awaitNextLife(rogue, before[rogue].restarts());
        String harm = back ? harm(rogue, before, 2 * second - first) : "rogue has no new life";
        Streams.writeLine("rogue " + deed + ": " + (harm == null ? "contained" : "NOT contained: " + harm));
        return harm == null;
    }

    private void order(String deed) {
        try {
            message.start(RogueProtocol.MISBEHAVE).putString(deed);
            Connection.to(ROGUE).call(message, Clock.deadline(PATIENCE_NS));
        } catch (CapabilityError e) {
            if (!e.isServerGone()) {
                throw e;
            }
        }
    }

    private boolean awaitNextLife(int rogue, int restarts) {
        long deadline = Clock.deadline(PATIENCE_NS);
        while (Clock.nowTicks() < deadline) {
            Heartbeat.sleep(LOOK_AGAIN_NS);
            ProcessStatus status = system.status(rogue);
            if (status.restarts() > restarts && status.isAlive()) {
                return true;
            }
        }
        return false;
    }

    /** What happened to the others; null: nothing, and the counter answers what follows, however it counts. */
    private String harm(int rogue, ProcessStatus[] before, long next) {
        ProcessStatus[] after = statuses();
        for (int i = 0; i < after.length; i++) {
            if (i != rogue && after[i].restarts() != before[i].restarts()) {
                return after[i].name() + " was restarted";
            }
            if (i != rogue && after[i].missedHeartbeats() > 0) {
                return after[i].name() + " does not answer its heartbeat";
            }
        }
        return count() == next ? null : "the counter miscounts";
    }

    private ProcessStatus[] statuses() {
        ProcessStatus[] statuses = new ProcessStatus[system.processes()];
        for (int i = 0; i < statuses.length; i++) {
            statuses[i] = system.status(i);
        }
        return statuses;
    }

    private long count() {
        counter.setPatience(PATIENCE_NS);
        return counter.count();
    }

    private static boolean isKnown(String deed) {
        for (String known : RogueProtocol.deeds()) {
            if (known.equals(deed)) {
                return true;
            }
        }
        return false;
    }

    private static String allDeeds() {
        StringBuilder all = new StringBuilder("all");
        for (String deed : RogueProtocol.deeds()) {
            all.append(", ").append(deed);
        }
        return all.toString();
    }
}
