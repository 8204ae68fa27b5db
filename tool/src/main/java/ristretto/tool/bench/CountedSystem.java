package ristretto.tool.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ristretto.tool.House;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ProgramRun;

/** A system whose program counts instructions and prints figures, a line each: name, space, number. */
final class CountedSystem {
    private static final Pattern RESULT = Pattern.compile("(?m)^(\\w+) ([0-9]+)$");

    /** Boots the system on a machine that counts instructions, and enters what it prints. */
    static void run(House house, SystemBuilder builder, SystemDescription system, FigureTable figures)
            throws IOException, InterruptedException {
        results(house, builder, system, 0).forEach(figures::measured);
    }

    /**
     * What the program of a system prints.
     *
     * @param shift an instruction takes 2 to the power of this nanoseconds
     */
    static Map<String, Long> results(House house, SystemBuilder builder, SystemDescription system, int shift)
            throws IOException, InterruptedException {
        Path elf = house.build().resolve("systems").resolve(system.name() + ".elf");
        Machine machine =
                new Machine(builder.build(system, List.of(), elf), system.memoryBytes()).countingInstructions(shift);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int exitCode = ProgramRun.run(machine, new ByteArrayInputStream(new byte[0]), output, error);
        if (exitCode != 0) {
            throw new IOException("the program of " + system.name() + " ended with exit code " + exitCode + ": "
                    + error.toString(StandardCharsets.UTF_8));
        }
        Matcher result = RESULT.matcher(output.toString(StandardCharsets.UTF_8));
        Map<String, Long> results = new LinkedHashMap<>();
        while (result.find()) {
            results.put(result.group(1), Long.parseLong(result.group(2)));
        }
        return results;
    }

    private CountedSystem() {}
}
