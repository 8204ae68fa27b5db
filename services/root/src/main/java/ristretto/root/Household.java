package ristretto.root;

import java.util.List;
import ristretto.abi.ArchiveLayout;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.abi.UserLayout;
import ristretto.sdk.Badge;
import ristretto.sdk.DeviceRegisters;
import ristretto.sdk.Startup;
import ristretto.sdk.kernel.AddressSpace;
import ristretto.sdk.kernel.CapTable;
import ristretto.sdk.kernel.Frame;
import ristretto.sdk.kernel.SchedulingControl;
import ristretto.sdk.kernel.Untyped;
import ristretto.sdk.loader.Archive;
import ristretto.sdk.loader.Backtrace;
import ristretto.sdk.loader.ElfImage;
import ristretto.sdk.loader.Grants;
import ristretto.sdk.loader.LoaderException;
import ristretto.sdk.loader.ProcessBuilder;
import ristretto.sdk.loader.SlotRange;
import ristretto.sdk.loader.SupervisorPlan;
import ristretto.sdk.system.DeviceGrant;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.SystemTable;

/**
 * What root owns, and how it is divided: an endpoint for each server, memory for the supervisor itself, and a quota of
 * memory from which the supervisor makes all other processes. The quota is no part of the supervisor's own memory, so
 * neither ends with the other.
 */
final class Household {
    private static final long PAGE = 4096;
    /** The last page below root's image; the kernel has made the page table for it. */
    private static final long POWER_REGISTERS = UserLayout.IMAGE - PAGE;
    /** For the descriptor of the quota, the last thing that root makes. */
    private static final long RESERVE = 128;

    private final CapTable own = new CapTable(RootSlot.CAP_TABLE);
    private final Untyped memory = new Untyped(RootSlot.UNTYPED);
    private final Frame archiveFrame = new Frame(RootSlot.ARCHIVE);
    private final Frame devices = new Frame(RootSlot.DEVICES);
    private final SchedulingControl scheduling = new SchedulingControl(RootSlot.SCHEDULING_CONTROL);
    private final Archive archive = Archive.ofThisProcess();
    private final SlotRange slots = new SlotRange(RootSlot.FIRST_FREE, archive.rootSlots() - RootSlot.FIRST_FREE);
    private final SystemTable table = SystemTable.decode(archive.content(archive.entry(ArchiveLayout.SYSTEM)));
    private final List<ProcessDescription> processes = table.processes();
    private final int endpoint = make(ObjectType.ENDPOINT, 0);
    private final int reply = make(ObjectType.REPLY, 0);
    private ProcessBuilder supervisor;
    private ElfImage supervisorImage;

    /** Slot of the endpoint on which root is called. */
    int endpoint() {
        return endpoint;
    }

    int reply() {
        return reply;
    }

    /** The power switch is the device {@code power} of root in the system description. */
    PowerSwitch powerSwitch() {
        for (DeviceGrant device : processes.get(SystemTable.ROOT).devices()) {
            if (device.name().equals("power")) {
                Frame registers = devices.derive(device.physicalAddress(), device.bytes(), memory, own, slots.take());
                registers.map(new AddressSpace(RootSlot.ADDRESS_SPACE), POWER_REGISTERS, Frame.READ_WRITE);
                return new PowerSwitch(new DeviceRegisters(POWER_REGISTERS, (int) PAGE));
            }
        }
        throw new LoaderException("system description: expected root to have a device power, found none");
    }

    void startSupervisor() {
        ProcessDescription description = processes.get(SystemTable.SUPERVISOR);
        SupervisorPlan plan = new SupervisorPlan(archive, table);
        supervisorImage = plan.process().image();
        Grants grants = new Grants();
        int tableSlots = plan.tableSlots();
        long bytes = plan.bytes();
        Untyped supervisorMemory = new Untyped(make(ObjectType.UNTYPED, bytes));
        SlotRange life = slots.part(plan.process().slots());
        supervisor = new ProcessBuilder(own, supervisorMemory, life, plan.process(), tableSlots);
        supervisor.loadImage(archiveFrame);
        supervisor.mapArchive(archiveFrame);
        supervisor.mapDevices(devices, grants);
        supervisor.grantOwn(grants, Rights.RECEIVE | Rights.SEND);
        final int log = grant(grants, "log", RootSlot.KERNEL_LOG, Rights.ALL);
        grant(grants, "table", supervisor.table().slot(), Rights.ALL);
        grant(grants, "thread", supervisor.thread().slot(), Rights.ALL);
        grant(grants, "archive", RootSlot.ARCHIVE, Rights.ALL);
        grant(grants, "devices", RootSlot.DEVICES, Rights.ALL);
        grant(grants, "scheduling", RootSlot.SCHEDULING_CONTROL, Rights.ALL);
        grant(grants, "interrupts", RootSlot.INTERRUPT_CONTROL, Rights.ALL);
        grant(grants, "endpoint", make(ObjectType.ENDPOINT, 0), Rights.ALL);
        for (ProcessDescription process : processes) {
            if (process.isServer()) {
                grants.capability("endpoint", process.name(), make(ObjectType.ENDPOINT, 0), Rights.ALL, 0);
            }
        }
        final long badge = Badge.of(SystemTable.SUPERVISOR, false, 0);
        final int root = grants.capability(Startup.OWN, "root", endpoint, Rights.SEND, badge);
        grants.value(Startup.OWN, "memory-bytes", bytes);
        grant(grants, "quota", makeQuota(description.memory().totalBytes()), Rights.ALL);
        grants.value(Startup.OWN, "first-slot", grants.firstFreeSlot());
        grants.value(Startup.OWN, "slots", tableSlots - grants.firstFreeSlot());
        int faults = slots.take();
        own.mint(faults, own, endpoint, Rights.SEND, badge | Badge.FAULT);
        supervisor.start(
                grants, root, 0, log, faults, scheduling, scheduling.inspect().ticksPerSecond());
    }

    String supervisorTrace(long programCounter, long framePointer, long returnAddress) {
        return Backtrace.of(
                supervisorImage.traceTable(),
                programCounter,
                framePointer,
                returnAddress,
                address -> supervisor.stackWord(address, 0));
    }

    /** All memory that is left, or as much as the description allows. */
    private int makeQuota(long limit) {
        long free = memory.freeBytes() - RESERVE & -PAGE;
        return make(ObjectType.UNTYPED, limit == 0 ? free : Math.min(free, limit));
    }

    private static int grant(Grants grants, String name, int slot, int rights) {
        return grants.capability(Startup.OWN, name, slot, rights, 0);
    }

    private int make(int type, long size) {
        int slot = slots.take();
        memory.retype(type, size, own, slot, 1);
        return slot;
    }
}
