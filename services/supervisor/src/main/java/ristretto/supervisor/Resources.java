package ristretto.supervisor;

import ristretto.abi.ArchiveLayout;
import ristretto.abi.Rights;
import ristretto.sdk.Clock;
import ristretto.sdk.Startup;
import ristretto.sdk.kernel.CapTable;
import ristretto.sdk.kernel.Frame;
import ristretto.sdk.kernel.InterruptControl;
import ristretto.sdk.kernel.MachineView;
import ristretto.sdk.kernel.SchedulingControl;
import ristretto.sdk.kernel.ThreadControl;
import ristretto.sdk.kernel.Untyped;
import ristretto.sdk.loader.Archive;
import ristretto.sdk.loader.SlotRange;
import ristretto.sdk.system.Features;
import ristretto.sdk.system.SystemTable;

/** What root gave to the supervisor: the means from which it makes processes. */
final class Resources {
    final CapTable own = new CapTable(slot("table"));
    final ThreadControl thread = new ThreadControl(slot("thread"));
    final Untyped quota = new Untyped(slot("quota"));
    final Frame archiveFrame = new Frame(slot("archive"));
    final Frame devices = new Frame(slot("devices"));
    final SchedulingControl scheduling = new SchedulingControl(slot("scheduling"));
    final InterruptControl interrupts = new InterruptControl(slot("interrupts"));
    final Archive archive = Archive.ofThisProcess();
    final SlotRange slots = new SlotRange(slot("first-slot"), slot("slots"));

    /** Slot of the endpoint on which processes ask and the kernel reports their faults. */
    final int endpoint = slot("endpoint");

    final int notification = slot("notification");
    final int log = slot("log");

    /** What the supervisor itself takes. */
    final long memoryBytes = Startup.grant(Startup.OWN, "memory-bytes");

    final SystemTable table = SystemTable.decode(archive.content(archive.entry(ArchiveLayout.SYSTEM)));

    /** Null: there is only one life of the supervisor. */
    final Journal journal = Features.supervisorRestarts() ? Journal.ofThisProcess(table) : null;

    /** Lives of the supervisor before this one. What those have made is there, in the slots that it would be made in now. */
    final int restarts = journal == null ? 0 : journal.restarts();

    /** Makes an object that no life of a process owns, and a second capability of it for those lives; answers the first slot of two. */
    int twice(int type, long size) {
        int slot = slots.take(2);
        make(type, size, slot);
        if (isFree(slot + 1)) {
            own.copy(slot + 1, own, slot, Rights.ALL);
        }
        return slot;
    }

    /** Makes an object of the quota's memory, unless it is there. */
    void make(int type, long size, int slot) {
        if (isFree(slot)) {
            quota.retype(type, size, own, slot, 1);
        }
    }

    /** Derives a capability to send, unless it is there. */
    void mint(int slot, int source, long badge) {
        if (isFree(slot)) {
            own.mint(slot, own, source, Rights.SEND, badge);
        }
    }

    /** Whether no earlier life of the supervisor has put anything there. */
    boolean isFree(int slot) {
        return !Features.supervisorRestarts() || restarts == 0 || own.inspect(slot) == null;
    }

    /** Slot of the endpoint of a server. */
    static int endpointOf(String process) {
        return (int) Startup.grant("endpoint", process);
    }

    MachineView machine() {
        return scheduling.inspect();
    }

    long ticksPerSecond() {
        return Startup.ticksPerSecond();
    }

    long nowNs() {
        return Clock.nowNs();
    }

    private static int slot(String name) {
        return (int) Startup.grant(Startup.OWN, name);
    }
}
