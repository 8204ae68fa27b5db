package ristretto.tool.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.SystemTable;

/**
 * A system description that was read and found right.
 *
 * @param name of the file, without {@code .toml}; behind it, where a profile was chosen, {@code +} and its name
 * @param platform the machine
 * @param oneImage whether the code of all processes is in one image, named as the first of them, and {@code images} names processes
 * @param images main class of each image, by the image's name, in the order of the file
 */
public record SystemDescription(
        String name, Platform platform, boolean oneImage, Map<String, String> images, SystemTable table) {

    /** The process whose main class and arguments come from the command line; its {@code main} in the file is this name too. */
    public static final String PROGRAM = "program";

    /** Name of the kernel among the images. */
    public static final String KERNEL = "kernel";

    /** The same system with this program in it. */
    public SystemDescription with(String mainClass, List<String> arguments) {
        Map<String, String> newImages = new LinkedHashMap<>(images);
        newImages.replace(PROGRAM, mainClass);
        List<ProcessDescription> processes = new ArrayList<>();
        for (ProcessDescription process : table.processes()) {
            processes.add(process.name().equals(PROGRAM) ? process.withArguments(arguments) : process);
        }
        return new SystemDescription(name, platform, oneImage, newImages, new SystemTable(RootHeap.grown(processes)));
    }

    public long memoryBytes() {
        return platform.memoryBytes();
    }
}
