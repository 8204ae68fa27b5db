package ristretto.sdk.system;

import java.util.ArrayList;
import java.util.List;

/**
 * A system as root and the supervisor read it: the entry {@code system} of the boot archive, which the build makes from
 * the system description. Process 0 is {@code root}, process 1 is {@code supervisor}; the supervisor starts all others
 * in this order.
 *
 * <p>Whoever holds a table that came from {@link #decode} may rely on everything that the records' documentation
 * promises: {@link TableRules} has checked it. The format belongs to one build of image and tool; it is never stored
 * for long.
 */
public record SystemTable(List<ProcessDescription> processes) {
    public static final int ROOT = 0;
    public static final int SUPERVISOR = 1;

    /** Heartbeats are bits of one notification word, of which one is kept free. */
    public static final int MAXIMUM_PROCESSES = 63;

    /** Each end of a channel has a bit in its process's notification; the lowest are the interrupts'. */
    public static final int MAXIMUM_CHANNEL_ENDS = 16;

    /** Each has a bit in its process's notification, below {@link ristretto.abi.SupervisorProtocol#MEMORY_WANTED}. */
    public static final int MAXIMUM_INTERRUPTS = 46;

    /** Entries of each list of a process. */
    public static final int MAXIMUM_LIST = 64;

    /** Of a name or an argument, as UTF-8. */
    public static final int MAXIMUM_STRING_BYTES = 1024;

    /** Each has a thread of the server's. */
    public static final int MAXIMUM_CONCURRENT_CALLS = 32;

    /** Each takes a slot. */
    public static final int MAXIMUM_RECEIVED = 16;

    static final long MAGIC = 0x31_42_54_53_59_53_2e_52L;

    /** @throws SystemTableException where the table breaks a rule */
    public byte[] encode() {
        TableRules.check(this);
        TableWriter writer = new TableWriter();
        writer.number(MAGIC);
        writer.number(processes.size());
        for (ProcessDescription process : processes) {
            writer.process(process);
        }
        return writer.bytes();
    }

    /**
     * @throws SystemTableException where the bytes are no table, or one that breaks a rule; bytes behind the table are
     * ignored
     */
    public static SystemTable decode(byte[] bytes) {
        return new TableDecoder(bytes).table();
    }

    /** Number of the process of this name, or -1. */
    public int processNamed(String name) {
        for (int i = 0; i < processes.size(); i++) {
            if (processes.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** As {@link List#indexOf}, of which the JDK's own would make the {@code equals} of every class a part of the image. */
    public static int indexOf(List<String> names, String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** All memory that two processes share: for each process, in their order, its rings, and then its channels to servers with concurrent calls. */
    public List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < processes.size(); i++) {
            for (String consumer : processes.get(i).rings()) {
                channels.add(new Channel(i, processNamed(consumer), ""));
            }
            for (String service : processes.get(i).uses()) {
                int server = providerOf(service);
                if (server >= 0 && processes.get(server).concurrentCalls() > 0) {
                    channels.add(new Channel(i, server, service));
                }
            }
        }
        return channels;
    }

    /** At how many channels this process is. */
    public int channelEnds(int number) {
        int ends = 0;
        if (!Features.channels()) {
            return ends;
        }
        for (Channel channel : channels()) {
            ends += channel.from() == number || channel.to() == number ? 1 : 0;
        }
        return ends;
    }

    /** Number of the process that provides this service, or -1. */
    public int providerOf(String service) {
        for (int i = 0; i < processes.size(); i++) {
            if (indexOf(processes.get(i).provides(), service) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
