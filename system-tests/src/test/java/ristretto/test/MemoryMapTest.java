package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.HouseComponents;
import ristretto.tool.image.MemoryMap;
import ristretto.tool.image.MemoryMap.Region;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Machine;
import ristretto.tool.machine.ShellSession;

/** The report's map of memory says beforehand what the booted machine says of itself. */
class MemoryMapTest {
    private static final long MEMORY = 0x8000_0000L;
    private static final long FIRMWARE = 2 << 20;
    private static final long LENT_PART = (64 << 10) + 4096;

    @TempDir
    private Path folder;

    private MemoryMap map;
    private Map<String, List<String>> memory;

    @Test
    void theDemonstration() throws IOException, InterruptedException {
        check(system("demo", ""));
    }

    @Test
    void withoutFirmware() throws IOException, InterruptedException {
        check(system("demo", "bare"));
    }

    @Test
    void withMemoryThatIsLent() throws IOException, InterruptedException {
        check(system("infotainment", ""));
        assertEquals(256 * LENT_PART, region("to be lent").bytes());
    }

    @Test
    void withMemoryForDevicesAndSharedMemory() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("much.toml"), """
                        include = ["%1$s/demo.toml", "%1$s/parts/entropy.toml"]

                        [process.supervisor]
                        memory = "8M"

                        [process.counter]
                        heap = "128K"
                        rings = ["rogue", "shell"]
                        concurrent-calls = 2
                        buffer = "16K"

                        [process.rogue]
                        memory = "256K"
                        """.formatted(ImageFactory.HOUSE.systems()));
        check(system(file.toString(), ""));
        assertEquals(4 * 12 << 10, region("rings and calls").bytes());
        assertEquals(4096, region("entropy, for devices").bytes());
        assertTrue(region("counter").parts().contains(new MemoryMap.Part("buffer", 16 << 10)));
        assertEquals(256 << 10, region("rogue").bytes());
    }

    private static SystemDescription system(String name, String profile) {
        return Systems.find(ImageFactory.HOUSE, name, profile, new HouseComponents(ImageFactory.HOUSE));
    }

    private Region region(String name) {
        return map.regions().stream()
                .filter(region -> region.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no region " + name));
    }

    private long said(String owner) {
        return Rows.number(memory.get(owner).getFirst());
    }

    private void check(SystemDescription system) throws IOException, InterruptedException {
        map = ImageFactory.builder().memoryMap(system);
        Path elf = ImageFactory.builder().build(system, List.of(), folder.resolve("system.elf"));
        try (ShellSession shell = new ShellSession(Machine.of(elf, system.platform()))) {
            memory = Rows.of(shell.run("mem"));
            checkThatNothingIsLeftOut(system);
            checkWhatLiesBelowTheSupervisor(system);
            checkProcesses();
            checkCapabilities(shell.run("caps supervisor"));
        }
    }

    private void checkThatNothingIsLeftOut(SystemDescription system) {
        long next = MEMORY;
        for (Region region : map.regions()) {
            if (region.address() != null) {
                assertEquals("0x%08x".formatted(next), region.address(), region.name());
            }
            next += region.bytes();
            long parts =
                    region.parts().stream().mapToLong(MemoryMap.Part::bytes).sum();
            assertTrue(region.parts().isEmpty() || parts == region.bytes(), region.name());
            assertTrue(region.bytes() > 0, region.name());
        }
        assertEquals(MEMORY + system.memoryBytes(), next);
    }

    private void checkWhatLiesBelowTheSupervisor(SystemDescription system) {
        long begin = system.platform().firmware() ? MEMORY + FIRMWARE : MEMORY;
        assertEquals("0x%08x".formatted(begin), region("kernel text").address());
        long kernel = Long.decode(region("supervisor").address()) - begin;
        long kept = region("kept over a warm restart").bytes();
        assertEquals(kernel + kept, said("kernel"), "with the boot archive, root's own pages, and what is kept");
        assertEquals(said("kernel") + said("root"), map.bytesOf("kernel") + map.bytesOf("root"));
    }

    /** What a process has borrowed it has from what can be lent. */
    private void checkProcesses() {
        long borrowed = 0;
        for (Region region : map.regions()) {
            if (region.name().equals(region.owner())
                    && !List.of("firmware", "root", "supervisor").contains(region.name())) {
                long more = said(region.name()) - region.bytes();
                assertTrue(more >= 0 && more % LENT_PART == 0, region + ", said " + memory.get(region.name()));
                borrowed += more;
            }
        }
        long lent = memoryToBeLent();
        assertEquals(region("left").bytes() + lent - borrowed, said("free"));
        assertEquals(map.bytesOf("supervisor") - lent, said("supervisor"));
    }

    private long memoryToBeLent() {
        return map.regions().stream()
                .filter(region -> region.name().equals("to be lent"))
                .mapToLong(Region::bytes)
                .sum();
    }

    private void checkCapabilities(String capabilities) {
        Region archive = region("boot archive");
        String frame = "frame " + archive.bytes() + " ";
        assertTrue(
                capabilities
                        .lines()
                        .anyMatch(line -> line.contains(frame) && line.endsWith(", at " + archive.address())),
                capabilities);
        long quota = 0;
        boolean behind = false;
        for (Region region : map.regions()) {
            quota += behind && region.address() == null ? region.bytes() : 0;
            behind |= region.name().equals("supervisor");
        }
        String untyped = "untyped " + quota + " ";
        assertTrue(capabilities.lines().anyMatch(line -> line.contains(untyped)), untyped + capabilities);
    }
}
