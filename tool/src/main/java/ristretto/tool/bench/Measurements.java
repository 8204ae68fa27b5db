package ristretto.tool.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ristretto.tool.House;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.ContentHash;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ShellSession;

/**
 * The figures of the whole. Each comes from a machine that counts instructions, booted with the same kernel image as {@code demo}.
 */
public final class Measurements implements Report.Suite {
    private static final Pattern FIRST_PROMPT =
            Pattern.compile("first prompt after ([0-9]+) ns, of which idle ([0-9]+) ns");
    private static final Pattern IN_USE = Pattern.compile("in use +([0-9,]+)");

    private final House house;
    private final SystemBuilder builder;
    private final Function<String, SystemDescription> systems;
    private final FigureTable figures = Anchors.figures();

    public Measurements(House house, SystemBuilder builder, Function<String, SystemDescription> systems) {
        this.house = house;
        this.builder = builder;
        this.systems = systems;
    }

    @Override
    public Report take() throws IOException {
        figures.attempt(this::atThePrompt, "bootInstructions", "bytesInUseAtPrompt");
        figures.attempt(this::hello, "helloImageBytes");
        figures.attempt(() -> count("bench-ipc"), "ipcCallReply0", "ipcCallReply8");
        figures.attempt(() -> count("bench-fibers"), "fiberSwitch", "throwCatch");
        String preface = "QEMU virt, rv64, one core, -icount shift=0,sleep=off: one instruction is one nanosecond.\n"
                + "Kernel SHA-256 " + ContentHash.ofFile(builder.kernel());
        return new Report(preface, Anchors.COLUMNS, figures.all(), "");
    }

    private void atThePrompt() throws IOException, InterruptedException {
        SystemDescription demo = systems.apply("demo");
        try (ShellSession shell = new ShellSession(machine(demo))) {
            String inUse = find(IN_USE, shell.run("mem")).group(1);
            figures.measured("bytesInUseAtPrompt", Long.parseLong(inUse.replace(",", "")));
            Matcher prompt = find(FIRST_PROMPT, shell.run("uptime"));
            figures.measured("bootInstructions", Long.parseLong(prompt.group(1)) - Long.parseLong(prompt.group(2)));
        }
    }

    private void hello() throws IOException {
        List<Path> classPath = List.of(house.classes("bench"));
        figures.measured("helloImageBytes", Files.size(builder.program("hello", classPath, "ristretto.bench.Hello")));
    }

    private void count(String system) throws IOException, InterruptedException {
        CountedSystem.run(house, builder, systems.apply(system), figures);
    }

    private Machine machine(SystemDescription system) throws IOException {
        Path elf = house.build().resolve("systems").resolve(system.name() + ".elf");
        return new Machine(builder.build(system, List.of(), elf), system.memoryBytes(), true);
    }

    private static Matcher find(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("no \"" + pattern + "\" in: " + text);
        }
        return matcher;
    }
}
