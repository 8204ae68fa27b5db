package ristretto.root;

import ristretto.abi.ArchiveLayout;
import ristretto.abi.RootSlot;
import ristretto.abi.SupervisorProtocol;
import ristretto.abi.Tag;
import ristretto.sdk.Clock;
import ristretto.sdk.Handler;
import ristretto.sdk.KernelNames;
import ristretto.sdk.Request;
import ristretto.sdk.Server;
import ristretto.sdk.Text;
import ristretto.sdk.kernel.KernelLog;
import ristretto.sdk.loader.Archive;
import ristretto.sdk.loader.SlotRange;
import ristretto.sdk.protocol.SystemProtocol;
import ristretto.sdk.system.Features;
import ristretto.sdk.system.HeartbeatWatch;
import ristretto.sdk.system.LifeCycle;
import ristretto.sdk.system.Restart;
import ristretto.sdk.system.Succession;
import ristretto.sdk.system.TableDecoder;

/**
 * The first process. It begins with everything: all memory, all devices, all interrupts. It makes the endpoints, which
 * outlive the servers behind them, gives the supervisor its share, and from then on only waits: for the request to
 * switch off or to restart the machine, or for the supervisor's end, or its silence. It gives the supervisor its next life, which finds all that there is as the last one has left it; where those end in too quick succession it switches off.
 */
public final class Root implements Handler {
    private static final int FAILED = 70;
    private static final long NEVER = Long.MAX_VALUE;

    private final PowerSwitch power;
    private final Household household;
    private final Succession ends = new Succession();
    /** Null: the supervisor's life is the only one. */
    private final HeartbeatWatch watch;

    private long bornNs;
    private long rebirthNs = NEVER;
    private String reason = "";

    private Root(PowerSwitch power, Household household) {
        this.power = power;
        this.household = household;
        watch = Features.supervisorRestarts()
                ? new HeartbeatWatch(household.lifeOfSupervisor().heartbeatNs())
                : null;
        born();
    }

    /** Nobody watches root. So it looks for the power switch first, and whatever fails from then on ends the machine. */
    public static void main(String[] arguments) {
        Archive archive = Archive.ofThisProcess();
        SlotRange slots = new SlotRange(RootSlot.FIRST_FREE, archive.rootSlots() - RootSlot.FIRST_FREE);
        TableDecoder decoder = new TableDecoder(archive.content(archive.entry(ArchiveLayout.SYSTEM)));
        PowerSwitch power = PowerSwitch.of(decoder.first(), slots);
        try {
            run(power, new Household(archive, slots, decoder.table()));
        } catch (Throwable e) {
            fail(power, e.toString());
        }
    }

    private static void run(PowerSwitch power, Household household) {
        Root root = new Root(power, household);
        try {
            household.startSupervisor();
        } catch (RuntimeException | OutOfMemoryError e) {
            root.fail("cannot start the supervisor: " + e.toString());
        }
        new Server(root, household.endpoint(), household.reply(), 1).run();
    }

    @Override
    public void serve(Request request) {
        switch (request.label()) {
            case SystemProtocol.POWER_OFF -> power.off((int) request.message().getLong());
            case SystemProtocol.RESTART -> {
                if (Features.controls()) {
                    power.restart();
                }
            }
            case SupervisorProtocol.EXIT -> {
                long code = request.message().getLong();
                ended("the supervisor ended with exit code " + code + ": "
                        + request.message().getString());
            }
            default -> {
                if (request.isFault()) {
                    fault(request);
                }
            }
        }
    }

    private void fault(Request request) {
        int kind = request.label() - Tag.FAULT_BASE;
        long address = request.message().getLong();
        long programCounter = request.message().getLong();
        request.message().getLong();
        request.message().getLong();
        long framePointer = request.message().getLong();
        long returnAddress = request.message().getLong();
        String trace = household.supervisorTrace(programCounter, framePointer, returnAddress);
        ended("supervisor: " + KernelNames.fault(kind) + " at " + Text.hex(address) + ", pc " + Text.hex(programCounter)
                + ": " + trace);
    }

    /** The supervisor's life is over. All others go on, whether there is a next one now or later. */
    private void ended(String why) {
        LifeCycle life = household.lifeOfSupervisor();
        if (!Features.supervisorRestarts() || life.restart() == Restart.NEVER) {
            fail(why);
            return;
        }
        long now = Clock.nowNs();
        long wait = ends.ended(life, now - bornNs >= life.stableNs());
        if (wait < 0) {
            fail(why);
            return;
        }
        household.endSupervisor();
        reason = why;
        rebirthNs = now + wait;
        wake();
    }

    /** The supervisor has given a sign of life. It can send no other signals. */
    @Override
    public void signalled(long bits) {
        watch.answered();
    }

    @Override
    public long wakeAtTicks() {
        long next = nextNs();
        return next == NEVER ? 0 : Clock.nsToTicks(next);
    }

    private long nextNs() {
        if (!Features.supervisorRestarts()) {
            return NEVER;
        }
        return rebirthNs == NEVER ? watch.nextNs() : rebirthNs;
    }

    @Override
    public void wake() {
        if (!Features.supervisorRestarts() || nextNs() > Clock.nowNs()) {
            return;
        }
        if (rebirthNs == NEVER) {
            checkHeartbeat();
        } else {
            restart();
        }
    }

    /** Nobody can keep the supervisor waiting for long, since all its calls have deadlines: where it consumes no time it hangs, too. */
    private void checkHeartbeat() {
        long now = Clock.nowNs();
        if (watch.check(now, now)) {
            household.askSupervisorForLife();
        } else {
            ended("supervisor: missed its heartbeat, at " + household.stopSupervisor());
        }
    }

    private void born() {
        bornNs = Clock.nowNs();
        if (Features.supervisorRestarts()) {
            watch.born(bornNs);
        }
    }

    private void restart() {
        rebirthNs = NEVER;
        born();
        try {
            household.restartSupervisor(reason);
        } catch (RuntimeException | OutOfMemoryError e) {
            fail(reason + "; and cannot be started again: " + e.toString());
        }
    }

    private void fail(String reason) {
        fail(power, reason);
    }

    /** Off, even where there is no memory left to say why. */
    private static void fail(PowerSwitch power, String reason) {
        try {
            new KernelLog(RootSlot.KERNEL_LOG).writeLine("root: " + reason);
        } finally {
            power.off(FAILED);
        }
    }
}
