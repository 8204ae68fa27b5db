package ristretto.sdk.loader;

import ristretto.abi.UserLayout;
import ristretto.sdk.system.DeviceGrant;
import ristretto.sdk.system.ProcessDescription;

/**
 * Where everything of a process lies in its address space, and what it costs: image, stack between two unmapped pages,
 * heap, startup page, message page, devices; for the supervisor the boot archive too. Computed before anything is
 * built, so that what does not fit is refused as a whole.
 */
public final class ProcessPlan {
    /** Kernel objects of every process: table, space, thread, scheduling context, notification. */
    static final int OBJECTS = 5;

    private static final int FRAMES_OF_EVERY_PROCESS = 2;
    /** More than the kernel takes for the descriptors of objects beside their pages: of most, and of the thread. */
    private static final long DESCRIPTOR_BYTES = 128;

    private static final long THREAD_BYTES = 2048;
    private static final long SLOT_BYTES = 64;
    private static final long GIBIBYTE = 1 << 30;

    private final ElfImage image;
    private final ProcessDescription process;
    private final int replies;
    private final long[] deviceAddresses;
    private final long end;
    private final long archiveEnd;
    final long stackLow;
    final long stackHigh;
    final long heapStart;
    final long heapEnd;
    final long startupPage;
    final long messagePage;

    /** @param archiveBytes of the boot archive that it is to see; 0: none */
    public ProcessPlan(ElfImage image, ProcessDescription process, int replies, long archiveBytes) {
        this.archiveEnd = UserLayout.ARCHIVE + archiveBytes;
        this.image = image;
        this.process = process;
        this.replies = replies;
        stackLow = image.end() + Pages.SIZE;
        stackHigh = stackLow + process.memory().stackBytes();
        heapStart = stackHigh + Pages.SIZE;
        heapEnd = heapStart + process.memory().heapBytes();
        startupPage = heapEnd;
        messagePage = startupPage + Pages.SIZE;
        long next = messagePage + Pages.SIZE;
        deviceAddresses = new long[process.devices().size()];
        for (int i = 0; i < deviceAddresses.length; i++) {
            deviceAddresses[i] = next + Pages.SIZE;
            next = deviceAddresses[i] + process.devices().get(i).bytes();
        }
        end = next;
    }

    public ElfImage image() {
        return image;
    }

    public ProcessDescription process() {
        return process;
    }

    public int replies() {
        return replies;
    }

    public long deviceAddress(int number) {
        return deviceAddresses[number];
    }

    /** Capabilities that its builder derives from the notification: for the heartbeat, and for each interrupt. */
    public int signals() {
        return 1 + process.interrupts().size();
    }

    /** Slots of the builder's table that one life takes. */
    public int slots() {
        return OBJECTS + replies + signals() + pageTables() + frames();
    }

    /** Memory that one life takes at most, in whole pages, if the process's table has so many slots. */
    public long bytes(int tableSlots) {
        long pages = 0;
        for (Segment segment : image.segments()) {
            pages += segment.writable() ? segment.end() - segment.virtualAddress() : 0;
        }
        pages += stackHigh - stackLow + heapEnd - heapStart + 2 * Pages.SIZE;
        pages += (1 + pageTables()) * Pages.SIZE;
        return pages + Pages.up(tableSlots * SLOT_BYTES + slots() * DESCRIPTOR_BYTES + THREAD_BYTES);
    }

    private int pageTables() {
        return Pages.pieces(0, end) + (int) (end / GIBIBYTE) + 1 + Pages.pieces(UserLayout.ARCHIVE, archiveEnd);
    }

    private int frames() {
        int frames = FRAMES_OF_EVERY_PROCESS + Pages.pieces(stackLow, stackHigh) + Pages.pieces(heapStart, heapEnd);
        for (Segment segment : image.segments()) {
            frames += Pages.pieces(segment.virtualAddress(), segment.end());
        }
        for (int i = 0; i < deviceAddresses.length; i++) {
            DeviceGrant device = process.devices().get(i);
            frames += Pages.pieces(deviceAddresses[i], deviceAddresses[i] + device.bytes());
        }
        return frames + Pages.pieces(UserLayout.ARCHIVE, archiveEnd);
    }
}
