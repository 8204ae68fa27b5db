package ristretto.tool.verify;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ristretto.compiler.link.ElfImage;
import ristretto.compiler.time.KernelTime;
import ristretto.compiler.time.KernelTime.Line;
import ristretto.compiler.time.KernelTime.LongestPath;
import ristretto.tool.House;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.SystemBuilder;

/** {@code ./ristretto verify time}: the static bound of the longest path through the kernel with interrupts off, over the machine code that systems boot. */
public final class WorstTimes {
    /** Key of the figure, as in the table of aims. */
    public static final String KEY = "worstCaseInterruptOff";

    /** What it may be at most. */
    public static final long BAR = 10_000;

    private final House house;

    public WorstTimes(House house) {
        this.house = house;
    }

    /** The longest paths of the kernel that systems boot, the longest first. */
    public List<LongestPath> paths() throws IOException {
        Path kernel = new SystemBuilder(house, new AheadOfTimeCompiler()).kernel();
        return new KernelTime(new ElfImage(Files.readAllBytes(kernel)), house.kernelClassPath()).paths();
    }

    /** Prints them; answers whether the bar holds. */
    public boolean run(Path json) throws IOException {
        List<LongestPath> paths = paths();
        for (LongestPath path : paths) {
            System.out.printf(
                    "%,d instructions at most with interrupts off, from %s:%n", path.instructions(), path.entry());
            for (Line line : path.lines()) {
                String times = line.times() == 1 ? "" : "%,d turns, ".formatted(line.times());
                System.out.printf(
                        "  %s%-40s %s%,d instructions  %s%n",
                        "  ".repeat(line.depth()), line.what(), times, line.instructions(), line.place());
            }
        }
        long worst = paths.getFirst().instructions();
        System.out.printf("%s %d%n", KEY, worst);
        if (json != null) {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put(KEY, worst);
            content.put("paths", paths);
            Files.writeString(
                    json, new GsonBuilder().setPrettyPrinting().create().toJson(content) + "\n");
        }
        return worst <= BAR;
    }
}
