package ristretto.supervisor;

import ristretto.sdk.Clock;

/** Brings the swaps that are under way to their ends. */
final class Swaps {
    private final Supervisor supervisor;

    Swaps(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    void goOn(Child child, long now) {
        String name = Supervisor.prefix(child);
        switch (child.swap().look(now, child.life().thread().inspect().state())) {
            case Swap.REPLACE -> {
                try {
                    child.replace(now);
                } catch (RuntimeException e) {
                    String why = Incident.cannotStart(e).text();
                    if (child.swap().isReplaced()) {
                        goBack(child, why);
                    } else {
                        supervisor.say(name + "goes on as it is: its other version " + why);
                        child.endSwap(false);
                    }
                }
            }
            case Swap.DONE -> {
                supervisor.say(name + "runs " + child.imageOf(child.swap().target()) + " now");
                child.endSwap(true);
            }
            case Swap.TOO_LATE -> {
                if (child.swap().isReplaced()) {
                    child.life().thread().suspend();
                    String trace = child.life().trace();
                    String where = trace.isEmpty() ? "" : ", at " + trace;
                    goBack(child, "does not wait for calls within 1 s" + where);
                } else {
                    supervisor.say(name + "goes on as it is: it was not at rest for 1 s");
                    child.endSwap(false);
                }
            }
            default -> {}
        }
    }

    /** The new version is dropped. */
    void goBack(Child child, String why) {
        Swap swap = child.swap();
        try {
            child.goBack(Clock.nowNs());
            supervisor.say(Supervisor.prefix(child) + child.imageOf(swap.target()) + " is dropped: it " + why + "; "
                    + child.imageOf(swap.before()) + " goes on");
        } catch (RuntimeException e) {
            supervisor.begin(child);
        }
        child.endSwap(false);
    }
}
