package ristretto.tool.description;

import java.util.List;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.SystemTable;

/**
 * A server with concurrent calls has a heap, with what that may borrow, in which all of them can wait at once: where one finds no memory for its stack the server ends. Each
 * takes a stack of 16 KiB, a message of 1 KiB and the descriptions of both, with a 27th more for the collector's maps (measured: 16.8 KiB, where no call needs a message, and 14 KiB beside). Stacks are larger in heaps of more than 16 MiB, where as many as there can be
 * take no more than the half.
 */
final class ServerHeap {
    private static final long BYTES_OF_A_CALL = 18 << 10;
    /** For the loop's own objects, and where gaps are too small for a stack. What an implementation keeps is beyond that. */
    private static final long OTHER_BYTES = 16 << 10;

    private static final long PAGE = 4096;

    private ServerHeap() {}

    static void check(List<Section> sections, List<ProcessDescription> processes, SystemTable table) {
        for (int i = 0; i < processes.size(); i++) {
            ProcessDescription process = processes.get(i);
            long calls = (long) process.concurrentCalls() * clients(i, table);
            long least = calls * BYTES_OF_A_CALL + OTHER_BYTES + PAGE - 1 & -PAGE;
            long has = process.memory().heapBytes() + process.memory().loanBytes();
            if (calls > 0 && has < least && !sections.get(i).isWrong(ProcessKeys.HEAP)) {
                sections.get(i)
                        .problem(
                                ProcessKeys.HEAP,
                                "at least " + Quantity.ofBytes(least)
                                        + (process.memory().loanBytes() > 0 ? " with what it may borrow" : "")
                                        + ", where " + calls + " concurrent calls may wait",
                                Quantity.ofBytes(has));
            }
        }
    }

    /** One that uses several services of the server has a channel, and so many calls, for each. */
    private static long clients(int server, SystemTable table) {
        return table.channels().stream()
                .filter(channel -> channel.to() == server && channel.isForCalls())
                .count();
    }
}
