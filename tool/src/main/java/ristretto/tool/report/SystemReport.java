package ristretto.tool.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import ristretto.sdk.ring.RingLayout;
import ristretto.sdk.system.Authority;
import ristretto.sdk.system.DeviceGrant;
import ristretto.sdk.system.InterruptGrant;
import ristretto.sdk.system.LifeCycle;
import ristretto.sdk.system.MemoryNeeds;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.SystemTable;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.MemoryMap;

/**
 * What a system is made of: of each process what it may touch, its share of the processor and its memory; as data, whose names are those of the JSON text.
 *
 * @param memoryBytes of the machine
 * @param memoryMap of its memory, in the order of addresses
 * @param images size and needs of stack of each image, the kernel first
 */
public record SystemReport(
        String system,
        long memoryBytes,
        List<Process> processes,
        List<MemoryMap.Region> memoryMap,
        Map<String, Image> images) {

    /**
     * @param processorPerMille budget by period
     * @param wholeBudgetWithinNs see {@link ResponseTimes}; null: not assured within the period
     * @param uses services, each with the process that provides it
     * @param channels memory that it shares with one other process each: rings, and channels of calls
     * @param may what the process may ask of the system itself
     * @param group with whom it is started afresh; empty: none
     * @param capabilities in its table when it starts
     */
    public record Process(
            String name,
            String main,
            String image,
            int priority,
            long budgetNs,
            long periodNs,
            long processorPerMille,
            Long wholeBudgetWithinNs,
            long heapBytes,
            long stackBytes,
            String restart,
            long heartbeatNs,
            List<String> provides,
            Map<String, String> uses,
            List<String> rings,
            List<Channel> channels,
            List<Device> devices,
            List<Interrupt> interrupts,
            List<String> may,
            Limits limits,
            String group,
            List<Capability> capabilities) {}

    /**
     * @param use of this process: sends, receives, calls or serves
     * @param service that is called; empty: it is a ring
     */
    public record Channel(String use, String peer, String service, long bytes) {
        /** For people. */
        public String text() {
            String what =
                    switch (use) {
                        case "sends" -> "sends through a ring to " + peer;
                        case "receives" -> "receives through a ring from " + peer;
                        case "calls" -> "calls %s by a channel to %s".formatted(service, peer);
                        default -> "serves calls of %s by a channel from %s".formatted(service, peer);
                    };
            return "%s, %,d bytes that both see".formatted(what, bytes);
        }
    }

    /**
     * How much it may have of what is counted; 0: none.
     *
     * @param concurrentCalls of each client, at which a server works at a time
     * @param receives services of others that come to it as arguments and results
     * @param sessions services that its methods return to each client
     * @param bufferBytes that it may let servers use for the time of a call
     * @param stateBytes saved for its next life
     * @param dmaBytes shared with its devices
     * @param borrowsBytes by which its heap may grow
     * @param lendsBytes of the supervisor, to all heaps
     */
    public record Limits(
            int concurrentCalls,
            int receives,
            int sessions,
            long bufferBytes,
            long stateBytes,
            long dmaBytes,
            long borrowsBytes,
            long lendsBytes) {
        /** Of what there is, for people. */
        public List<String> texts() {
            List<String> texts = new ArrayList<>();
            add(texts, "works on %,d calls of each client at a time", concurrentCalls);
            add(texts, "holds at most %,d services of others that come to it with calls", receives);
            add(texts, "returns at most %,d services at a time to each client", sessions);
            add(texts, "may let servers use its buffer of %,d bytes for the time of a call", bufferBytes);
            add(texts, "saves %,d bytes for its next life", stateBytes);
            add(texts, "shares %,d bytes with its devices, of which it knows the physical address", dmaBytes);
            add(texts, "may borrow %,d bytes for its heap", borrowsBytes);
            add(texts, "lends %,d bytes to all heaps", lendsBytes);
            return texts;
        }

        private static void add(List<String> texts, String format, long number) {
            if (number > 0) {
                texts.add(format.formatted(number));
            }
        }
    }

    /**
     * @param name kind and name, as {@code uses:count}
     * @param type of the kernel's object
     * @param bytes of memory; null: it is none
     * @param may the rights, in words
     */
    public record Capability(int slot, String name, String type, Long bytes, String may) {}

    /** @param address physical */
    public record Device(String name, String address, long bytes) {}

    public record Interrupt(String name, int number) {}

    /**
     * @param bytes in the boot archive; null for the kernel, which is not in it
     * @param stacks lines for people
     * @param neverWaiting its methods that say so, each with its reason; the compiler has not looked at what they call
     */
    public record Image(Long bytes, List<String> stacks, List<String> neverWaiting) {}

    /**
     * @param bytes of each image in the boot archive
     * @param stacks of the kernel and of each image, for people
     * @param neverWaiting of each image
     */
    public static SystemReport of(
            SystemDescription description,
            MemoryMap memory,
            Map<String, Long> bytes,
            Map<String, String> stacks,
            Map<String, List<String>> neverWaiting) {
        List<ProcessDescription> described = description.table().processes();
        Map<String, String> providers = new LinkedHashMap<>();
        described.forEach(process -> process.provides().forEach(service -> providers.put(service, process.name())));
        List<OptionalLong> times = ResponseTimes.of(
                described.stream().map(ProcessDescription::schedule).toList());
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < described.size(); i++) {
            processes.add(process(i, description, memory, providers, times.get(i)));
        }
        Map<String, Image> images = new LinkedHashMap<>();
        stacks.forEach((name, lines) -> images.put(
                name, new Image(bytes.get(name), lines.lines().toList(), neverWaiting.getOrDefault(name, List.of()))));
        return new SystemReport(description.name(), description.memoryBytes(), processes, memory.regions(), images);
    }

    private static Process process(
            int number, SystemDescription system, MemoryMap memory, Map<String, String> providers, OptionalLong time) {
        ProcessDescription process = system.table().processes().get(number);
        Map<String, String> uses = new LinkedHashMap<>();
        process.uses().forEach(service -> uses.put(service, providers.get(service)));
        if (!process.streams().isEmpty()) {
            uses.putIfAbsent(process.streams(), providers.get(process.streams()));
        }
        return new Process(
                process.name(),
                system.images().getOrDefault(system.oneImage() ? process.name() : process.image(), ""),
                process.image(),
                process.schedule().priority(),
                process.schedule().budgetNs(),
                process.schedule().periodNs(),
                process.schedule().budgetNs() * 1000 / process.schedule().periodNs(),
                time.isPresent() ? time.getAsLong() : null,
                process.memory().heapBytes(),
                process.memory().stackBytes(),
                restart(process.lifeCycle()),
                process.lifeCycle().heartbeatNs(),
                process.provides(),
                uses,
                process.rings(),
                channels(system.table(), number),
                process.devices().stream().map(SystemReport::device).toList(),
                process.interrupts().stream().map(SystemReport::interrupt).toList(),
                may(process.authority()),
                limits(process, number == SystemTable.SUPERVISOR),
                process.lifeCycle().group(),
                Holdings.of(system.table(), number, memory));
    }

    private static List<Channel> channels(SystemTable table, int number) {
        List<Channel> channels = new ArrayList<>();
        for (ristretto.sdk.system.Channel channel : table.channels()) {
            boolean isFirst = channel.from() == number;
            if (isFirst || channel.to() == number) {
                String use = isFirst
                        ? channel.isForCalls() ? "calls" : "sends"
                        : channel.isForCalls() ? "serves" : "receives";
                int peer = isFirst ? channel.to() : channel.from();
                channels.add(new Channel(use, table.processes().get(peer).name(), channel.service(), RingLayout.BYTES));
            }
        }
        return channels;
    }

    private static Limits limits(ProcessDescription process, boolean lends) {
        MemoryNeeds memory = process.memory();
        return new Limits(
                process.concurrentCalls(),
                process.receives(),
                process.sessions(),
                memory.bufferBytes(),
                memory.stateBytes(),
                memory.dmaBytes(),
                lends ? 0 : memory.loanBytes(),
                lends ? memory.loanBytes() : 0);
    }

    private static String restart(LifeCycle life) {
        String restart = life.restart().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return life.spare() ? restart + ", once it has been added" : restart;
    }

    private static Device device(DeviceGrant grant) {
        return new Device(grant.name(), "0x%08x".formatted(grant.physicalAddress()), grant.bytes());
    }

    private static Interrupt interrupt(InterruptGrant grant) {
        return new Interrupt(grant.name(), grant.number());
    }

    private static List<String> may(Authority authority) {
        List<String> may = new ArrayList<>();
        if (authority.inspect()) {
            may.add("inspect");
        }
        if (authority.control()) {
            may.add("control");
        }
        if (authority.log()) {
            may.add("log");
        }
        if (authority.foreground()) {
            may.add("foreground");
        }
        return may;
    }
}
