package ristretto.sdk.loader;

import ristretto.abi.ObjectBytes;
import ristretto.abi.StartupPage;
import ristretto.abi.SupervisorProtocol;
import ristretto.sdk.ring.RingLayout;
import ristretto.sdk.state.StateLayout;
import ristretto.sdk.system.DeviceGrant;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.SystemTable;

/**
 * Where everything of a process lies in its address space, and what it costs: image, heap, which begins in the image's
 * last page, room for what it may borrow, stack above an unmapped page, message page, startup page where that is one, devices; for the supervisor the boot archive too. Computed before anything is
 * built, so that what does not fit is refused as a whole.
 */
public final class ProcessPlan {
    /** Kernel objects of every process: table, space, thread, scheduling context, notification. */
    static final int OBJECTS = 5;

    /** So many bytes of arguments, and so many grants beside those of every process, have room in the message page, whatever their names. */
    private static final int FEW_ARGUMENT_BYTES = 768;

    private static final int FEW_GRANTS = 36;
    /** Its address, the right to wake the other end, and whose it is. */
    private static final int GRANTS_PER_CHANNEL = 3;

    /**
     * Its table, the first slot for what comes, and how many services; its buffer, where it is, and how large; how many
     * services its methods may return to each client, its endpoint to make them, and the slot where they leave; the
     * number of slots for what comes, and the first one for leases.
     */
    private static final int GRANTS_FOR_CAPABILITIES = 11;

    private static final long GIBIBYTE = 1 << 30;

    private final ElfImage image;
    private final ProcessDescription process;
    private final int replies;
    private final long[] deviceAddresses;
    private final long[] channelAddresses;
    private final long stateAddress;
    private final long dmaAddress;
    private final long bufferAddress;
    private final long end;
    private final long archiveBytes;
    private final long archiveAddress;
    /** Whether the heap may grow beyond {@link #heapEnd}, which is a multiple of a lent part's size then. */
    private final boolean borrows;

    final boolean hasStartupPage;
    final long stackLow;
    final long stackHigh;
    final long heapStart;
    final long heapEnd;
    final long startupPage;
    final long messagePage;

    public ProcessPlan(ElfImage image, ProcessDescription process, int replies) {
        this(image, process, replies, 0);
    }

    /** Of a process of this system, but root and the supervisor, with each of its images: first that which it starts with, then its other versions. */
    public static ProcessPlan[] ofAllVersions(Archive archive, SystemTable table, int number) {
        ProcessDescription process = table.processes().get(number);
        ProcessPlan[] plans = new ProcessPlan[1 + process.versions().size()];
        for (int i = 0; i < plans.length; i++) {
            String image = i == 0 ? process.image() : process.versions().get(i - 1);
            plans[i] = new ProcessPlan(
                    new ElfImage(archive, image),
                    process,
                    Connections.replies(table, number),
                    table.channelEnds(number));
        }
        return plans;
    }

    /** Slots of the builder's table that one life takes at most, with whichever of these. */
    public static int mostSlots(ProcessPlan[] versions) {
        int most = 0;
        for (ProcessPlan plan : versions) {
            most = Math.max(most, plan.slots());
        }
        return most;
    }

    /** @param channelEnds at how many channels it is, see {@link ristretto.sdk.system.SystemTable#channelEnds} */
    public ProcessPlan(ElfImage image, ProcessDescription process, int replies, int channelEnds) {
        this(image, process, replies, 0, GRANTS_PER_CHANNEL * channelEnds, channelEnds);
    }

    /**
     * @param archiveBytes of the boot archive that it is to see; 0: none
     * @param otherGrants how many capabilities it is given that its description does not tell of
     */
    public ProcessPlan(ElfImage image, ProcessDescription process, int replies, long archiveBytes, int otherGrants) {
        this(image, process, replies, archiveBytes, otherGrants, 0);
    }

    private ProcessPlan(
            ElfImage image,
            ProcessDescription process,
            int replies,
            long archiveBytes,
            int otherGrants,
            int channelEnds) {
        this.archiveBytes = archiveBytes;
        this.image = image;
        this.process = process;
        this.replies = replies;
        heapStart = image.dataEnd();
        long loan = archiveBytes == 0 ? process.memory().loanBytes() : 0;
        borrows = loan > 0;
        heapEnd = Pages.up(
                image.end() + process.memory().heapBytes(), borrows ? SupervisorProtocol.LENT_BYTES : Pages.SIZE);
        stackLow = heapEnd + loan + Pages.SIZE;
        stackHigh = stackLow + process.memory().stackBytes();
        messagePage = stackHigh;
        int forServices = process.receivesCapabilities() ? GRANTS_FOR_CAPABILITIES : 0;
        hasStartupPage = givesMuch(process, replies + otherGrants + forServices);
        startupPage = messagePage + (hasStartupPage ? Pages.SIZE : StartupPage.IN_MESSAGE_PAGE);
        long next = messagePage + startupPages();
        deviceAddresses = new long[process.devices().size()];
        for (int i = 0; i < deviceAddresses.length; i++) {
            deviceAddresses[i] = next + Pages.SIZE;
            next = deviceAddresses[i] + process.devices().get(i).bytes();
        }
        channelAddresses = new long[channelEnds];
        for (int i = 0; i < channelEnds; i++) {
            channelAddresses[i] = Pages.inOnePiece(next + Pages.SIZE, RingLayout.BYTES);
            next = channelAddresses[i] + RingLayout.BYTES;
        }
        long stateBytes = StateLayout.frameBytes(process.memory().stateBytes());
        stateAddress = Pages.inOnePiece(next + Pages.SIZE, stateBytes);
        next = stateBytes == 0 ? next : stateAddress + stateBytes;
        long dmaBytes = process.memory().dmaBytes();
        dmaAddress = Pages.inOnePiece(next + Pages.SIZE, dmaBytes);
        next = dmaBytes == 0 ? next : dmaAddress + dmaBytes;
        long bufferBytes = process.memory().bufferBytes();
        bufferAddress = Pages.inOnePiece(next + Pages.SIZE, bufferBytes);
        next = bufferBytes == 0 ? next : bufferAddress + bufferBytes;
        archiveAddress = next + Pages.SIZE;
        end = archiveBytes == 0 ? next : archiveAddress + archiveBytes;
    }

    private static boolean givesMuch(ProcessDescription process, int otherGrants) {
        int grants = otherGrants + process.provides().size() + process.uses().size();
        int bytes = 0;
        for (int i = 0; i < process.arguments().size(); i++) {
            bytes += 2 + 3 * process.arguments().get(i).length();
        }
        return bytes > FEW_ARGUMENT_BYTES
                || grants + process.devices().size() + process.interrupts().size() > FEW_GRANTS;
    }

    /** Bytes of the message page, and of the startup page if that is one. */
    private long startupPages() {
        return hasStartupPage ? 2 * Pages.SIZE : Pages.SIZE;
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

    /** Where it sees the boot archive; 0: nowhere. */
    long archiveAddress() {
        return archiveBytes == 0 ? 0 : archiveAddress;
    }

    /** Behind everything. */
    long end() {
        return end;
    }

    public long deviceAddress(int number) {
        return deviceAddresses[number];
    }

    /** Where it sees the frame of its n-th channel. */
    public long channelAddress(int number) {
        return channelAddresses[number];
    }

    /** Where it sees the frame with its saved state, if it has one. */
    public long stateAddress() {
        return stateAddress;
    }

    /** Where its heap finds its n-th part that is not its own. */
    public long loanAddress(int part) {
        return heapEnd + part * SupervisorProtocol.LENT_BYTES;
    }

    /** Where it sees the memory for its devices, if it has some. */
    public long dmaAddress() {
        return dmaAddress;
    }

    /** Where it sees its buffer, if it has one. */
    public long bufferAddress() {
        return bufferAddress;
    }

    /** Capabilities that its builder derives from the notification: for the heartbeat, for what it has borrowed, and for each interrupt. */
    public int signals() {
        return (borrows ? 2 : 1) + process.interrupts().size();
    }

    /** Slots of the builder's table that one life takes. */
    public int slots() {
        return OBJECTS + replies + signals() + pageTables() + frames();
    }

    /** Slots of its own table: what every process is given, and what its description adds. */
    public int tableSlots() {
        return 8
                + replies
                + process.provides().size()
                + process.uses().size()
                + process.interrupts().size()
                + slotsForCapabilities()
                + channelAddresses.length;
    }

    /** Of its own table, those in which it keeps what comes with calls and answers. */
    public int receiveSlots() {
        return Connections.receiveSlots(process.receives(), replies, channelAddresses.length);
    }

    /** Leases of its buffer that it may have given at a time, each by a slot of its own table: one with a message, and others by channels. */
    private int leases() {
        return process.memory().bufferBytes() == 0 ? 0 : 1 + Connections.MOST_RIGHTS * channelAddresses.length;
    }

    /** Its table, its buffer, what it lends of that, and those in which to receive; its endpoint, and one for what leaves. */
    private int slotsForCapabilities() {
        if (!process.receivesCapabilities()) {
            return 0;
        }
        return 2 + leases() + receiveSlots() + (process.sessions() > 0 ? 2 : 0);
    }

    /** The heap's own memory, behind the image's last page. */
    public long heapBytes() {
        return heapEnd - image.end();
    }

    /** Memory that one life takes at most, in whole pages, if the process's table has so many slots. */
    public long bytes(int tableSlots) {
        long pages = 0;
        for (Segment segment : image.segments()) {
            pages += segment.writable() ? segment.end() - segment.virtualAddress() : 0;
        }
        pages += process.memory().bufferBytes();
        pages += stackHigh - stackLow + heapEnd - image.end() + startupPages();
        pages += (1 + pageTables()) * Pages.SIZE;
        long descriptors = slots() - signals();
        return pages
                + Pages.up(ObjectBytes.THREAD
                        + ObjectBytes.SCHEDULING_CONTEXT
                        + descriptors * ObjectBytes.DESCRIPTOR
                        + tableSlots * ObjectBytes.SLOT);
    }

    private int pageTables() {
        return Pages.pieces(0, end) + (int) (end / GIBIBYTE) + 1;
    }

    private int frames() {
        int frames = (hasStartupPage ? 2 : 1) + Pages.pieces(stackLow, stackHigh) + Pages.pieces(image.end(), heapEnd);
        for (Segment segment : image.segments()) {
            frames += Pages.pieces(segment.virtualAddress(), segment.end());
        }
        for (int i = 0; i < deviceAddresses.length; i++) {
            DeviceGrant device = process.devices().get(i);
            frames += Pages.pieces(deviceAddresses[i], deviceAddresses[i] + device.bytes());
        }
        frames += process.memory().bufferBytes() > 0 ? 1 : 0;
        return frames + (archiveBytes == 0 ? 0 : Pages.pieces(archiveAddress, end));
    }
}
