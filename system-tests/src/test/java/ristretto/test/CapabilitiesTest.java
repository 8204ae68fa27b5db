package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.HouseComponents;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ShellSession;
import ristretto.tool.report.SystemReport;

/** The report says beforehand, slot by slot, which capabilities each process of the booted machine has. */
class CapabilitiesTest {
    private static final Pattern LINE =
            Pattern.compile("(\\d+) +([a-z ]+?)(?: (\\d+))? {2,}(\\S+) +([a-z ]+)(?:, at 0x[0-9a-f]+)?");

    @TempDir
    private Path folder;

    @Test
    void theDemonstration() throws IOException, InterruptedException {
        check("demo");
    }

    @Test
    void withAllThatADescriptionCanGive() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("much.toml"), """
                        include = ["%1$s/demo.toml", "%1$s/parts/entropy.toml"]

                        [process.counter]
                        heap = "128K"
                        rings = ["rogue", "shell"]
                        concurrent-calls = 2
                        receives = 3
                        sessions = 2
                        buffer = "16K"
                        may = ["log"]

                        [process.rogue]
                        receives = 1
                        """.formatted(ImageFactory.HOUSE.systems()));
        check(file.toString());
    }

    private void check(String name) throws IOException, InterruptedException {
        SystemDescription system = Systems.find(ImageFactory.HOUSE, name, "", new HouseComponents(ImageFactory.HOUSE));
        SystemReport report =
                SystemReport.of(system, ImageFactory.builder().memoryMap(system), Map.of(), Map.of(), Map.of());
        Path elf = ImageFactory.builder().build(system, List.of(), folder.resolve("system.elf"));
        try (ShellSession shell = new ShellSession(Machine.of(elf, system.platform()))) {
            for (SystemReport.Process process : report.processes()) {
                if (!process.name().equals("root")) {
                    assertEquals(expected(process), said(shell.run("caps " + process.name())), process.name());
                }
            }
        }
    }

    /** The registers of devices are told by {@code caps} too, behind the slots. */
    private static List<SystemReport.Capability> expected(SystemReport.Process process) {
        List<SystemReport.Capability> all = new ArrayList<>(process.capabilities());
        if (!process.name().equals("supervisor")) {
            process.devices()
                    .forEach(device -> all.add(new SystemReport.Capability(
                            0, "device:" + device.name(), "frame", device.bytes(), "read write")));
        }
        return all;
    }

    private static List<SystemReport.Capability> said(String table) {
        List<SystemReport.Capability> all = new ArrayList<>();
        for (String line : table.strip().lines().skip(1).toList()) {
            Matcher matcher = LINE.matcher(line.strip());
            if (!matcher.matches()) {
                throw new AssertionError("no capability: " + line);
            }
            String name = matcher.group(4);
            all.add(new SystemReport.Capability(
                    name.startsWith("device:") ? 0 : Integer.parseInt(matcher.group(1)),
                    name,
                    matcher.group(2),
                    matcher.group(3) == null ? null : Long.valueOf(matcher.group(3)),
                    matcher.group(5)));
        }
        return all;
    }
}
