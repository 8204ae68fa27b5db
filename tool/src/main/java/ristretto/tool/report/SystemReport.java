package ristretto.tool.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import ristretto.sdk.system.Authority;
import ristretto.sdk.system.DeviceGrant;
import ristretto.sdk.system.InterruptGrant;
import ristretto.sdk.system.LifeCycle;
import ristretto.sdk.system.ProcessDescription;
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
     * @param may what the process may ask of the system itself
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
            List<Device> devices,
            List<Interrupt> interrupts,
            List<String> may) {}

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
            processes.add(process(described.get(i), description, providers, times.get(i)));
        }
        Map<String, Image> images = new LinkedHashMap<>();
        stacks.forEach((name, lines) -> images.put(
                name, new Image(bytes.get(name), lines.lines().toList(), neverWaiting.getOrDefault(name, List.of()))));
        return new SystemReport(description.name(), description.memoryBytes(), processes, memory.regions(), images);
    }

    private static Process process(
            ProcessDescription process, SystemDescription system, Map<String, String> providers, OptionalLong time) {
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
                process.devices().stream().map(SystemReport::device).toList(),
                process.interrupts().stream().map(SystemReport::interrupt).toList(),
                may(process.authority()));
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
