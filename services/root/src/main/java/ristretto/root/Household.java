package ristretto.root;

import java.util.List;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.sdk.Badge;
import ristretto.sdk.Heartbeat;
import ristretto.sdk.Notification;
import ristretto.sdk.Startup;
import ristretto.sdk.Utf8;
import ristretto.sdk.kernel.CapTable;
import ristretto.sdk.kernel.Frame;
import ristretto.sdk.kernel.SchedulingControl;
import ristretto.sdk.kernel.ThreadControl;
import ristretto.sdk.kernel.Untyped;
import ristretto.sdk.loader.Archive;
import ristretto.sdk.loader.Backtrace;
import ristretto.sdk.loader.Grants;
import ristretto.sdk.loader.ProcessBuilder;
import ristretto.sdk.loader.SlotRange;
import ristretto.sdk.loader.SupervisorPlan;
import ristretto.sdk.system.JournalLayout;
import ristretto.sdk.system.LifeCycle;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.SystemTable;

/**
 * What root owns, and how it is divided: an endpoint for each server, memory for the supervisor itself, and a quota of
 * memory from which the supervisor makes all other processes. The quota is no part of the supervisor's own memory, so
 * neither ends with the other.
 */
final class Household {
    private static final long PAGE = 4096;
    /** For the descriptor of the quota, the last thing that root makes. */
    private static final long RESERVE = 128;

    private final CapTable own = new CapTable(RootSlot.CAP_TABLE);
    private final Untyped memory = new Untyped(RootSlot.UNTYPED);
    private final Frame archiveFrame = new Frame(RootSlot.ARCHIVE);
    private final Frame devices = new Frame(RootSlot.DEVICES);
    private final SchedulingControl scheduling = new SchedulingControl(RootSlot.SCHEDULING_CONTROL);
    private final Archive archive;
    private final SlotRange slots;
    private final SystemTable table;
    private final List<ProcessDescription> processes;
    private final int endpoint;
    private final int reply;
    private final ProcessDescription description;
    /** All that the supervisor is given, in each of its lives. */
    private final Grants grants = new Grants();

    private SupervisorPlan plan;
    private ProcessBuilder supervisor;
    private Untyped supervisorMemory;
    private SlotRange supervisorSlots;
    /** Its table, notification and journal, which outlive it. Null and 0: there is only one life. */
    private CapTable lastingTable;

    private int lastingNotification;
    private Frame journal;
    private long restarts;
    private int root;
    private int log;
    private int faults;
    /** By which the supervisor is asked for a sign of life. */
    private Notification askedForLife;

    /** @param slots of root's table that are free */
    Household(Archive archive, SlotRange slots, SystemTable table) {
        this.archive = archive;
        this.slots = slots;
        this.table = table;
        processes = table.processes();
        description = processes.get(SystemTable.SUPERVISOR);
        endpoint = make(ObjectType.ENDPOINT, 0);
        reply = make(ObjectType.REPLY, 0);
    }

    /** Slot of the endpoint on which root is called. */
    int endpoint() {
        return endpoint;
    }

    int reply() {
        return reply;
    }

    /** How it is with the supervisor's lives. */
    LifeCycle lifeOfSupervisor() {
        return description.lifeCycle();
    }

    void startSupervisor() {
        plan = new SupervisorPlan(archive, table);
        int tableSlots = plan.tableSlots();
        supervisorMemory = new Untyped(make(ObjectType.UNTYPED, plan.lifeBytes()));
        supervisorSlots = slots.part(plan.process().slots());
        if (plan.isRestarted()) {
            Untyped lasting = new Untyped(make(ObjectType.UNTYPED, plan.lastingBytes()));
            journal = new Frame(make(lasting, ObjectType.FRAME, JournalLayout.bytes(table)));
            lastingTable = new CapTable(make(lasting, ObjectType.CAP_TABLE, tableSlots));
            lastingNotification = make(lasting, ObjectType.NOTIFICATION, 0);
        }
        build(grants);
        log = grant("log", RootSlot.KERNEL_LOG);
        grant("table", supervisor.table().slot());
        grant("thread", supervisor.thread().slot());
        grant("archive", RootSlot.ARCHIVE);
        grant("devices", RootSlot.DEVICES);
        grant("scheduling", RootSlot.SCHEDULING_CONTROL);
        grant("interrupts", RootSlot.INTERRUPT_CONTROL);
        grant("endpoint", make(ObjectType.ENDPOINT, 0));
        for (ProcessDescription process : processes) {
            if (process.isServer()) {
                grants.capability("endpoint", process.name(), make(ObjectType.ENDPOINT, 0), Rights.ALL, 0);
            }
        }
        final long badge = Badge.of(SystemTable.SUPERVISOR, false, 0);
        root = grants.capability(Startup.OWN, "root", endpoint, Rights.SEND, badge);
        if (plan.isRestarted()) {
            grant("journal", journal.slot());
            grant("reports", RootSlot.KEPT);
            listen();
        }
        grants.value(Startup.OWN, "memory-bytes", plan.lifeBytes() + plan.lastingBytes());
        grant("quota", makeQuota(description.memory().totalBytes()));
        grants.value(Startup.OWN, "first-slot", grants.firstFreeSlot());
        grants.value(Startup.OWN, "slots", tableSlots - grants.firstFreeSlot());
        faults = slots.take();
        own.mint(faults, own, endpoint, Rights.SEND, badge | Badge.FAULT);
        start();
    }

    /** Signs of life that the supervisor gives come to root as signals. */
    private void listen() {
        int signs = make(ObjectType.NOTIFICATION, 0);
        new ThreadControl(RootSlot.THREAD).bindNotification(signs);
        grants.capability(Startup.OWN, "heartbeat", signs, Rights.SEND, 1);
        int asked = slots.take();
        own.mint(asked, own, lastingNotification, Rights.SEND, Heartbeat.ASKED);
        askedForLife = new Notification(asked);
    }

    void askSupervisorForLife() {
        askedForLife.signal();
    }

    /** The supervisor runs no more; answers where it was. */
    String stopSupervisor() {
        ThreadControl thread = supervisor.thread();
        thread.suspend();
        return supervisorTrace(
                thread.readRegister(ThreadControl.PROGRAM_COUNTER),
                thread.readRegister(ThreadControl.FRAME_POINTER),
                thread.readRegister(ThreadControl.RETURN_ADDRESS));
    }

    /** The life of the supervisor is over, and what it was made of free. What it has made goes on, and what it was given stays in its table. */
    void endSupervisor() {
        own.revoke(supervisorMemory.slot());
        supervisorSlots.reset();
    }

    /**
     * It gets another life.
     *
     * @param reason why the last one has ended
     */
    void restartSupervisor(String reason) {
        byte[] text = Utf8.encode(reason);
        int length = Math.min(text.length, JournalLayout.MOST_REASON_BYTES);
        journal.write(JournalLayout.REASON, text, length);
        restarts++;
        journal.write(JournalLayout.RESTARTS, 2, restarts, length, 0, 0, 0, 0);
        build(new Grants());
        start();
    }

    private void build(Grants given) {
        supervisor = plan.isRestarted()
                ? new ProcessBuilder(
                        own, supervisorMemory, supervisorSlots, plan.process(), lastingTable, lastingNotification)
                : new ProcessBuilder(own, supervisorMemory, supervisorSlots, plan.process(), plan.tableSlots());
        supervisor.loadImage(archiveFrame);
        supervisor.mapArchive(archiveFrame);
        supervisor.mapDevices(devices, given);
        supervisor.grantOwn(given, Rights.RECEIVE | Rights.SEND);
    }

    private void start() {
        supervisor.start(
                grants, root, 0, log, faults, scheduling, scheduling.inspect().ticksPerSecond());
    }

    String supervisorTrace(long programCounter, long framePointer, long returnAddress) {
        return Backtrace.of(
                plan.process().image().traceTable(),
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

    private int grant(String name, int slot) {
        return grants.capability(Startup.OWN, name, slot, Rights.ALL, 0);
    }

    private int make(int type, long size) {
        return make(memory, type, size);
    }

    private int make(Untyped from, int type, long size) {
        int slot = slots.take();
        from.retype(type, size, own, slot, 1);
        return slot;
    }
}
