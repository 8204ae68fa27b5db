package ristretto.tool.description;

import java.util.List;
import ristretto.sdk.loader.Connections;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.Restart;
import ristretto.sdk.system.SystemTable;

/**
 * The supervisor's heap has room for the system's table, and for what the supervisor keeps of each process: its plan, and by name all that it is given. One without that cannot start, and the machine ends before anything is said on a
 * console. {@code SupervisorHeapTest} holds the figures against booted systems.
 */
final class SupervisorHeap {
    private static final long PAGE = 4096;
    private static final long OTHER_BYTES = 6 << 10;
    /** What the one before has written down, and its last reports. */
    private static final long BYTES_OF_RESTARTS = 6 << 10;

    private static final long BYTES_OF_A_PROCESS = 2688;
    /** A capability or value, with its name. */
    private static final long BYTES_OF_A_GRANT = 96;

    private static final int GRANTS_OF_A_STATE = 2;
    private static final int GRANTS_OF_A_CHANNEL = 3;
    /** The plan of another version is as large as so many. */
    private static final int GRANTS_OF_A_VERSION = 6;

    private SupervisorHeap() {}

    static void check(Section supervisor, SystemTable table) {
        long least = leastBytes(table);
        long heap = table.processes().get(SystemTable.SUPERVISOR).memory().heapBytes();
        if (heap < least && !supervisor.isWrong(ProcessKeys.HEAP)) {
            supervisor.problem(
                    ProcessKeys.HEAP,
                    "at least " + Quantity.ofBytes(least) + " for "
                            + table.processes().size() + " processes",
                    Quantity.ofBytes(heap));
        }
    }

    /** The least that is enough, in whole pages. */
    private static long leastBytes(SystemTable table) {
        List<ProcessDescription> processes = table.processes();
        boolean restarts = processes.get(SystemTable.SUPERVISOR).lifeCycle().restart() != Restart.NEVER;
        long bytes = OTHER_BYTES + (restarts ? BYTES_OF_RESTARTS : 0);
        for (int i = 0; i < processes.size(); i++) {
            bytes += BYTES_OF_A_PROCESS + RootHeap.textBytes(processes.get(i)) + BYTES_OF_A_GRANT * grants(table, i);
        }
        return bytes + PAGE - 1 & -PAGE;
    }

    private static long grants(SystemTable table, int number) {
        ProcessDescription process = table.processes().get(number);
        return Connections.replies(table, number)
                + process.provides().size()
                + process.uses().size()
                + process.devices().size()
                + process.interrupts().size()
                + (process.streams().isEmpty() ? 0 : 1)
                + (process.memory().stateBytes() > 0 ? GRANTS_OF_A_STATE : 0)
                + GRANTS_OF_A_CHANNEL * table.channelEnds(number)
                + GRANTS_OF_A_VERSION * process.versions().size();
    }
}
