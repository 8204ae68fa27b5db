package ristretto.tool.report;

import java.util.ArrayList;
import java.util.List;
import ristretto.tool.image.MemoryMap;
import ristretto.tool.report.SystemReport.Process;

/** A {@link SystemReport} for people. */
public final class TextReport {
    private static final long MICROSECOND_NS = 1000;

    private final StringBuilder text = new StringBuilder();

    private TextReport() {}

    public static String of(SystemReport report) {
        return new TextReport().write(report);
    }

    private String write(SystemReport report) {
        line("System %s, %,d bytes of memory", report.system(), report.memoryBytes());
        line("");
        line("What each process may touch, beside its own memory");
        for (Process process : report.processes()) {
            line("  %-12s %s", process.name(), process.main());
            holdings(process).forEach(holding -> line("    %s", holding));
        }
        line("");
        writeCapabilities(report);
        line("");
        line(
                "Shares of the processor; all of a budget is had within the time on the right, if the process is ready and its budget full");
        line("  %-12s %8s %10s %10s %6s   %s", "process", "priority", "budget", "period", "share", "within");
        for (Process process : report.processes()) {
            line(
                    "  %-12s %8d %7d us %7d us %4d.%d %%   %s",
                    process.name(),
                    process.priority(),
                    process.budgetNs() / MICROSECOND_NS,
                    process.periodNs() / MICROSECOND_NS,
                    process.processorPerMille() / 10,
                    process.processorPerMille() % 10,
                    within(process));
        }
        line("");
        line("Memory, in bytes");
        line("  %-12s %10s %10s   %s", "process", "heap", "stack", "image");
        for (Process process : report.processes()) {
            line(
                    "  %-12s %,10d %,10d   %s",
                    process.name(), process.heapBytes(), process.stackBytes(), process.image());
        }
        line("  %-12s %10s", "image", "size");
        report.images().forEach((name, image) -> {
            if (image.bytes() != null) {
                line("  %-12s %,10d", name, image.bytes());
            }
        });
        line("");
        line("Map of memory, in bytes, by physical address; what has none lies in what the supervisor divides");
        for (MemoryMap.Region region : report.memoryMap()) {
            String address = region.address() == null ? "" : region.address();
            String owner =
                    region.owner().isEmpty() || region.owner().equals(region.name()) ? "" : ", " + region.owner();
            line("  %-10s %,14d  %s%s", address, region.bytes(), region.name(), owner);
            for (MemoryMap.Part part : region.parts()) {
                line("  %-10s %,14d    %s", "", part.bytes(), part.name());
            }
        }
        line("");
        line("Deepest stack of each entry point, in bytes");
        report.images().forEach((name, image) -> {
            line("%s", name);
            image.stacks().forEach(stack -> line("  %s", stack));
        });
        long exempted = report.images().values().stream()
                .mapToLong(image -> image.neverWaiting().size())
                .sum();
        line("");
        line("Methods that say that they never wait (@NeverWaits), unchecked: %d", exempted);
        report.images()
                .forEach((name, image) -> image.neverWaiting().forEach(method -> line("  %-12s %s", name, method)));
        return text.toString();
    }

    private void writeCapabilities(SystemReport report) {
        line("Capabilities in each process's table when it starts, by slot, as `caps` shows them");
        for (Process process : report.processes()) {
            line("  %s%s", process.name(), process.capabilities().isEmpty() ? ": all that the kernel has" : "");
            for (SystemReport.Capability capability : process.capabilities()) {
                String type = capability.bytes() == null
                        ? capability.type()
                        : "%s of %,d bytes".formatted(capability.type(), capability.bytes());
                line("    %-4d %-30s %-28s %s", capability.slot(), type, capability.name(), capability.may());
            }
        }
    }

    private static List<String> holdings(Process process) {
        List<String> lines = new ArrayList<>();
        process.devices()
                .forEach(device -> lines.add(
                        "registers of %s at %s, %,d bytes".formatted(device.name(), device.address(), device.bytes())));
        process.interrupts()
                .forEach(interrupt -> lines.add("interrupt %d, of %s".formatted(interrupt.number(), interrupt.name())));
        process.provides().forEach(service -> lines.add("provides " + service));
        process.uses().forEach((service, provider) -> lines.add("calls %s, of %s".formatted(service, provider)));
        process.channels().forEach(channel -> lines.add(channel.text()));
        lines.addAll(process.limits().texts());
        if (!process.may().isEmpty()) {
            lines.add("may ask the system: " + String.join(", ", process.may()));
        }
        if (!process.group().isEmpty()) {
            lines.add("in the group " + process.group());
        }
        lines.add("restarted: " + process.restart()
                + (process.heartbeatNs() == 0
                        ? ""
                        : ", asked for a sign of life each %d ms".formatted(process.heartbeatNs() / 1_000_000)));
        return lines;
    }

    private static String within(Process process) {
        return process.wholeBudgetWithinNs() == null
                ? "not assured within the period"
                : "%d us".formatted(Math.ceilDiv(process.wholeBudgetWithinNs(), MICROSECOND_NS));
    }

    private void line(String format, Object... arguments) {
        text.append(format.formatted(arguments).stripTrailing()).append('\n');
    }
}
