package ristretto.supervisor;

import java.util.List;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.sdk.Notification;
import ristretto.sdk.Startup;
import ristretto.sdk.kernel.Frame;
import ristretto.sdk.loader.Connections;
import ristretto.sdk.loader.Grants;
import ristretto.sdk.loader.ProcessBuilder;
import ristretto.sdk.ring.RingLayout;
import ristretto.sdk.system.Channel;
import ristretto.sdk.system.SystemTable;

/**
 * All channels of the system, rings and those of calls: frames and notifications, which outlive the processes at their ends. The supervisor maps none of the frames; all it does
 * with them is to count there which lives have ended.
 */
final class ChannelFrames {
    /** Bit of a process's first ring end; the others follow downwards. The one above is the heartbeat's. */
    private static final long FIRST_BIT = 1L << 62;

    private final Resources resources;
    private final SystemTable table;
    /** For each process at a ring two slots in a row: its notification, and what its lives are given of it. 0: none. */
    private final int[] notifications;

    private final List<Channel> channels;
    /** For each channel: the slot of its first frame capability; the second follows. */
    private final int[] frames;
    /** For each channel: the slot of the right to wake the process that it comes from; that for the other one follows. */
    private final int[] wakes;

    ChannelFrames(Resources resources, SystemTable table) {
        this.resources = resources;
        this.table = table;
        channels = table.channels();
        int processes = table.processes().size();
        notifications = new int[processes];
        for (int i = 0; i < processes; i++) {
            notifications[i] = table.channelEnds(i) == 0 ? 0 : resources.twice(ObjectType.NOTIFICATION, 0);
        }
        frames = new int[channels.size()];
        wakes = new int[channels.size()];
        int[] ends = new int[processes];
        for (int i = 0; i < frames.length; i++) {
            Channel channel = channels.get(i);
            frames[i] = resources.twice(ObjectType.FRAME, RingLayout.BYTES);
            wakes[i] = resources.slots.take(2);
            mintWake(wakes[i], channel.from(), ends[channel.from()]++);
            mintWake(wakes[i] + 1, channel.to(), ends[channel.to()]++);
        }
    }

    /** Slot of the notification for this process's lives; 0: each life has its own. */
    int notificationOf(int process) {
        return notifications[process] == 0 ? 0 : notifications[process] + 1;
    }

    /** Gives a new life all its ends. */
    void connect(int process, ProcessBuilder builder, Grants grants) {
        int end = 0;
        for (int i = 0; i < frames.length; i++) {
            Channel channel = channels.get(i);
            if (channel.from() == process) {
                long address = builder.mapChannel(new Frame(frames[i]), end++);
                if (channel.isForCalls()) {
                    give(grants, Startup.CALLS_TO, Startup.CALLS_TO_WAKE, channel.service(), address, wakes[i] + 1);
                } else {
                    give(grants, Startup.RING_TO, Startup.RING_TO_WAKE, name(channel.to()), address, wakes[i] + 1);
                }
            } else if (channel.to() == process) {
                long address = builder.mapChannel(new Frame(frames[i] + 1), end++);
                if (channel.isForCalls()) {
                    grants.value(
                            Startup.CALLS_FROM_BADGE,
                            channel.service(),
                            Connections.badge(table, channel.from(), channel.service()));
                    give(grants, Startup.CALLS_FROM, Startup.CALLS_FROM_WAKE, channel.service(), address, wakes[i]);
                } else {
                    give(grants, Startup.RING_FROM, Startup.RING_FROM_WAKE, name(channel.from()), address, wakes[i]);
                }
            }
        }
    }

    private static void give(Grants grants, String kind, String wakeKind, String name, long address, int wake) {
        grants.value(kind, name, address);
        grants.capability(wakeKind, name, wake, Rights.SEND, 0);
    }

    private String name(int process) {
        return table.processes().get(process).name();
    }

    /** A life is over, its memory is free: takes back what it was given of its notification. */
    void disconnect(int process) {
        if (notifications[process] != 0) {
            resources.own.revoke(notifications[process] + 1);
        }
    }

    /** Tells the other ends that a life of this process is over, and how much it had taken. */
    void ended(int process) {
        for (int i = 0; i < frames.length; i++) {
            Channel channel = channels.get(i);
            if (channel.from() == process) {
                count(frames[i], RingLayout.PRODUCER_ENDS, wakes[i] + 1);
            } else if (channel.to() == process) {
                Frame frame = new Frame(frames[i]);
                write(frame, RingLayout.TAKEN, frame.read(8L * RingLayout.HEAD));
                count(frames[i], RingLayout.CONSUMER_ENDS, wakes[i]);
            }
        }
    }

    private static void count(int frame, int word, int wake) {
        Frame ring = new Frame(frame);
        write(ring, word, ring.read(8L * word) + 1);
        new Notification(wake).signal();
    }

    private static void write(Frame frame, int word, long value) {
        byte[] bytes = new byte[8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (value >> 8 * i);
        }
        frame.write(8L * word, bytes, bytes.length);
    }

    private void mintWake(int slot, int process, int end) {
        resources.mint(slot, notifications[process], FIRST_BIT >>> end);
    }
}
