package ristretto.tool.description;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ristretto.sdk.system.DeviceGrant;
import ristretto.sdk.system.InterruptGrant;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.Restart;
import ristretto.sdk.system.SystemTable;

/**
 * Root's heap follows from the description: what it allocates is the system's table, first as bytes and then as objects, what it makes the supervisor of, and what each restart of that leaves until the next collection.
 * {@code RootHeapTest} holds the figures against booted systems.
 */
final class RootHeap {
    private static final long PAGE = 4096;
    private static final long OTHER_BYTES = 5 << 10;
    /** A second builder of the supervisor beside the first one, and reasons and traces of ends. */
    private static final long BYTES_OF_RESTARTS = 14 << 10;

    private static final long BYTES_OF_A_PROCESS = 1280;
    /** Of a name, argument, device or interrupt; a character takes two bytes more. */
    private static final long BYTES_OF_A_TEXT = 192;

    private RootHeap() {}

    /** The least that is enough, in whole pages. */
    static long leastBytes(List<ProcessDescription> processes) {
        boolean restarts = processes.get(SystemTable.SUPERVISOR).lifeCycle().restart() != Restart.NEVER;
        long bytes = OTHER_BYTES + (restarts ? BYTES_OF_RESTARTS : 0);
        for (ProcessDescription process : processes) {
            bytes += BYTES_OF_A_PROCESS + textBytes(process);
        }
        return bytes + PAGE - 1 & -PAGE;
    }

    /** What the names, arguments, devices and interrupts in the lists of a process take. */
    static long textBytes(ProcessDescription process) {
        return texts(process)
                .mapToLong(text -> BYTES_OF_A_TEXT + 2L * text.length())
                .sum();
    }

    /** The processes, with as much for root as they need where its table says nothing. What it says must be enough. */
    static List<ProcessDescription> derive(Section root, List<ProcessDescription> processes) {
        long least = leastBytes(processes);
        long heap = processes.get(SystemTable.ROOT).memory().heapBytes();
        if (!root.has(ProcessKeys.HEAP)) {
            return with(least, processes);
        }
        if (heap < least && !root.isWrong(ProcessKeys.HEAP)) {
            root.problem(
                    ProcessKeys.HEAP,
                    "at least " + Quantity.ofBytes(least) + ", or nothing, for " + processes.size() + " processes",
                    Quantity.ofBytes(heap));
        }
        return processes;
    }

    /** The same processes, with a heap of root's of at least so much as they need now. */
    static List<ProcessDescription> grown(List<ProcessDescription> processes) {
        long heap = processes.get(SystemTable.ROOT).memory().heapBytes();
        return with(Math.max(heap, leastBytes(processes)), processes);
    }

    private static List<ProcessDescription> with(long heapBytes, List<ProcessDescription> processes) {
        List<ProcessDescription> all = new ArrayList<>(processes);
        all.set(SystemTable.ROOT, processes.get(SystemTable.ROOT).withHeap(heapBytes));
        return all;
    }

    private static Stream<String> texts(ProcessDescription process) {
        return Stream.of(
                        process.provides(),
                        process.uses(),
                        process.rings(),
                        process.arguments(),
                        process.versions(),
                        List.of(process.streams()),
                        List.of(process.lifeCycle().group()),
                        process.devices().stream().map(DeviceGrant::name).toList(),
                        process.interrupts().stream().map(InterruptGrant::name).toList())
                .flatMap(List::stream)
                .filter(text -> !text.isEmpty());
    }
}
