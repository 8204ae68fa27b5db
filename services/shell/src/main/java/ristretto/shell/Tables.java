package ristretto.shell;

import ristretto.abi.ObjectType;
import ristretto.sdk.KernelNames;
import ristretto.sdk.Streams;
import ristretto.sdk.Text;
import ristretto.sdk.protocol.CapabilityStatus;
import ristretto.sdk.protocol.MachineStatus;
import ristretto.sdk.protocol.ProcessStatus;
import ristretto.sdk.protocol.SystemConnection;

/** The tables that the commands ps, mem and caps print. */
final class Tables {
    private static final int NAME = 12;
    private static final int BYTES = 12;

    private final SystemConnection system;

    Tables(SystemConnection system) {
        this.system = system;
    }

    void processes() {
        Streams.writeLine("process     state       priority    cpu time        memory restarts");
        int count = system.processes();
        for (int i = 0; i < count; i++) {
            ProcessStatus status = system.status(i);
            Streams.writeLine(Text.left(status.name(), NAME)
                    + Text.left(state(status), 12)
                    + Text.right(Integer.toString(status.priority()), 8)
                    + Text.right(Text.seconds(status.consumedNs()), 12)
                    + Text.right(Text.grouped(status.memoryBytes()), 14)
                    + Text.right(Integer.toString(status.restarts()), 9));
        }
    }

    void memory() {
        MachineStatus machine = system.machine();
        Streams.writeLine("owner              bytes        unused");
        memoryLine("kernel", machine.kernelBytes(), "");
        int count = system.processes();
        for (int i = 0; i < count; i++) {
            ProcessStatus status = system.status(i);
            memoryLine(status.name(), status.memoryBytes(), Text.grouped(status.memoryBytes() - status.usedBytes()));
        }
        memoryLine("in use", machine.memoryBytes() - machine.freeBytes(), "");
        memoryLine("free", machine.freeBytes(), "");
        memoryLine("all", machine.memoryBytes(), "");
    }

    void capabilities(int process) {
        if (process == 0) {
            Streams.writeLine("root owns all endpoints, and whatever it has given away, which it may take back");
            return;
        }
        Streams.writeLine("slot  type                name                      may");
        CapabilityStatus status = system.capability(process, 1);
        while (status != null) {
            Streams.writeLine(Text.left(Integer.toString(status.slot()), 6)
                    + Text.left(type(status), 20)
                    + Text.left(status.name(), 26)
                    + KernelNames.rights(status.rights())
                    + (status.physicalAddress() == 0 ? "" : ", at " + Text.hex(status.physicalAddress())));
            status = system.capability(process, status.slot() + 1);
        }
    }

    private static String type(CapabilityStatus status) {
        String type = KernelNames.type(status.type());
        boolean sized = status.type() == ObjectType.FRAME || status.type() == ObjectType.UNTYPED;
        return sized ? type + ' ' + status.size() : type;
    }

    private static String state(ProcessStatus status) {
        return switch (status.state()) {
            case ProcessStatus.BACKING_OFF -> "backing off";
            case ProcessStatus.ENDED -> "ended";
            case ProcessStatus.GIVEN_UP -> "given up";
            case ProcessStatus.STOPPED -> "stopped";
            case ProcessStatus.SPARE -> "spare";
            default -> KernelNames.state(status.state());
        };
    }

    private static void memoryLine(String owner, long bytes, String unused) {
        Streams.writeLine(
                Text.left(owner, NAME) + Text.right(Text.grouped(bytes), BYTES) + Text.right(unused, BYTES + 2));
    }
}
