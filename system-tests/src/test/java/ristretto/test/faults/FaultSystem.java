package ristretto.test.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ristretto.compiler.link.ElfImage;
import ristretto.test.ImageFactory;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Machine;

/**
 * The system {@code faults}, as it is booted and as it is known from outside.
 *
 * @param images of victims and supervisor, by their names
 * @param kernelExits where the kernel gives the processor to a process: its {@code sret} instructions
 */
record FaultSystem(Machine machine, Map<String, byte[]> images, List<Place> kernelExits) {
    static final List<String> VICTIMS = List.of("console", "counter", "entropy", "source");
    static final String SUPERVISOR = "supervisor";

    private static final int SRET = 0x1020_0073;

    /** An instruction of the kernel's. */
    record Place(long virtualAddress, long physicalAddress) {}

    /** @param name of a process, or what is left of it */
    static boolean mayBeVictim(String name) {
        return VICTIMS.stream().anyMatch(victim -> victim.startsWith(name));
    }

    static FaultSystem build(Path elf) throws IOException {
        SystemDescription system = Systems.find(ImageFactory.HOUSE, "faults");
        ImageFactory.builder().build(system, List.of(), elf);
        Map<String, byte[]> images = new LinkedHashMap<>();
        for (Map.Entry<String, Path> image :
                ImageFactory.builder().imageFiles(system).entrySet()) {
            if (VICTIMS.contains(image.getKey()) || image.getKey().equals(SUPERVISOR)) {
                images.put(image.getKey(), Files.readAllBytes(image.getValue()));
            }
        }
        List<Place> exits = exits(ImageFactory.builder().kernel());
        if (images.size() != VICTIMS.size() + 1 || exits.isEmpty()) {
            throw new IOException("not the system that was expected: " + images.keySet() + ", " + exits);
        }
        return new FaultSystem(Machine.of(elf, system.platform()), images, exits);
    }

    /** Where this kernel gives the processor to a process. */
    static List<Place> exits(Path kernel) throws IOException {
        List<Place> exits = new ArrayList<>();
        for (ElfImage.Segment segment : new ElfImage(Files.readAllBytes(kernel)).segments()) {
            ByteBuffer code = ByteBuffer.wrap(segment.bytes()).order(ByteOrder.LITTLE_ENDIAN);
            boolean isCode = segment.type() == ElfImage.LOAD && (segment.flags() & ElfImage.EXECUTE) != 0;
            for (int i = 0; isCode && i + 4 <= code.limit(); i += 2) {
                if (code.getInt(i) == SRET) {
                    exits.add(new Place(segment.virtualAddress() + i, segment.physicalAddress() + i));
                }
            }
        }
        return exits;
    }
}
