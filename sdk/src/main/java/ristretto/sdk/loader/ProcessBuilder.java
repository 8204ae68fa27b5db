package ristretto.sdk.loader;

import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.abi.StartupPage;
import ristretto.sdk.Startup;
import ristretto.sdk.kernel.AddressSpace;
import ristretto.sdk.kernel.CapTable;
import ristretto.sdk.kernel.Frame;
import ristretto.sdk.kernel.PageTable;
import ristretto.sdk.kernel.SchedulingControl;
import ristretto.sdk.kernel.ThreadControl;
import ristretto.sdk.kernel.Untyped;
import ristretto.sdk.system.DeviceGrant;
import ristretto.sdk.system.Features;
import ristretto.sdk.system.Schedule;

/**
 * Builds one process inside one Untyped: everything that the process is made of is a child of it, so that revoking it
 * ends the process without a trace, and the same builder's capabilities can build the next life in the same memory.
 *
 * <p>Text and constants are mapped from the boot archive and shared by all; data is copied, everything else is zero.
 */
public final class ProcessBuilder {
    private static final long COPY_BYTES = 16 << 10;
    /** Place of the thread among the slots of a process that has a table of its own: behind that and the address space. */
    private static final int THREAD = 2;

    private final CapTable own;
    private final Untyped memory;
    private final SlotRange slots;
    private final ProcessPlan plan;
    private final CapTable table;
    private final AddressSpace space;
    private final ThreadControl thread;
    private final int schedulingContext;
    private final int notification;
    private final int[] stackFrames;
    /** Its table outlives it, and keeps what a life before it was given. */
    private final boolean hasLastingTable;
    /** It has been built already, by an earlier life of the process that builds. */
    private final boolean isThere;

    /**
     * Makes the process's kernel objects; its capability table is empty and its thread is suspended.
     *
     * @param own the table of the process that builds
     * @param memory free memory of at least {@code plan.bytes}
     * @param slots free slots, at least {@code plan.slots}
     * @param tableSlots size of the new process's table
     */
    public ProcessBuilder(CapTable own, Untyped memory, SlotRange slots, ProcessPlan plan, int tableSlots) {
        this(own, memory, slots, plan, tableSlots, 0);
    }

    /** @param lasting slot of the process's notification, if that is to outlive the process; 0: it is made */
    public ProcessBuilder(
            CapTable own, Untyped memory, SlotRange slots, ProcessPlan plan, int tableSlots, int lasting) {
        this(own, memory, slots, plan, tableSlots, null, lasting, false);
    }

    /**
     * A process whose table and notification outlive it: what they have of an earlier life they keep, if it is not gone with that one.
     */
    public ProcessBuilder(
            CapTable own, Untyped memory, SlotRange slots, ProcessPlan plan, CapTable lastingTable, int notification) {
        this(own, memory, slots, plan, 0, lastingTable, notification, false);
    }

    /**
     * A process that an earlier life of the one that builds has built, from the same plan, memory and slots, and that runs. All is to be called as when it is built, and nothing is done, but
     * afterwards it is known what lies where.
     */
    public static ProcessBuilder adopt(
            CapTable own, Untyped memory, SlotRange slots, ProcessPlan plan, int tableSlots, int lasting) {
        return new ProcessBuilder(own, memory, slots, plan, tableSlots, null, lasting, true);
    }

    private ProcessBuilder(
            CapTable own,
            Untyped memory,
            SlotRange slots,
            ProcessPlan plan,
            int tableSlots,
            CapTable lastingTable,
            int lasting,
            boolean isThere) {
        this.own = own;
        this.memory = memory;
        this.slots = slots;
        this.plan = plan;
        this.isThere = isThere;
        hasLastingTable = lastingTable != null;
        table = hasLastingTable ? lastingTable : new CapTable(make(ObjectType.CAP_TABLE, tableSlots, 1));
        space = new AddressSpace(make(ObjectType.ADDRESS_SPACE, 0, 1));
        thread = new ThreadControl(make(ObjectType.THREAD, 0, 1));
        schedulingContext = make(ObjectType.SCHEDULING_CONTEXT, 0, 1);
        notification = lasting == 0 ? make(ObjectType.NOTIFICATION, 0, 1) : lasting;
        stackFrames = new int[Pages.pieces(plan.stackLow, plan.stackHigh)];
        for (int i = 0; i < stackFrames.length; i++) {
            stackFrames[i] = slots.take();
        }
    }

    /** Whether it has been built already, see {@link #adopt}. */
    public boolean isThere() {
        return Features.supervisorRestarts() && isThere;
    }

    /** Where a builder that has these slots puts the thread. */
    public static int threadSlot(SlotRange slots) {
        return slots.first() + THREAD;
    }

    public CapTable table() {
        return table;
    }

    public AddressSpace space() {
        return space;
    }

    public ThreadControl thread() {
        return thread;
    }

    public int schedulingContextSlot() {
        return schedulingContext;
    }

    public int notificationSlot() {
        return notification;
    }

    /** Gives the process what it has by being one: its notification and Reply objects. */
    public void grantOwn(Grants grants, int notificationRights) {
        grants.capability(Startup.OWN, "notification", notification, notificationRights, 0);
        if (plan.replies() > 0) {
            int first = make(ObjectType.REPLY, 0, plan.replies());
            int slot = grants.capability(Startup.OWN, "reply", first, Rights.CONTROL, 0);
            for (int i = 1; i < plan.replies(); i++) {
                grants.capability(Startup.OWN, "reply-" + (slot + i), first + i, Rights.CONTROL, 0);
            }
        }
        grants.value(Startup.OWN, "replies", plan.replies());
    }

    /** Maps the image. {@code archive} is the frame over the whole boot archive. */
    public void loadImage(Frame archive) {
        if (isThere()) {
            return;
        }
        for (Segment segment : plan.image().segments()) {
            if (segment.writable()) {
                loadData(archive, segment);
            } else {
                mapPermanent(
                        archive,
                        plan.image().archiveOffset() + segment.fileOffset(),
                        segment.virtualAddress(),
                        segment.end(),
                        segment.executable() ? Frame.READ_EXECUTE : Frame.READ_ONLY);
            }
        }
    }

    /**
     * Maps the devices that the description names, and tells the process where. {@code devices} covers all from
     * physical address 0.
     */
    public void mapDevices(Frame devices, Grants grants) {
        for (int i = 0; i < plan.process().devices().size(); i++) {
            DeviceGrant device = plan.process().devices().get(i);
            long address = plan.deviceAddress(i);
            mapPermanent(devices, device.physicalAddress(), address, address + device.bytes(), Frame.READ_WRITE);
            grants.value(Startup.DEVICE, device.name(), address);
        }
    }

    /** Shows the process the frame of its n-th channel, which no other process sees through this capability; answers where. */
    public long mapChannel(Frame frame, int number) {
        map(frame, plan.channelAddress(number), Frame.READ_WRITE);
        return plan.channelAddress(number);
    }

    /** Lets the heap of the process use the frame as its n-th part that is not its own. */
    public void lend(Frame frame, int part) {
        mapNow(frame, plan.loanAddress(part), Frame.READ_WRITE);
    }

    /** Shows the process the frame with its saved state, which no other process sees through this capability; answers where. */
    public long mapState(Frame frame) {
        map(frame, plan.stateAddress(), Frame.READ_WRITE);
        return plan.stateAddress();
    }

    /** Shows the process the frame for its devices; answers where. */
    public long mapDma(Frame frame) {
        map(frame, plan.dmaAddress(), Frame.READ_WRITE);
        return plan.dmaAddress();
    }

    /** Makes the process's buffer and shows it to it; answers its slot. */
    public int makeBuffer() {
        int slot = make(ObjectType.FRAME, plan.process().memory().bufferBytes(), 1);
        map(new Frame(slot), plan.bufferAddress(), Frame.READ_WRITE);
        return slot;
    }

    /** Shows the process the whole boot archive. */
    public void mapArchive(Frame archive) {
        mapPermanent(archive, 0, plan.archiveAddress(), plan.end(), Frame.READ_ONLY);
    }

    /** Maps a part of a permanent frame at an address. */
    public void mapPermanent(Frame source, long offset, long from, long end, int rights) {
        if (isThere()) {
            return;
        }
        for (long at = from; at < end; at = Pages.pieceEnd(at, end)) {
            long bytes = Pages.pieceEnd(at, end) - at;
            Frame piece = source.derive(offset + at - from, bytes, memory, own, slots.take());
            map(piece, at, rights);
        }
    }

    /**
     * Gives the process its stack, heap, startup page and all grants, and lets it run.
     *
     * @param supervisor slot in the new process, as {@code streams} and {@code log}; 0: none
     * @param faultEndpoint slot in the builder's table
     */
    public void start(
            Grants grants,
            int supervisor,
            int streams,
            int log,
            int faultEndpoint,
            SchedulingControl control,
            long ticksPerSecond) {
        if (isThere()) {
            passUsedSlots();
            return;
        }
        mapStack();
        mapNew(plan.image().end(), plan.heapEnd, null);
        int[] page = new int[1];
        mapNew(plan.messagePage, plan.messagePage + Pages.SIZE, page);
        final Frame messagePage = new Frame(page[0]);
        StartupPageWriter writer = new StartupPageWriter();
        writer.plan(plan, ticksPerSecond);
        writer.grants(grants.list());
        writer.word(StartupPage.SUPERVISOR, supervisor);
        writer.word(StartupPage.STREAMS, streams);
        writer.word(StartupPage.LOG, log);
        if (plan.hasStartupPage) {
            Frame startupPage = new Frame(make(ObjectType.FRAME, Pages.SIZE, 1));
            startupPage.write(0, writer.page(), writer.length());
            map(startupPage, plan.startupPage, Frame.READ_ONLY);
        } else {
            messagePage.write(StartupPage.IN_MESSAGE_PAGE, writer.page(), writer.length());
        }
        for (Grant grant : grants.list()) {
            give(grant);
        }
        Schedule schedule = plan.process().schedule();
        control.configure(schedulingContext, schedule.budgetNs(), schedule.periodNs());
        thread.configure(space, table, messagePage, faultEndpoint, schedulingContext, schedule.priority());
        thread.bindNotification(notification);
        thread.start(plan.image().entryPoint(), plan.stackHigh, plan.startupPage);
    }

    /** The word of the process's stack at this address; {@code otherwise} where there is no stack. */
    public long stackWord(long address, long otherwise) {
        if (address % 8 != 0 || address < plan.stackLow || address >= plan.stackHigh) {
            return otherwise;
        }
        int piece = Pages.pieces(plan.stackLow, address + 1) - 1;
        long start = Math.max(plan.stackLow, address & -Pages.TABLE_SPAN);
        return new Frame(stackFrames[piece]).read(address - start);
    }

    /** What it takes further slots for, later, comes behind all that it has. */
    private void passUsedSlots() {
        while (slots.next() >= 0 && own.inspect(slots.next()) != null) {
            slots.take();
        }
    }

    private void give(Grant grant) {
        if (grant.sourceSlot() == 0) {
            return;
        }
        if (Features.supervisorRestarts() && hasLastingTable && table.inspect((int) grant.value()) != null) {
            return;
        }
        if (grant.badge() == 0) {
            table.copy((int) grant.value(), own, grant.sourceSlot(), grant.rights());
        } else {
            table.mint((int) grant.value(), own, grant.sourceSlot(), grant.rights(), grant.badge());
        }
    }

    private void loadData(Frame archive, Segment segment) {
        int[] frames = new int[Pages.pieces(segment.virtualAddress(), segment.end())];
        mapNew(segment.virtualAddress(), segment.end(), frames);
        long source = plan.image().archiveOffset() + segment.fileOffset();
        long fileEnd = segment.virtualAddress() + segment.fileBytes();
        int piece = 0;
        for (long at = segment.virtualAddress(); at < fileEnd; at = Pages.pieceEnd(at, segment.end())) {
            long offset = at - segment.virtualAddress();
            long bytes = Math.min(Pages.pieceEnd(at, segment.end()), fileEnd) - at;
            Frame frame = new Frame(frames[piece++]);
            copyWords(archive, source + offset, frame, bytes & -8);
            if (bytes % 8 != 0) {
                byte[] rest = plan.image().content(segment.fileOffset() + offset + (bytes & -8), (int) bytes & 7);
                frame.write(bytes & -8, rest, rest.length);
            }
        }
    }

    private static void copyWords(Frame archive, long source, Frame target, long bytes) {
        for (long done = 0; done < bytes; done += COPY_BYTES) {
            target.copyFrom(archive, source + done, done, Math.min(COPY_BYTES, bytes - done));
        }
    }

    private void mapStack() {
        int piece = 0;
        for (long at = plan.stackLow; at < plan.stackHigh; at = Pages.pieceEnd(at, plan.stackHigh)) {
            int slot = stackFrames[piece++];
            memory.retype(ObjectType.FRAME, Pages.pieceEnd(at, plan.stackHigh) - at, own, slot, 1);
            map(new Frame(slot), at, Frame.READ_WRITE);
        }
    }

    /** Maps fresh zeroed memory, readable and writable; puts the slots of its frames into {@code frames}. */
    private void mapNew(long from, long end, int[] frames) {
        int piece = 0;
        for (long at = from; at < end; at = Pages.pieceEnd(at, end)) {
            int slot = make(ObjectType.FRAME, Pages.pieceEnd(at, end) - at, 1);
            if (frames != null) {
                frames[piece++] = slot;
            }
            map(new Frame(slot), at, Frame.READ_WRITE);
        }
    }

    private void map(Frame frame, long address, int rights) {
        if (!isThere()) {
            mapNow(frame, address, rights);
        }
    }

    private void mapNow(Frame frame, long address, int rights) {
        while (!frame.map(space, address, rights)) {
            int slot = slots.take();
            memory.retype(ObjectType.PAGE_TABLE, 0, own, slot, 1);
            new PageTable(slot).map(space, address);
        }
    }

    private int make(int type, long size, int count) {
        int slot = slots.take(count);
        if (!isThere()) {
            memory.retype(type, size, own, slot, count);
        }
        return slot;
    }
}
