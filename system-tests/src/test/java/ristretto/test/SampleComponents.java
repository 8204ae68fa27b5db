package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import ristretto.desk.DeskMachine;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.desk.DeskSystem;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.HouseComponents;
import ristretto.tool.image.KernelKind;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Machine;

/** Components and services that tests write as text, compiled as somebody's own project does it. */
final class SampleComponents {
    private SampleComponents() {}

    /**
     * @param folder where the class files go; below it a description may include {@code parts}
     * @param sources by the names of their classes, without package
     * @return the folder of the class files
     */
    static Path compile(Path folder, Map<String, String> sources) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Files.createSymbolicLink(
                folder.resolve("parts"), ImageFactory.HOUSE.systems().resolve("parts"));
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, text) -> files.add(source(name, text)));
        String under = ImageFactory.HOUSE.underComponents().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        String processor = ImageFactory.HOUSE.classes("sdk-processor") + File.pathSeparator + under;
        List<String> options = List.of("-d", classes.toString(), "-cp", under, "-processorpath", processor);
        assertTrue(ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, options, null, files)
                .call());
        return classes;
    }

    /**
     * What a system of these components leaves behind, of which one ends the machine; an instruction takes 8 ns.
     *
     * @param system its description
     */
    static RunResult run(Path folder, Map<String, String> sources, String system)
            throws IOException, InterruptedException {
        return RunResult.of(machine(folder, sources, system));
    }

    /** The machine that does it. */
    static Machine machine(Path folder, Map<String, String> sources, String system) throws IOException {
        HouseComponents components = new HouseComponents(ImageFactory.HOUSE, List.of(compile(folder, sources)));
        Path file = Files.writeString(folder.resolve("sample.toml"), system);
        SystemDescription description = Systems.find(ImageFactory.HOUSE, file.toString(), components);
        Path elf = new SystemBuilder(components, new AheadOfTimeCompiler(), KernelKind.SHIPPED)
                .build(description, List.of(), folder.resolve("sample.elf"));
        return Machine.of(elf, description.platform()).countingInstructions(3);
    }

    /** The same on the desk, whose serial line has all output, what the supervisor tells included. */
    static RunResult runOnTheDesk(Path folder, Map<String, String> sources, String system)
            throws IOException, InterruptedException {
        HouseComponents components = new HouseComponents(ImageFactory.HOUSE, List.of(compile(folder, sources)));
        Path file = Files.writeString(folder.resolve("sample.toml"), system);
        DeskSystem desk = new DeskSystem(Systems.find(ImageFactory.HOUSE, file.toString(), components), components);
        ByteArrayOutputStream serial = new ByteArrayOutputStream();
        try (DeskMachine machine = desk.machine(serial)) {
            machine.start();
            int exitCode = machine.awaitEnd();
            return new RunResult(serial.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"), "", exitCode);
        }
    }

    /** Output without what the supervisor tells: of each end, and of where it was. */
    static String withoutTheSupervisors(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("supervisor: ") && !line.startsWith("\tat ") && !line.startsWith("  "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("memory:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
