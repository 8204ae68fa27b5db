package ristretto.supervisor;

import ristretto.abi.Rights;
import ristretto.abi.SupervisorProtocol;
import ristretto.sdk.Badge;
import ristretto.sdk.Heartbeat;
import ristretto.sdk.InterruptLine;
import ristretto.sdk.Notification;
import ristretto.sdk.Startup;
import ristretto.sdk.kernel.CapTable;
import ristretto.sdk.kernel.Frame;
import ristretto.sdk.kernel.ThreadControl;
import ristretto.sdk.loader.Backtrace;
import ristretto.sdk.loader.Connections;
import ristretto.sdk.loader.Grants;
import ristretto.sdk.loader.ProcessBuilder;
import ristretto.sdk.loader.ProcessPlan;
import ristretto.sdk.system.Features;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.SystemTable;

/** One life of a process, from its first instruction on. It ends, whole, when its memory is revoked. */
final class Life {
    private final ProcessPlan plan;
    private final ProcessBuilder builder;
    private final Grants grants = new Grants();
    private final Notification heartbeat;
    /** Null: it may not borrow any. */
    private final Notification memoryWanted;

    /** Slot of the next capability that {@link #signal} makes. */
    private int nextSignal;

    /** @param isThere an earlier supervisor has started it, and it runs */
    Life(Resources resources, SystemTable table, ChannelFrames rings, Child child, boolean isThere) {
        plan = child.plan();
        int lasting = Features.channels() ? rings.notificationOf(child.number()) : 0;
        builder = Features.supervisorRestarts() && isThere
                ? ProcessBuilder.adopt(
                        resources.own, child.memory(), child.lifeSlots(), plan, child.tableSlots(), lasting)
                : new ProcessBuilder(
                        resources.own, child.memory(), child.lifeSlots(), plan, child.tableSlots(), lasting);
        nextSignal = child.lifeSlots().take(plan.signals());
        builder.loadImage(resources.archiveFrame);
        builder.mapDevices(resources.devices, grants);
        builder.grantOwn(grants, Rights.RECEIVE);
        heartbeat = new Notification(signal(resources, Heartbeat.ASKED));
        long loan = plan.process().memory().loanBytes();
        if (!Features.loans() || loan == 0) {
            memoryWanted = null;
        } else {
            memoryWanted = new Notification(signal(resources, SupervisorProtocol.MEMORY_WANTED));
            grants.value(Startup.OWN, "borrows", loan);
        }
        grants.capability(Startup.OWN, "heartbeat", resources.notification, Rights.SEND, 1L << child.number());
        final int supervisor = grants.capability(
                Startup.OWN, "supervisor", resources.endpoint, Rights.SEND, Badge.of(child.number(), false, 0));
        final int log = plan.process().authority().log()
                ? grants.capability(Startup.OWN, "log", resources.log, Rights.CONTROL, 0)
                : 0;
        if (Features.channels()) {
            rings.connect(child.number(), builder, grants);
            if (plan.process().concurrentCalls() > 0) {
                grants.value(Startup.OWN, "concurrent-calls", plan.process().concurrentCalls());
            }
        }
        if (child.state() != null) {
            child.state().connect(builder, grants);
        }
        if (child.dma() != null) {
            child.dma().connect(builder, grants);
        }
        grantProvided(plan.process());
        for (String service : plan.process().uses()) {
            grantUsed(table, child, service);
        }
        String streams = plan.process().streams();
        final int stream = streams.isEmpty() ? 0 : grantStreams(table, child, streams);
        for (int i = 0; i < plan.process().interrupts().size(); i++) {
            InterruptLine line = child.interruptLine(i);
            String name = plan.process().interrupts().get(i).name();
            grants.capability(Startup.INTERRUPT, name, line.slot(), Rights.CONTROL, 0);
            int signal = signal(resources, 1L << i);
            if (!builder.isThere()) {
                line.bind(signal);
            }
        }
        if (plan.process().receivesCapabilities()) {
            grantCapabilities();
        }
        builder.start(
                grants,
                supervisor,
                stream,
                log,
                child.faultEndpoint(),
                resources.scheduling,
                resources.ticksPerSecond());
    }

    /** What it needs for arguments and results that are services or buffers. */
    private void grantCapabilities() {
        grants.capability(Startup.OWN, "table", builder.table().slot(), Rights.CONTROL, 0);
        long buffer = plan.process().memory().bufferBytes();
        if (buffer > 0) {
            grants.capability(Startup.OWN, "buffer", builder.makeBuffer(), Rights.READ | Rights.WRITE, 0);
            grants.value(Startup.OWN, "buffer-address", plan.bufferAddress());
            grants.value(Startup.OWN, "buffer-bytes", buffer);
        }
        int sessions = plan.process().sessions();
        if (Features.sessions() && sessions > 0) {
            int endpoint = Resources.endpointOf(plan.process().name());
            grants.capability(Startup.OWN, "endpoint", endpoint, Rights.SEND, 0);
            grants.value(Startup.OWN, "sessions", sessions);
        }
        int receives = plan.process().receives();
        grants.value(Startup.OWN, "receives", receives);
        // Behind all that the process is given.
        int first = grants.firstFreeSlot();
        grants.value(Startup.OWN, "first-received", first);
        grants.value(Startup.OWN, "receive-slots", plan.receiveSlots());
        int next = first + plan.receiveSlots();
        if (Features.sessions() && sessions > 0) {
            grants.value(Startup.OWN, "session", next++);
        }
        if (buffer > 0) {
            grants.value(Startup.OWN, "first-lease", next);
        }
    }

    ThreadControl thread() {
        return builder.thread();
    }

    CapTable table() {
        return builder.table();
    }

    /** Under which name the process was given what lies in this slot of its table; null: it was given nothing there. */
    String nameOfSlot(int slot) {
        return grants.nameOfSlot(slot);
    }

    void askForHeartbeat() {
        heartbeat.signal();
    }

    /** Only for a process that may borrow. */
    void askForMemory() {
        memoryWanted.signal();
    }

    void lend(Frame frame, int part) {
        builder.lend(frame, part);
    }

    String trace(long programCounter, long framePointer, long returnAddress) {
        return Backtrace.of(
                plan.image().traceTable(),
                programCounter,
                framePointer,
                returnAddress,
                address -> builder.stackWord(address, 0));
    }

    /** Where the process is at this moment. */
    String trace() {
        ThreadControl thread = builder.thread();
        return trace(
                thread.readRegister(ThreadControl.PROGRAM_COUNTER),
                thread.readRegister(ThreadControl.FRAME_POINTER),
                thread.readRegister(ThreadControl.RETURN_ADDRESS));
    }

    /** A capability, in the supervisor's own table, that sets these bits in the process's notification. */
    private int signal(Resources resources, long bits) {
        int slot = nextSignal++;
        if (!builder.isThere()) {
            resources.own.mint(slot, resources.own, builder.notificationSlot(), Rights.SEND, bits);
        }
        return slot;
    }

    private void grantProvided(ProcessDescription process) {
        if (process.isServer()) {
            int endpoint = Resources.endpointOf(process.name());
            for (String service : process.provides()) {
                grants.capability(Startup.PROVIDES, service, endpoint, Rights.RECEIVE, 0);
            }
        }
    }

    private int grantStreams(SystemTable table, Child child, String streams) {
        boolean used = SystemTable.indexOf(plan.process().uses(), streams) >= 0;
        return used ? grants.slotOf(Startup.USES, streams) : grantUsed(table, child, streams);
    }

    private int grantUsed(SystemTable table, Child child, String service) {
        ProcessDescription server = table.processes().get(table.providerOf(service));
        long badge = Connections.badge(table, child.number(), service);
        if (Features.sessions() && server.sessions() > 0) {
            badge = Badge.ofLife(badge, child.restarts() + 1);
        }
        return grants.capability(Startup.USES, service, Resources.endpointOf(server.name()), Rights.SEND, badge);
    }
}
