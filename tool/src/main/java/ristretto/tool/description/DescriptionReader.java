package ristretto.tool.description;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ristretto.sdk.state.StateLayout;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.SystemTable;
import ristretto.tool.UserError;

/**
 * From {@code systems/NAME.toml} to a {@link SystemDescription}. A description that this reader returns keeps every rule
 * of {@link SystemTable}, names only classes that exist, and fits its machine. Otherwise all that is wrong is reported at
 * once, one line a problem.
 */
public final class DescriptionReader {
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,22}");
    static final String A_NAME = "a name of 1 to 23 letters a-z, digits and -, beginning with a letter";

    /** What a description has, and so a profile. */
    static final Set<String> TABLES = Set.of("build", "defaults", "devices", "machine", "process");

    private static final Set<String> TABLES_AND_MORE = Stream.concat(
                    TABLES.stream(), Stream.of(DescriptionFiles.INCLUDE, Profiles.PROFILE))
            .collect(Collectors.toUnmodifiableSet());

    static final List<String> FIRST = List.of("root", "supervisor");
    static final Key<String> IMAGES = Key.optional(
            "images",
            Texts.choice("separate", "shared"),
            "separate",
            "Whether each main class has an image of its own, or one image has the code of all processes.");
    static final Form BUILD = Form.of("build", IMAGES);
    private final Components components;
    private final List<Problem> problems;

    private DescriptionReader(Components components, List<Problem> problems) {
        this.components = components;
        this.problems = problems;
    }

    /**
     * @param shown the file's name in messages
     * @param profile the chosen one; empty: none. What is wrong in others is reported too
     * @throws InvalidDescription with all problems
     */
    public static SystemDescription read(Path file, Path shown, String profile, Components components) {
        if (!Files.isRegularFile(file)) {
            throw new UserError("no system description " + shown);
        }
        List<Problem> problems = new ArrayList<>();
        Table table;
        try {
            table = DescriptionFiles.read(file, shown, problems);
        } catch (IOException e) {
            throw new UserError(e.getMessage());
        }
        stopIfAny(problems);
        Section top = new Section("", table, new Place(shown, 1), problems);
        top.refuseOthersThan(TABLES_AND_MORE);
        Profiles profiles = Profiles.takeFrom(table, top, TABLES);
        String name = file.getFileName().toString().replace(".toml", "");
        SystemDescription chosen = new DescriptionReader(components, problems).read(name, table, shown);
        for (String other : profiles.names()) {
            List<Problem> ofProfile = new ArrayList<>();
            SystemDescription system = new DescriptionReader(components, ofProfile)
                    .read(name + "+" + other, profiles.applied(other, table), shown);
            ofProfile.removeAll(problems);
            ofProfile.forEach(problem -> problems.add(problem.withProfile(other)));
            if (other.equals(profile)) {
                chosen = system;
            }
        }
        stopIfAny(problems);
        if (!profile.isEmpty()) {
            profiles.expect(profile, shown);
        }
        return chosen;
    }

    /** As {@link #read(Path, Path, String, Components)} with no profile chosen. */
    public static SystemDescription read(Path file, Path shown, Components components) {
        return read(file, shown, "", components);
    }

    /** Null if there are problems. */
    private SystemDescription read(String name, Table table, Path shown) {
        Section top = new Section("", table, new Place(shown, 1), problems);
        Section machine = top.section("machine");
        Platform platform = machine == null ? null : Platform.read(machine);
        Images images = new Images(components, readsOneImage(top));
        Map<String, Device> devices = Device.readAll(top);
        List<Section> sections = inOrder(top);
        readDefaults(top, sections);
        ServiceNames services = ServiceNames.of(sections);
        List<ProcessDescription> processes = new ArrayList<>();
        ProcessReader reader = new ProcessReader(
                devices, services, sections.stream().map(Section::name).toList());
        for (Section section : sections) {
            processes.add(reader.read(section, images.of(section), images.versions(section)));
        }
        SystemTable system = new SystemTable(processes);
        checkChannels(sections, processes, system);
        ServerHeap.check(sections, processes, system);
        Groups.check(sections, processes);
        if (sections.size() > SystemTable.SUPERVISOR
                && sections.getFirst().name().equals("root")) {
            processes = RootHeap.derive(sections.getFirst(), processes);
        }
        if (sections.stream().limit(FIRST.size()).map(Section::name).toList().equals(FIRST)) {
            SupervisorHeap.check(sections.get(SystemTable.SUPERVISOR), system);
            StartupPages.check(sections, system);
        }
        if (platform != null) {
            checkMemory(machine, platform, sections, processes);
        }
        return problems.isEmpty()
                ? new SystemDescription(
                        name,
                        platform.with(Device.arguments(devices)),
                        images.isOne(),
                        images.mains(),
                        new SystemTable(StartOrder.of(processes)))
                : null;
    }

    /** Whether one image has the code of all processes. */
    private static boolean readsOneImage(Section top) {
        Section build = top.hasTable("build") ? top.section("build") : null;
        if (build == null) {
            return false;
        }
        build.refuseOthersThan(BUILD.names());
        return build.value(IMAGES).equals("shared");
    }

    /** Gives all processes but root and the supervisor, which are as large and urgent as no other, what the table {@code defaults} has. */
    private static void readDefaults(Section top, List<Section> processes) {
        Section defaults = top.hasTable("defaults") ? top.section("defaults") : null;
        if (defaults == null) {
            return;
        }
        ProcessReader.readDefaults(defaults);
        for (Section process : processes) {
            if (!FIRST.contains(process.name())) {
                process.inherit(defaults, ProcessKeys.DEFAULTS.names());
            }
        }
    }

    /** Root first, then the supervisor, then the others as in the file. */
    private List<Section> inOrder(Section top) {
        List<Section> sections = new ArrayList<>(top.sections("process"));
        for (int i = 0; i < FIRST.size(); i++) {
            String name = FIRST.get(i);
            Section first = sections.stream()
                    .filter(section -> section.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (first == null) {
                top.problem("process", "a process " + name, "none", null);
                continue;
            }
            sections.remove(first);
            sections.add(Math.min(i, sections.size()), first);
        }
        if (sections.size() > SystemTable.MAXIMUM_PROCESSES) {
            top.problem(
                    "process", "at most " + SystemTable.MAXIMUM_PROCESSES + " processes", "" + sections.size(), null);
        }
        return sections;
    }

    /** Each end of a channel is a bit of its process's notification. */
    private static void checkChannels(List<Section> sections, List<ProcessDescription> processes, SystemTable table) {
        for (int i = 0; i < processes.size(); i++) {
            if (table.channelEnds(i) > SystemTable.MAXIMUM_CHANNEL_ENDS) {
                Section section = sections.get(i);
                Key<?> guilty =
                        section.has(ProcessKeys.CONCURRENT_CALLS) ? ProcessKeys.CONCURRENT_CALLS : ProcessKeys.RINGS;
                section.problem(
                        guilty,
                        "at most " + SystemTable.MAXIMUM_CHANNEL_ENDS
                                + " rings from and to it, and concurrent calls of others from and to it",
                        "" + table.channelEnds(i));
            }
        }
    }

    private static void checkMemory(
            Section machine, Platform platform, List<Section> sections, List<ProcessDescription> processes) {
        long available = platform.availableBytes();
        String firmware = Quantity.ofBytes(platform.firmwareBytes());
        long needed = 0;
        for (int i = 0; i < processes.size(); i++) {
            long own = processes.get(i).memory().heapBytes()
                    + processes.get(i).memory().stackBytes();
            if (own > available) {
                String limit = "at most " + Quantity.ofBytes(available) + " of heap and stack, as the machine has "
                        + Quantity.ofBytes(platform.memoryBytes())
                        + (platform.firmware() ? " and the firmware keeps " + firmware : "");
                sections.get(i).problem(ProcessKeys.HEAP, limit, Quantity.ofBytes(own));
                return;
            }
            needed += processes.get(i).memory().dmaBytes();
            needed += processes.get(i).memory().bufferBytes();
            needed += processes.get(i).lifeCycle().spare() ? 0 : own;
            needed += StateLayout.frameBytes(processes.get(i).memory().stateBytes());
            needed += i == SystemTable.SUPERVISOR ? processes.get(i).memory().loanBytes() : 0;
        }
        if (needed > available) {
            machine.problem(
                    Platform.MEMORY,
                    "at least " + Quantity.ofBytes(needed + platform.firmwareBytes())
                            + ", the sum of heaps, stacks, saved states, memory for DMA, buffers and what is lent"
                            + (platform.firmware() ? " and " + firmware + " of firmware" : ""),
                    Quantity.ofBytes(platform.memoryBytes()));
        }
    }

    private static void stopIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidDescription(problems.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
                    .toList());
        }
    }
}
