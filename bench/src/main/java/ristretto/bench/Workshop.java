package ristretto.bench;

import java.util.List;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.abi.RootSlot;
import ristretto.abi.UserLayout;
import ristretto.sdk.DeviceRegisters;
import ristretto.sdk.kernel.AddressSpace;
import ristretto.sdk.kernel.CapTable;
import ristretto.sdk.kernel.Frame;
import ristretto.sdk.kernel.KernelLog;
import ristretto.sdk.kernel.PageTable;
import ristretto.sdk.kernel.SchedulingControl;
import ristretto.sdk.kernel.Untyped;
import ristretto.sdk.loader.Archive;
import ristretto.sdk.loader.ElfImage;
import ristretto.sdk.loader.Grants;
import ristretto.sdk.loader.ProcessBuilder;
import ristretto.sdk.loader.ProcessPlan;
import ristretto.sdk.loader.SlotRange;
import ristretto.sdk.system.Authority;
import ristretto.sdk.system.LifeCycle;
import ristretto.sdk.system.MemoryNeeds;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.Restart;
import ristretto.sdk.system.Schedule;

/** What a program that is a machine's first process, without supervisor, needs to make kernel objects and start others. */
public final class Workshop {
    private static final long PAGE = 4096;
    private static final long POWER = 0x10_0000;
    private static final int TABLE_SLOTS = 256;
    private static final long SECOND = 1_000_000_000L;

    public final CapTable own = new CapTable(RootSlot.CAP_TABLE);
    public final AddressSpace space = new AddressSpace(RootSlot.ADDRESS_SPACE);
    public final Untyped memory = new Untyped(RootSlot.UNTYPED);
    public final SchedulingControl scheduling = new SchedulingControl(RootSlot.SCHEDULING_CONTROL);
    public final KernelLog log = new KernelLog(RootSlot.KERNEL_LOG);
    private final SlotRange slots = new SlotRange(RootSlot.FIRST_FREE, RootSlot.SLOTS - RootSlot.FIRST_FREE);
    private final Archive archive = Archive.ofThisProcess();
    private long devicesAt = UserLayout.IMAGE - PAGE;

    /** A new object; answers its slot. */
    public int make(int type, long size) {
        int slot = slots.take();
        memory.retype(type, size, own, slot, 1);
        return slot;
    }

    public int freeSlot() {
        return slots.take();
    }

    /** A started process of an image in the archive, whose table is large enough for more than what it is given. */
    public ProcessBuilder start(String image, Grants grants, int replies, int faultEndpoint, int priority) {
        ProcessPlan plan = plan(image, replies, priority);
        Untyped untyped = new Untyped(make(ObjectType.UNTYPED, plan.bytes(TABLE_SLOTS)));
        ProcessBuilder builder = new ProcessBuilder(own, untyped, slots.part(plan.slots()), plan, TABLE_SLOTS);
        start(builder, grants, faultEndpoint);
        return builder;
    }

    /** What a process of an image in the archive needs. */
    public ProcessPlan plan(String image, int replies, int priority) {
        ProcessDescription description = new ProcessDescription(
                image,
                image,
                new MemoryNeeds(16 * PAGE, 4 * PAGE, 0),
                new Schedule(priority, 10 * SECOND, 10 * SECOND),
                new LifeCycle(Restart.NEVER, 0, 0, 0, 0, 0, false, ""),
                new Authority(false, false, false, false),
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of());
        return new ProcessPlan(new ElfImage(archive, image), description, replies);
    }

    /** Starts what has its objects already. */
    public void start(ProcessBuilder builder, Grants grants, int faultEndpoint) {
        builder.loadImage(new Frame(RootSlot.ARCHIVE));
        builder.grantOwn(grants, Rights.RECEIVE | Rights.SEND);
        int logSlot = grants.capability("own", "log", RootSlot.KERNEL_LOG, Rights.ALL, 0);
        builder.start(
                grants,
                0,
                0,
                logSlot,
                faultEndpoint,
                scheduling,
                scheduling.inspect().ticksPerSecond());
    }

    /** A range of slots of the own table. */
    public SlotRange slots(int count) {
        return slots.part(count);
    }

    /** The first page of a device's registers. */
    public DeviceRegisters device(long physicalAddress) {
        Frame registers = new Frame(RootSlot.DEVICES).derive(physicalAddress, PAGE, memory, own, slots.take());
        mapAt(registers, devicesAt, Frame.READ_WRITE);
        DeviceRegisters device = new DeviceRegisters(devicesAt, (int) PAGE);
        devicesAt -= PAGE;
        return device;
    }

    public void mapAt(Frame frame, long address, int rights) {
        while (!frame.map(space, address, rights)) {
            new PageTable(make(ObjectType.PAGE_TABLE, 0)).map(space, address);
        }
    }

    /** Ends the machine with this exit code. */
    public void off(int exitCode) {
        device(POWER).storeInt(0, exitCode == 0 ? 0x5555 : (exitCode & 0xff) << 16 | 0x3333);
    }
}
