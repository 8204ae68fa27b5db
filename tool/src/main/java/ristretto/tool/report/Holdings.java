package ristretto.tool.report;

import java.util.ArrayList;
import java.util.List;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.abi.SupervisorProtocol;
import ristretto.sdk.KernelNames;
import ristretto.sdk.Startup;
import ristretto.sdk.loader.Connections;
import ristretto.sdk.system.Channel;
import ristretto.sdk.system.InterruptGrant;
import ristretto.sdk.system.JournalLayout;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.Restart;
import ristretto.sdk.system.SystemTable;
import ristretto.tool.image.MemoryMap;

/**
 * The capabilities in a process's table when it starts, in the order of their slots: what the supervisor gives its children, and root the supervisor. Root has what the kernel has,
 * and is not here. {@code caps NAME} says the same on the booted machine, which a test compares.
 */
final class Holdings {
    /** All device registers, from physical address 0 to where memory begins. */
    private static final long DEVICES_BYTES = 0x8000_0000L;

    private final SystemTable table;
    private final int number;
    private final ProcessDescription process;
    private final MemoryMap memory;
    private final List<SystemReport.Capability> capabilities = new ArrayList<>();

    private Holdings(SystemTable table, int number, MemoryMap memory) {
        this.table = table;
        this.number = number;
        this.memory = memory;
        process = table.processes().get(number);
    }

    /** Of the process of this number. */
    static List<SystemReport.Capability> of(SystemTable table, int number, MemoryMap memory) {
        Holdings holdings = new Holdings(table, number, memory);
        switch (number) {
            case SystemTable.ROOT -> {}
            case SystemTable.SUPERVISOR -> holdings.givenByRoot();
            default -> holdings.givenBySupervisor();
        }
        return List.copyOf(holdings.capabilities);
    }

    private void givenBySupervisor() {
        own("notification", ObjectType.NOTIFICATION, Rights.RECEIVE);
        addReplies(Connections.replies(table, number));
        own("heartbeat", ObjectType.NOTIFICATION, Rights.SEND);
        own("supervisor", ObjectType.ENDPOINT, Rights.SEND);
        if (process.authority().log()) {
            own("log", ObjectType.KERNEL_LOG, Rights.CONTROL);
        }
        table.channels().forEach(this::addChannel);
        process.provides().forEach(service -> add(Startup.PROVIDES, service, ObjectType.ENDPOINT, Rights.RECEIVE));
        process.uses().forEach(service -> add(Startup.USES, service, ObjectType.ENDPOINT, Rights.SEND));
        if (!process.streams().isEmpty() && !process.uses().contains(process.streams())) {
            add(Startup.USES, process.streams(), ObjectType.ENDPOINT, Rights.SEND);
        }
        for (InterruptGrant interrupt : process.interrupts()) {
            add(Startup.INTERRUPT, interrupt.name(), ObjectType.INTERRUPT_LINE, Rights.CONTROL);
        }
        if (process.receivesCapabilities()) {
            own("table", ObjectType.CAP_TABLE, Rights.CONTROL);
        }
        long buffer = process.memory().bufferBytes();
        if (buffer > 0) {
            addMemory("buffer", ObjectType.FRAME, Rights.READ | Rights.WRITE, buffer);
        }
        if (process.sessions() > 0) {
            own("endpoint", ObjectType.ENDPOINT, Rights.SEND);
        }
    }

    private void givenByRoot() {
        own("notification", ObjectType.NOTIFICATION, Rights.RECEIVE | Rights.SEND);
        addReplies(SupervisorProtocol.REPLIES);
        own("log", ObjectType.KERNEL_LOG, Rights.ALL);
        own("table", ObjectType.CAP_TABLE, Rights.ALL);
        own("thread", ObjectType.THREAD, Rights.ALL);
        addMemory("archive", ObjectType.FRAME, Rights.READ | Rights.EXECUTE, memory.bytesOfRegion("boot archive"));
        addMemory("devices", ObjectType.FRAME, Rights.READ | Rights.WRITE, DEVICES_BYTES);
        own("scheduling", ObjectType.SCHEDULING_CONTROL, Rights.ALL);
        own("interrupts", ObjectType.INTERRUPT_CONTROL, Rights.ALL);
        own("endpoint", ObjectType.ENDPOINT, Rights.ALL);
        for (ProcessDescription server : table.processes()) {
            if (server.isServer()) {
                add("endpoint", server.name(), ObjectType.ENDPOINT, Rights.ALL);
            }
        }
        own("root", ObjectType.ENDPOINT, Rights.SEND);
        if (process.lifeCycle().restart() != Restart.NEVER) {
            addMemory("journal", ObjectType.FRAME, Rights.ALL, JournalLayout.bytes(table));
            addMemory(
                    "reports",
                    ObjectType.FRAME,
                    Rights.READ | Rights.WRITE,
                    memory.bytesOfRegion("kept over a warm restart"));
            own("heartbeat", ObjectType.NOTIFICATION, Rights.SEND);
        }
        addMemory("quota", ObjectType.UNTYPED, Rights.ALL, memory.quotaBytes());
    }

    private void addReplies(int count) {
        for (int i = 0; i < count; i++) {
            own(i == 0 ? "reply" : "reply-" + nextSlot(), ObjectType.REPLY, Rights.CONTROL);
        }
    }

    /** The right to wake who is at the other end; the memory itself is in no table. */
    private void addChannel(Channel channel) {
        boolean calls = channel.isForCalls();
        if (channel.from() == number) {
            String to = table.processes().get(channel.to()).name();
            add(
                    calls ? Startup.CALLS_TO_WAKE : Startup.RING_TO_WAKE,
                    calls ? channel.service() : to,
                    ObjectType.NOTIFICATION,
                    Rights.SEND);
        } else if (channel.to() == number) {
            String from = table.processes().get(channel.from()).name();
            add(
                    calls ? Startup.CALLS_FROM_WAKE : Startup.RING_FROM_WAKE,
                    calls ? channel.service() : from,
                    ObjectType.NOTIFICATION,
                    Rights.SEND);
        }
    }

    private int nextSlot() {
        return capabilities.size() + 1;
    }

    private void own(String name, int type, int rights) {
        add(Startup.OWN, name, type, rights);
    }

    private void add(String kind, String name, int type, int rights) {
        add(kind, name, type, rights, null);
    }

    private void addMemory(String name, int type, int rights, long bytes) {
        add(Startup.OWN, name, type, rights, bytes);
    }

    private void add(String kind, String name, int type, int rights, Long bytes) {
        capabilities.add(new SystemReport.Capability(
                nextSlot(), kind + ':' + name, KernelNames.type(type), bytes, KernelNames.rights(rights)));
    }
}
