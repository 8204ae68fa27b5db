package ristretto.supervisor;

import java.util.List;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.abi.ThreadState;
import ristretto.sdk.Request;
import ristretto.sdk.Startup;
import ristretto.sdk.kernel.CapTable;
import ristretto.sdk.kernel.CapabilityView;
import ristretto.sdk.kernel.MachineView;
import ristretto.sdk.kernel.ThreadView;
import ristretto.sdk.protocol.CapabilityStatus;
import ristretto.sdk.protocol.MachineStatus;
import ristretto.sdk.protocol.ProcessStatus;
import ristretto.sdk.protocol.ReportStatus;
import ristretto.sdk.protocol.SystemProtocol;
import ristretto.sdk.system.DeviceGrant;
import ristretto.sdk.system.Features;
import ristretto.sdk.system.SystemTable;

/**
 * Answers what processes may ask about the system; {@link SystemProtocol} says what that is. Every number that comes
 * from a client is checked before its use.
 */
final class Requests {
    /** What a message has room for. */
    private static final int MOST_CHARACTERS = 800;

    private final Resources resources;
    private final SystemTable table;
    private final Child[] children;
    private final Loans loans;
    private final Reports reports;

    Requests(Resources resources, SystemTable table, Child[] children, Loans loans, Reports reports) {
        this.loans = loans;
        this.reports = reports;
        this.resources = resources;
        this.table = table;
        this.children = children;
    }

    /** Answers whether it understands the request. */
    boolean serve(Request request, Child client) {
        boolean inspect = client.description().authority().inspect();
        switch (request.label()) {
            case SystemProtocol.COUNT -> {
                if (allowed(request, inspect)) {
                    request.answer().putLong(children.length);
                }
            }
            case SystemProtocol.MACHINE -> {
                if (allowed(request, inspect)) {
                    machine().put(request.answer());
                }
            }
            case SystemProtocol.STATUS -> {
                if (allowed(request, inspect)) {
                    int number = number(request);
                    if (number >= 0) {
                        status(number).put(request.answer());
                    }
                }
            }
            case SystemProtocol.CAPABILITY -> {
                if (allowed(request, inspect)) {
                    int number = number(request);
                    if (number >= 0) {
                        capability(request, number, request.message().getInt(0, 4095));
                    }
                }
            }
            case SystemProtocol.REPORT -> {
                if (allowed(request, inspect)) {
                    report(request, request.message().getLong());
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    static boolean allowed(Request request, boolean authority) {
        if (!authority) {
            request.answer(SystemProtocol.NOT_ALLOWED);
        }
        return authority;
    }

    /** The process that the request names; -1, and the request is answered, where there is none. */
    private int number(Request request) {
        return number(request, children);
    }

    static int number(Request request, Child[] children) {
        long number = request.message().getLong();
        if (number < 0 || number >= children.length) {
            request.answer(SystemProtocol.NO_SUCH_PROCESS);
            return -1;
        }
        return (int) number;
    }

    private MachineStatus machine() {
        MachineView machine = resources.machine();
        return new MachineStatus(
                resources.nowNs(),
                machine.idleNs(),
                machine.memoryBytes(),
                machine.kernelBytes(),
                resources.quota.freeBytes() + (Features.loans() ? loans.freeBytes() : 0));
    }

    private ProcessStatus status(int number) {
        String name = table.processes().get(number).name();
        int priority = table.processes().get(number).schedule().priority();
        Child child = children[number];
        if (child == null) {
            return number <= SystemTable.SUPERVISOR ? ancestor(number, name, priority) : notStarted(name, priority);
        }
        long borrowed = Features.loans() ? loans.bytesOf(number) : 0;
        long bytes = child.memoryBytes() + borrowed;
        long used = bytes - child.freeBytes();
        if (child.life() == null) {
            int state = child.isAdded() ? child.endState() : ProcessStatus.SPARE;
            return new ProcessStatus(name, state, priority, 0, bytes, used, child.restarts(), 0);
        }
        ThreadView thread = child.life().thread().inspect();
        return new ProcessStatus(
                name,
                thread.state(),
                thread.priority(),
                thread.consumedNs(),
                bytes,
                used,
                child.restarts(),
                child.watch().missed());
    }

    /** Root takes what neither the kernel nor the supervisor nor the quota has. */
    private ProcessStatus ancestor(int number, String name, int priority) {
        if (number == SystemTable.SUPERVISOR) {
            ThreadView thread = resources.thread.inspect();
            long bytes = resources.memoryBytes + bookkeeping();
            return new ProcessStatus(
                    name, thread.state(), priority, thread.consumedNs(), bytes, bytes, resources.restarts, 0);
        }
        MachineView machine = resources.machine();
        long bytes = machine.memoryBytes() - machine.kernelBytes() - resources.memoryBytes - resources.quota.bytes();
        return new ProcessStatus(name, ThreadState.RECEIVING, priority, 0, bytes, bytes, 0, 0);
    }

    /** What of the quota no process has: the kernel's descriptors of their memory. */
    private long bookkeeping() {
        long bytes = resources.quota.bytes() - resources.quota.freeBytes();
        bytes -= Features.loans() ? loans.totalBytes() : 0;
        for (Child child : children) {
            bytes -= child == null ? 0 : child.memoryBytes();
        }
        return bytes;
    }

    private static ProcessStatus notStarted(String name, int priority) {
        return new ProcessStatus(name, ProcessStatus.GIVEN_UP, priority, 0, 0, 0, 0, 0);
    }

    private void capability(Request request, int number, int fromSlot) {
        Child child = children[number];
        boolean self = number == SystemTable.SUPERVISOR;
        if (!self && (child == null || child.life() == null)) {
            request.answer(SystemProtocol.NOT_RUNNING);
            return;
        }
        CapTable slots = self ? resources.own : child.life().table();
        int end = self ? resources.slots.first() : child.tableSlots();
        for (int slot = Math.max(fromSlot, 1); slot < end; slot++) {
            CapabilityView view = slots.inspect(slot);
            if (view != null) {
                String name = self ? ownName(slot) : child.life().nameOfSlot(slot);
                new CapabilityStatus(
                                slot,
                                view.type(),
                                view.rights(),
                                view.badge(),
                                view.size(),
                                view.physicalAddress(),
                                name == null ? "" : name)
                        .put(request.answer());
                return;
            }
        }
        if (self || !device(request, child, Math.max(0, fromSlot - end))) {
            request.answer(SystemProtocol.NOTHING);
        }
    }

    /** Devices lie in no slot of the process: their registers are mapped for it. They are counted behind the slots. */
    private static boolean device(Request request, Child child, int index) {
        List<DeviceGrant> devices = child.description().devices();
        if (index >= devices.size()) {
            return false;
        }
        DeviceGrant device = devices.get(index);
        new CapabilityStatus(
                        child.tableSlots() + index,
                        ObjectType.FRAME,
                        Rights.READ | Rights.WRITE,
                        0,
                        device.bytes(),
                        device.physicalAddress(),
                        Startup.DEVICE + ':' + device.name())
                .put(request.answer());
        return true;
    }

    private static String ownName(int slot) {
        for (int i = 0; i < Startup.grants(); i++) {
            if (Startup.grantValue(i) == slot) {
                return Startup.grantName(i);
            }
        }
        return null;
    }

    private void report(Request request, long from) {
        long number = reports.from(from);
        if (number < 0) {
            request.answer(SystemProtocol.NOTHING);
            return;
        }
        String text = reports.text(number);
        int most = Math.min(text.length(), MOST_CHARACTERS);
        new ReportStatus(number, reports.timeNs(number), text.substring(0, most)).put(request.answer());
    }
}
