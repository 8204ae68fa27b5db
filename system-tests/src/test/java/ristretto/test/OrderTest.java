package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ristretto.compiler.link.ElfImage;
import ristretto.tool.image.ImageCache;
import ristretto.tool.image.Systems;

/**
 * What an emulator forgives: the fences in the machine code of the kernel, and of both ends of a ring, are those that somebody has looked at. They lie in
 * {@code fences.txt}; with {@code -Dristretto.fences=write} the test writes them anew.
 */
class OrderTest {
    private static final Path GOLDEN =
            ImageFactory.HOUSE.root().resolve("system-tests/src/test/resources/ristretto/test/fences.txt");

    @Test
    void theFencesAreThoseThatSomebodyHasLookedAt() throws IOException {
        List<String> now = new ArrayList<>();
        now.add("kernel");
        now.addAll(fences(ImageFactory.builder().kernel()));
        var ring = ImageFactory.builder().imageFiles(Systems.find(ImageFactory.HOUSE, "bench-ring"));
        for (String end : List.of("sender", "receiver")) {
            now.add("ring, " + end);
            now.addAll(fences(ImageCache.symbolsOf(ring.get(end))));
        }
        if ("write".equals(System.getProperty("ristretto.fences"))) {
            Files.write(GOLDEN, now);
        }
        assertEquals(
                Files.readString(GOLDEN).strip(),
                String.join("\n", now),
                "if each fence that has gone is not needed any more: -Dristretto.fences=write");
    }

    private static List<String> fences(Path image) throws IOException {
        return Fences.of(new ElfImage(Files.readAllBytes(image)));
    }
}
