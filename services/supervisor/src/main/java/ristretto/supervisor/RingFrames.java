package ristretto.supervisor;

import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.sdk.Notification;
import ristretto.sdk.Startup;
import ristretto.sdk.kernel.Frame;
import ristretto.sdk.loader.Grants;
import ristretto.sdk.loader.ProcessBuilder;
import ristretto.sdk.ring.RingLayout;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.SystemTable;

/**
 * All rings of the system: frames and notifications, which outlive the processes at their ends. The supervisor maps none of the frames; all it does
 * with them is to count there which lives have ended.
 */
final class RingFrames {
    /** Bit of a process's first ring end; the others follow downwards. The one above is the heartbeat's. */
    private static final long FIRST_BIT = 1L << 62;

    private final Resources resources;
    private final SystemTable table;
    /** For each process at a ring two slots in a row: its notification, and what its lives are given of it. 0: none. */
    private final int[] notifications;

    /** For each ring, producer before consumer, in the order of the table: the slot of its first frame capability; the second follows. */
    private final int[] frames;
    /** For each ring: the slot of the right to wake its producer; that for its consumer follows. */
    private final int[] wakes;

    RingFrames(Resources resources, SystemTable table) {
        this.resources = resources;
        this.table = table;
        int processes = table.processes().size();
        notifications = new int[processes];
        int rings = 0;
        for (int i = 0; i < processes; i++) {
            rings += table.processes().get(i).rings().size();
            notifications[i] = table.ringEnds(i) == 0 ? 0 : resources.twice(ObjectType.NOTIFICATION, 0);
        }
        frames = new int[rings];
        wakes = new int[rings];
        int[] ends = new int[processes];
        int ring = 0;
        for (int producer = 0; producer < processes; producer++) {
            for (String name : table.processes().get(producer).rings()) {
                int consumer = table.processNamed(name);
                frames[ring] = resources.twice(ObjectType.FRAME, RingLayout.BYTES);
                wakes[ring] = resources.slots.take(2);
                mintWake(wakes[ring], producer, ends[producer]++);
                mintWake(wakes[ring] + 1, consumer, ends[consumer]++);
                ring++;
            }
        }
    }

    /** Slot of the notification for this process's lives; 0: each life has its own. */
    int notificationOf(int process) {
        return notifications[process] == 0 ? 0 : notifications[process] + 1;
    }

    /** Gives a new life all its ends. */
    void connect(int process, ProcessBuilder builder, Grants grants) {
        int end = 0;
        int ring = 0;
        for (ProcessDescription producer : table.processes()) {
            for (String consumer : producer.rings()) {
                if (producer == table.processes().get(process)) {
                    long address = builder.mapRing(new Frame(frames[ring]), end++);
                    grants.value(Startup.RING_TO, consumer, address);
                    grants.capability(Startup.RING_TO_WAKE, consumer, wakes[ring] + 1, Rights.SEND, 0);
                } else if (table.processNamed(consumer) == process) {
                    long address = builder.mapRing(new Frame(frames[ring] + 1), end++);
                    grants.value(Startup.RING_FROM, producer.name(), address);
                    grants.capability(Startup.RING_FROM_WAKE, producer.name(), wakes[ring], Rights.SEND, 0);
                }
                ring++;
            }
        }
    }

    /** A life is over, its memory is free: takes back what it was given of its notification. */
    void disconnect(int process) {
        if (notifications[process] != 0) {
            resources.own.revoke(notifications[process] + 1);
        }
    }

    /** Tells the other ends that a life of this process is over. */
    void ended(int process) {
        int ring = 0;
        for (ProcessDescription producer : table.processes()) {
            for (String consumer : producer.rings()) {
                if (producer == table.processes().get(process)) {
                    count(frames[ring], RingLayout.PRODUCER_ENDS, wakes[ring] + 1);
                } else if (table.processNamed(consumer) == process) {
                    count(frames[ring], RingLayout.CONSUMER_ENDS, wakes[ring]);
                }
                ring++;
            }
        }
    }

    private static void count(int frame, int word, int wake) {
        Frame ring = new Frame(frame);
        long ends = ring.read(8L * word) + 1;
        byte[] bytes = new byte[8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (ends >> 8 * i);
        }
        ring.write(8L * word, bytes, bytes.length);
        new Notification(wake).signal();
    }

    private void mintWake(int slot, int process, int end) {
        resources.own.mint(slot, resources.own, notifications[process], Rights.SEND, FIRST_BIT >>> end);
    }
}
