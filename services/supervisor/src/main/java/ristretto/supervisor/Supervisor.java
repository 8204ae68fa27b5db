package ristretto.supervisor;

import java.util.ArrayList;
import java.util.List;
import ristretto.abi.SupervisorProtocol;
import ristretto.sdk.CapabilityError;
import ristretto.sdk.Clock;
import ristretto.sdk.Handler;
import ristretto.sdk.Message;
import ristretto.sdk.MessageFormatException;
import ristretto.sdk.Request;
import ristretto.sdk.Server;
import ristretto.sdk.Startup;
import ristretto.sdk.protocol.ProcessStatus;
import ristretto.sdk.protocol.SystemProtocol;
import ristretto.sdk.system.Features;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.SystemTable;

/**
 * Starts every process of the system table, watches over them, and gives those that end their next life.
 *
 * <p>Faults, exits, heartbeats and questions all arrive at its one endpoint; the badge, which no process can choose,
 * says from whom. Nothing that a process sends or omits can stop it: requests are checked where they enter, and its own
 * calls have deadlines.
 */
public final class Supervisor implements Handler {
    private static final long TRY_AGAIN_NS = 100_000_000L;

    private final Resources resources = new Resources();
    private final SystemTable table = resources.table;
    /** Null: the system has no channels. */
    private final ChannelFrames rings = Features.channels() ? new ChannelFrames(resources, table) : null;

    private final Child[] children = new Child[table.processes().size()];
    private final Server server =
            new Server(this, resources.endpoint, (int) Startup.grant(Startup.OWN, "reply"), SupervisorProtocol.REPLIES);
    /** Null: nothing is lent. */
    private final Loans loans = Features.loans() ? new Loans(resources, table, children, server) : null;

    private final Announcer announcer = new Announcer(resources, table, children);
    /** Null: nobody may ask. */
    private final Requests requests =
            Features.questions() ? new Requests(resources, table, children, loans, announcer.reports()) : null;

    private final ControlRequests controls = new ControlRequests(this, resources, children, loans);
    private final Swaps swaps = new Swaps(this);
    private final List<Group> groups = new ArrayList<>();
    private final PowerOff powerOff = new PowerOff();

    public static void main(String[] arguments) {
        Supervisor supervisor = new Supervisor();
        supervisor.startAll();
        supervisor.sayOwnEnd();
        supervisor.server.run();
    }

    private Supervisor() {
        if (Features.groups()) {
            Group.all(table, children, resources.journal, groups);
        }
    }

    @Override
    public void serve(Request request) {
        Child child = children[request.client()];
        if (child == null || child.life() == null) {
            return;
        }
        if (request.isFault()) {
            long now = Clock.nowNs();
            Incident incident = Incident.fault(request.label(), request.message(), child.life());
            request.answer(1);
            over(child, incident, now);
        } else if (request.label() == SupervisorProtocol.EXIT) {
            long now = Clock.nowNs();
            Incident incident = Incident.exit(request.message());
            request.answer();
            over(child, incident, now);
        } else if (Features.loans() && request.label() == SupervisorProtocol.BORROW) {
            loans.borrow(request, child, Clock.nowNs());
        } else if (Features.loans() && request.label() == SupervisorProtocol.GIVE_BACK) {
            loans.giveBack(request, child);
        } else if (request.label() == SystemProtocol.POWER_OFF) {
            powerOff(request, child);
        } else if (Features.questions()) {
            answer(request, child);
        } else {
            request.answer(SystemProtocol.NOT_ALLOWED);
        }
    }

    /** A kernel object that refuses what a client wants to know is the client's loss, not the supervisor's end. */
    private void answer(Request request, Child client) {
        try {
            if (!requests.serve(request, client) && Features.controls()) {
                controls.serve(request, client);
            }
        } catch (CapabilityError e) {
            request.answer(Server.BAD_REQUEST);
        }
    }

    /** Signals are answers to heartbeats, one bit per process. */
    @Override
    public void signalled(long bits) {
        for (Child child : children) {
            if (child != null && (bits >>> child.number() & 1) != 0) {
                child.watch().answered();
            }
        }
    }

    @Override
    public long wakeAtTicks() {
        long next = Features.loans() ? loans.nextNs() : Long.MAX_VALUE;
        for (Child child : children) {
            next = child == null ? next : Math.min(next, child.nextNs());
        }
        return next == Long.MAX_VALUE ? 0 : Clock.nsToTicks(next);
    }

    @Override
    public void wake() {
        long now = Clock.nowNs();
        if (Features.loans()) {
            loans.wake(now);
        }
        for (Child child : children) {
            if (child != null && child.nextNs() <= now) {
                if (child.life() == null) {
                    begin(child);
                    charge(child, now);
                } else if (Features.versions()
                        && child.swap() != null
                        && child.swap().nextNs() <= now) {
                    swaps.goOn(child, now);
                } else {
                    checkHeartbeat(child, now);
                }
            }
        }
    }

    private void startAll() {
        for (int i = SystemTable.SUPERVISOR + 1; i < children.length; i++) {
            try {
                children[i] = new Child(resources, table, rings, loans, i);
                boolean isFirst = !Features.supervisorRestarts() || resources.restarts == 0;
                if (isFirst && children[i].isAdded()) {
                    begin(children[i]);
                }
            } catch (RuntimeException e) {
                ProcessDescription process = table.processes().get(i);
                Incident incident = Incident.cannotStart(e);
                announcer.say(prefix(process.name()) + incident.text());
                endSystem(process, incident);
            }
        }
        if (Features.supervisorRestarts() && resources.restarts > 0) {
            adoptAll();
        }
    }

    /** Goes on with what the supervisor before this one has left. */
    private void adoptAll() {
        for (Child child : children) {
            long now = Clock.nowNs();
            if (child == null || child.adopt(now)) {
                continue;
            }
            if (Features.versions() && child.swap() != null && child.swap().isReplaced()) {
                swaps.goBack(child, "ended with the supervisor");
            } else if (child.hasEndedUnseen()) {
                over(child, Incident.unseen(), now);
            } else {
                begin(child);
            }
        }
    }

    private void sayOwnEnd() {
        if (Features.supervisorRestarts() && resources.restarts > 0) {
            say(resources.journal.reason() + "; restarted (" + resources.restarts + ")");
        }
    }

    /** A life that cannot even begin is tried again later, never at once: whatever it lacks has to come back first. */
    void begin(Child child) {
        try {
            child.begin(Clock.nowNs());
        } catch (RuntimeException e) {
            ended(child, Incident.cannotStart(e), TRY_AGAIN_NS);
        }
    }

    private void checkHeartbeat(Child child, long now) {
        Life life = child.life();
        if (child.watch().check(now, life.thread().inspect().consumedNs())) {
            life.askForHeartbeat();
        } else {
            life.thread().suspend();
            over(child, Incident.missedHeartbeat(life), now);
        }
    }

    private void over(Child child, Incident incident, long sinceNs) {
        ended(child, incident, 0);
        charge(child, sinceNs);
    }

    /** What the supervisor has done since then, and said, is on the process's account: see {@link RestartRule}. */
    private static void charge(Child child, long sinceNs) {
        long now = Clock.nowNs();
        child.rule().cost(now, now - sinceNs);
    }

    /** A life is over; the next one begins no sooner than in {@code leastWaitNs}, and before anything is said: it may be the console's. */
    private void ended(Child child, Incident incident, long leastWaitNs) {
        if (Features.versions() && child.swap() != null && child.swap().isReplaced()) {
            swaps.goBack(child, incident.text());
            return;
        }
        long wait = child.end(Clock.nowNs(), incident.failure(), leastWaitNs);
        if (wait < 0) {
            child.endSwap(false);
        }
        Group group = Features.groups() && wait == RestartRule.GIVEN_UP ? groupOf(child) : null;
        if (group != null) {
            failed(group, child, incident);
            return;
        }
        if (wait == 0) {
            begin(child);
        }
        report(child, incident, wait);
    }

    /** A process of a group has failed too often for it to be restarted alone. */
    private void failed(Group group, Child child, Incident incident) {
        long now = Clock.nowNs();
        long wait = group.failed(child, now);
        for (Child member : children) {
            if (wait == 0 && group.has(member) && member.nextNs() <= now) {
                begin(member);
            }
        }
        String consequence = wait < 0
                ? "is given up"
                : wait == 0 ? "is restarted (" + group.restarts() + ")" : "restarts in " + wait / 1_000_000 + " ms";
        say(prefix(child) + incident.text() + "; its group " + group.name() + " " + consequence);
        for (Child member : children) {
            if (wait < 0 && group.has(member)) {
                endSystem(member.description(), incident);
            }
        }
    }

    /** Null: it is in none. */
    private Group groupOf(Child child) {
        for (Group group : groups) {
            if (group.has(child)) {
                return group;
            }
        }
        return null;
    }

    /** Somebody who may starts a process that has no life. */
    void start(Child child) {
        child.start(Clock.nowNs());
        Group group = Features.groups() ? groupOf(child) : null;
        if (group != null) {
            group.forget();
        }
    }

    /** This process ends by a fault. */
    void crash() {
        resources.thread.redirect(0);
    }

    void restartMachine() {
        powerOff.restart();
    }

    void say(String text) {
        announcer.say(text);
    }

    /** An exit that ends the system as it should needs no words. */
    private void report(Child child, Incident incident, long wait) {
        ProcessDescription process = child.description();
        if (wait >= 0 || !process.lifeCycle().endsSystem() || incident.isFault()) {
            String dropped = child.stateDropped()
                    ? ", without the state that it had saved: three lives have failed with it"
                    : "";
            announcer.say(prefix(child) + incident.text() + "; " + consequence(child, wait) + dropped);
        }
        if (wait < 0) {
            endSystem(process, incident);
        }
    }

    private void endSystem(ProcessDescription ended, Incident incident) {
        if (ended.lifeCycle().endsSystem()) {
            announcer.exitCode(incident.exitCode());
            powerOff.now(incident.exitCode());
        }
    }

    private static String prefix(String process) {
        return "supervisor: " + process + ": ";
    }

    static String prefix(Child child) {
        return prefix(child.description().name());
    }

    private static String consequence(Child child, long wait) {
        if (wait < 0) {
            return child.endState() == ProcessStatus.GIVEN_UP ? "given up" : "not restarted";
        }
        if (wait > 0) {
            return "restarts in " + wait / 1_000_000 + " ms";
        }
        return child.life() == null ? "restarts later" : "restarted (" + child.restarts() + ")";
    }

    private void powerOff(Request request, Child child) {
        Message message = request.message();
        if (!child.description().authority().control()) {
            request.answer(SystemProtocol.NOT_ALLOWED);
            return;
        }
        if (message.size() == 0) {
            throw new MessageFormatException("power off: no exit code");
        }
        powerOff.now(message.getInt(0, 255));
    }
}
