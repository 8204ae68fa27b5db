package ristretto.tool.image;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import ristretto.abi.ArchiveLayout;
import ristretto.abi.ObjectBytes;
import ristretto.abi.SupervisorProtocol;
import ristretto.abi.UserLayout;
import ristretto.compiler.link.ElfImage;
import ristretto.desk.PlacedArchive;
import ristretto.sdk.loader.Archive;
import ristretto.sdk.loader.ProcessPlan;
import ristretto.sdk.loader.Segment;
import ristretto.sdk.loader.SupervisorPlan;
import ristretto.sdk.ring.RingLayout;
import ristretto.sdk.state.StateLayout;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.SystemTable;
import ristretto.tool.description.SystemDescription;

/**
 * The physical memory of a machine that has booted, from its begin to its end, without gap. It follows from the images, by the kernel's order up to where root's memory begins, and by the loader's own
 * plans from there on. Where the supervisor puts the memory of a process in its quota is its own affair, so those regions have no address.
 */
public record MemoryMap(List<Region> regions) {
    private static final long PAGE = UserLayout.PAGE;
    private static final long MEMORY = 0x8000_0000L;
    private static final long TABLE_SPAN = 2 << 20;
    /** A lent part's memory, and the descriptor of the frame that is made of it. */
    private static final long PART_BYTES = SupervisorProtocol.LENT_BYTES + PAGE;

    private static final int UNTYPED_DESCRIPTOR = 104;
    /** What the kernel makes for root before its pages: table, descriptors of its address space, four frames, and all memory that is left. */
    private static final long OBJECTS_OF_ROOT =
            ObjectBytes.THREAD + ObjectBytes.SCHEDULING_CONTEXT + 5 * ObjectBytes.DESCRIPTOR + UNTYPED_DESCRIPTOR;

    /** Root's, beside the endpoint of each server: of its own endpoint and Reply, the power switch, the supervisor's memory and what outlives it, endpoint and objects. */
    private static final int FEW_DESCRIPTORS = 13;

    /** What root keeps for the descriptors of the memory that it divides. */
    private static final long RESERVE = 128;

    /**
     * @param address physical, as 0x80200000; null: somewhere in the supervisor's quota
     * @param owner the process whose it is; "kernel"; "firmware"; "" of what nobody has
     */
    public record Region(String name, String owner, String address, long bytes, List<Part> parts) {}

    /** @param bytes of a region, in the order in which they lie there where the region has an address */
    public record Part(String name, long bytes) {}

    /** @param entries of the archive, in their order */
    public static MemoryMap of(SystemDescription system, byte[] kernel, Collection<String> entries, byte[] archive) {
        try (PlacedArchive placed = new PlacedArchive(archive)) {
            return new Layout(system, new Archive(PlacedArchive.ADDRESS)).write(kernel, entries);
        }
    }

    /** All bytes of regions of this owner. */
    public long bytesOf(String owner) {
        return regions.stream()
                .filter(region -> region.owner().equals(owner))
                .mapToLong(Region::bytes)
                .sum();
    }

    /** Of the region of this name, of which there is one. */
    public long bytesOfRegion(String name) {
        return regions.stream()
                .filter(region -> region.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no region " + name))
                .bytes();
    }

    /** All that the supervisor divides, and has left. */
    public long quotaBytes() {
        return regions.stream()
                .filter(region -> region.address() == null)
                .mapToLong(Region::bytes)
                .sum();
    }

    private static final class Layout {
        private final SystemDescription system;
        private final SystemTable table;
        private final Archive archive;
        private final List<Region> regions = new ArrayList<>();
        private long next = MEMORY;

        Layout(SystemDescription system, Archive archive) {
            this.system = system;
            this.archive = archive;
            table = system.table();
        }

        MemoryMap write(byte[] kernel, Collection<String> entries) {
            List<ElfImage.Segment> segments = new ElfImage(kernel)
                    .segments().stream()
                            .filter(segment -> segment.type() == ElfImage.LOAD && segment.memoryBytes() > 0)
                            .toList();
            if (segments.getFirst().physicalAddress() > MEMORY) {
                here("firmware", "firmware", segments.getFirst().physicalAddress() - MEMORY, List.of());
            }
            for (ElfImage.Segment segment : segments) {
                next = segment.physicalAddress();
                here(name(segment), "kernel", up(segment.memoryBytes()), List.of());
            }
            here("boot archive", "kernel", up(archive.totalBytes()), parts(entries));
            root();
            supervisor();
            quota();
            return new MemoryMap(List.copyOf(regions));
        }

        private static String name(ElfImage.Segment segment) {
            if ((segment.flags() & ElfImage.EXECUTE) != 0) {
                return "kernel text";
            }
            return (segment.flags() & ElfImage.WRITE) != 0 ? "kernel data" : "kernel constants";
        }

        private List<Part> parts(Collection<String> entries) {
            List<Part> parts = new ArrayList<>();
            long before = 0;
            String name = "directory";
            for (String entry : entries) {
                long offset = archive.offset(archive.entry(entry));
                if (offset >= PAGE) {
                    parts.add(new Part(name, offset - before));
                    before = offset;
                    name = entry.equals(ArchiveLayout.SYSTEM) ? "system table" : "image " + entry;
                }
            }
            parts.add(new Part(name, up(archive.totalBytes()) - before));
            return parts;
        }

        /** As the kernel makes it: objects behind the archive, then page by page. */
        private void root() {
            ristretto.sdk.loader.ElfImage image = new ristretto.sdk.loader.ElfImage(archive, ArchiveLayout.ROOT);
            ProcessDescription root = table.processes().get(SystemTable.ROOT);
            long objects = up(OBJECTS_OF_ROOT + (long) archive.rootSlots() * ObjectBytes.SLOT);
            long data = 0;
            for (Segment segment : image.segments()) {
                data += segment.writable() ? segment.end() - segment.virtualAddress() : 0;
            }
            long heap = root.memory().heapBytes();
            long stack = root.memory().stackBytes();
            // A page that is not mapped is below stack, heap, message page and archive.
            long end = image.end() + stack + heap + 5 * PAGE + up(archive.totalBytes());
            long tables = (2 + (end - 1) / TABLE_SPAN - UserLayout.IMAGE / TABLE_SPAN + 1) * PAGE;
            here(
                    "root",
                    "root",
                    objects + data + heap + stack + PAGE + tables,
                    List.of(
                            new Part("kernel objects", objects),
                            new Part("page tables", tables),
                            new Part("data", data),
                            new Part("stack", stack),
                            new Part("heap", heap),
                            new Part("messages", PAGE)));
        }

        private void supervisor() {
            SupervisorPlan plan = new SupervisorPlan(archive, table);
            here("supervisor", "supervisor", plan.lifeBytes(), parts(plan.process(), plan.lifeBytes()));
            if (plan.isRestarted()) {
                here("supervisor's table and journal", "supervisor", plan.lastingBytes(), List.of());
            }
        }

        /** What is behind the supervisor is its quota, but for what root keeps at the end of memory. */
        private void quota() {
            List<ProcessDescription> processes = table.processes();
            long end = MEMORY + system.memoryBytes() - archive.keptBytes();
            long descriptors = up(RESERVE + (long) (FEW_DESCRIPTORS + processes.size()) * ObjectBytes.DESCRIPTOR);
            long limit = processes.get(SystemTable.SUPERVISOR).memory().totalBytes();
            long quota = end - descriptors - next;
            quota = limit == 0 ? quota : Math.min(quota, limit);
            long before = taken();
            for (int i = SystemTable.SUPERVISOR + 1; i < processes.size(); i++) {
                process(i);
            }
            int channels = table.channels().size();
            if (channels > 0) {
                region("rings and calls", "supervisor", (long) channels * RingLayout.BYTES, List.of());
            }
            long lent = processes.get(SystemTable.SUPERVISOR).memory().loanBytes();
            if (lent > 0) {
                region("to be lent", "supervisor", lent / SupervisorProtocol.LENT_BYTES * PART_BYTES, List.of());
            }
            region("kernel's descriptors of it", "supervisor", descriptors(), List.of());
            region("left", "", quota - (taken() - before), List.of());
            next += quota;
            here("what root keeps", "root", end - next, List.of());
            if (archive.keptBytes() > 0) {
                here("kept over a warm restart", "kernel", archive.keptBytes(), List.of());
            }
        }

        /** Of what the supervisor makes once, for all lives: what is made for a life is in its process's memory. */
        private long descriptors() {
            List<ProcessDescription> processes = table.processes();
            long untyped = processes.get(SystemTable.SUPERVISOR).memory().loanBytes() / SupervisorProtocol.LENT_BYTES;
            long others = table.channels().size();
            for (int i = SystemTable.SUPERVISOR + 1; i < processes.size(); i++) {
                ProcessDescription process = processes.get(i);
                untyped += process.lifeCycle().spare() ? 0 : 1;
                others += table.channelEnds(i) > 0 ? 1 : 0;
                others += process.memory().stateBytes() > 0 ? copiesOfState(process) : 0;
                others += process.memory().dmaBytes() > 0 ? 1 : 0;
            }
            return untyped * UNTYPED_DESCRIPTOR + others * ObjectBytes.DESCRIPTOR;
        }

        /** That of the old version is kept while another one is tried. */
        private static long copiesOfState(ProcessDescription process) {
            return process.versions().isEmpty() ? 1 : 2;
        }

        private void process(int number) {
            ProcessDescription process = table.processes().get(number);
            ProcessPlan[] versions = ProcessPlan.ofAllVersions(archive, table, number);
            ProcessPlan plan = versions[0];
            long bytes = process.memory().totalBytes();
            for (ProcessPlan version : versions) {
                bytes = Math.max(bytes, version.bytes(plan.tableSlots()));
            }
            if (!process.lifeCycle().spare()) {
                region(process.name(), process.name(), bytes, parts(plan, bytes));
            }
            long state = StateLayout.frameBytes(process.memory().stateBytes());
            if (state > 0) {
                region(process.name() + ", saved state", "supervisor", copiesOfState(process) * state, List.of());
            }
            if (process.memory().dmaBytes() > 0) {
                region(
                        process.name() + ", for devices",
                        "supervisor",
                        process.memory().dmaBytes(),
                        List.of());
            }
        }

        private static List<Part> parts(ProcessPlan plan, long bytes) {
            long data = 0;
            for (Segment segment : plan.image().segments()) {
                data += segment.writable() ? segment.end() - segment.virtualAddress() : 0;
            }
            long heap = plan.heapBytes();
            long stack = plan.process().memory().stackBytes();
            long buffer = plan.process().memory().bufferBytes();
            List<Part> parts =
                    new ArrayList<>(List.of(new Part("data", data), new Part("stack", stack), new Part("heap", heap)));
            if (buffer > 0) {
                parts.add(new Part("buffer", buffer));
            }
            parts.add(new Part("page tables, messages, kernel objects", bytes - data - stack - heap - buffer));
            return List.copyOf(parts);
        }

        private long taken() {
            return regions.stream().mapToLong(Region::bytes).sum();
        }

        private void here(String name, String owner, long bytes, List<Part> parts) {
            regions.add(new Region(name, owner, "0x%08x".formatted(next), bytes, parts));
            next += bytes;
        }

        private void region(String name, String owner, long bytes, List<Part> parts) {
            regions.add(new Region(name, owner, null, bytes, parts));
        }
    }

    private static long up(long bytes) {
        return bytes + PAGE - 1 & -PAGE;
    }
}
