package ristretto.tool.description;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
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

    /** What lies below the kernel: the firmware's memory, not ours. */
    private static final long FIRMWARE_BYTES = 2 << 20;

    private static final List<String> FIRST = List.of("root", "supervisor");

    private final Path shown;
    private final Components components;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> images = new LinkedHashMap<>();

    /** @param shown the file's name in messages */
    private DescriptionReader(Path shown, Components components) {
        this.shown = shown;
        this.components = components;
    }

    /**
     * @param shown the file's name in messages
     * @throws InvalidDescription with all problems
     */
    public static SystemDescription read(Path file, Path shown, Components components) {
        if (!Files.isRegularFile(file)) {
            throw new UserError("no system description " + shown);
        }
        try {
            return new DescriptionReader(shown, components).read(file);
        } catch (IOException e) {
            throw new UserError("cannot read " + shown + ": " + e.getMessage());
        }
    }

    private SystemDescription read(Path file) throws IOException {
        TomlParseResult toml = Toml.parse(file);
        List<String> lines = Files.readAllLines(file);
        for (TomlParseError error : toml.errors()) {
            int line = error.position().line();
            String text = line <= lines.size() ? lines.get(line - 1).strip() : "the end of the file";
            problems.add(new Problem(shown, line, "", "TOML", text + " (" + error.getMessage() + ")", null));
        }
        stopIfWrong();
        Section top = new Section(shown, "", toml, 1, problems);
        long memory = readMachine(top);
        Map<String, Device> devices = Device.readAll(top);
        List<Section> sections = inOrder(top);
        ServiceNames services = ServiceNames.of(sections);
        List<ProcessDescription> processes = new ArrayList<>();
        ProcessReader reader = new ProcessReader(devices, services);
        for (Section section : sections) {
            processes.add(reader.read(section, image(section)));
        }
        top.refuseOthers();
        checkMemory(top, memory, sections, processes);
        stopIfWrong();
        return new SystemDescription(
                file.getFileName().toString().replace(".toml", ""), memory, images, new SystemTable(processes));
    }

    private static long readMachine(Section top) {
        Section machine = top.section("machine");
        if (machine == null) {
            return 0;
        }
        long memory = machine.pages("memory", 4 << 20, 2L << 30);
        machine.refuseOthers();
        return memory;
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
                top.problem("process", "a process " + name, "none");
                continue;
            }
            sections.remove(first);
            sections.add(Math.min(i, sections.size()), first);
        }
        if (sections.size() > SystemTable.MAXIMUM_PROCESSES) {
            top.problem("process", "at most " + SystemTable.MAXIMUM_PROCESSES + " processes", "" + sections.size());
        }
        return sections;
    }

    /** The name of the image with this section's main class; processes of the same class share one. */
    private String image(Section section) {
        String main = section.string("main");
        if (!main.isEmpty()) {
            switch (components.look(main)) {
                case MISSING ->
                    section.problem(
                            "main",
                            "a class of this build",
                            Section.show(main),
                            NearestName.of(main, components.runnable()));
                case WITHOUT_MAIN ->
                    section.problem("main", "a class with static void main(String[]) or main()", Section.show(main));
                case RUNNABLE -> {}
            }
        }
        for (Map.Entry<String, String> image : images.entrySet()) {
            if (image.getValue().equals(main)) {
                return image.getKey();
            }
        }
        images.put(section.name(), main);
        return section.name();
    }

    private void checkMemory(Section top, long memory, List<Section> sections, List<ProcessDescription> processes) {
        long available = memory - FIRMWARE_BYTES;
        long needed = 0;
        for (int i = 0; i < processes.size(); i++) {
            long own = processes.get(i).memory().heapBytes()
                    + processes.get(i).memory().stackBytes();
            if (own > available && memory > 0) {
                String limit = "at most " + Quantity.ofBytes(available) + " of heap and stack, as the machine has "
                        + Quantity.ofBytes(memory) + " and the firmware keeps " + Quantity.ofBytes(FIRMWARE_BYTES);
                sections.get(i).problem("heap", limit, Quantity.ofBytes(own));
                return;
            }
            needed += own;
        }
        if (needed > available && memory > 0) {
            top.section("machine")
                    .problem(
                            "memory",
                            "at least " + Quantity.ofBytes(needed + FIRMWARE_BYTES)
                                    + ", the sum of heaps and stacks and " + Quantity.ofBytes(FIRMWARE_BYTES)
                                    + " of firmware",
                            Quantity.ofBytes(memory));
        }
    }

    private void stopIfWrong() {
        if (!problems.isEmpty()) {
            throw new InvalidDescription(problems.stream()
                    .distinct()
                    .sorted(Comparator.comparingInt(Problem::line))
                    .toList());
        }
    }
}
