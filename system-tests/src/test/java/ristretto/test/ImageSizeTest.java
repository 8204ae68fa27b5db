package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ristretto.compiler.link.ImageLinker;
import ristretto.compiler.link.SizeReport;
import ristretto.tool.image.ImageCache;

/**
 * How large the images of five programs are. What each was when somebody last looked at it lies in {@code sizes/}, class by class; an image that
 * has become more than {@link #TOLERANCE_PERCENT} larger or smaller fails the test, which then tells what changed. With
 * {@code -Dristretto.sizes=write} the test writes these files anew.
 */
class ImageSizeTest {
    private static final int TOLERANCE_PERCENT = 10;
    private static final int SHOWN = 40;
    private static final long HELLO_BAR = 40 << 10;
    private static final String SECTIONS = "(sections)";
    private static final Path FOLDER = ImageFactory.HOUSE.root().resolve("system-tests/sizes");

    @Test
    void hello() throws IOException {
        Path image = program("hello", "bench", "ristretto.bench.Hello");
        check("hello", image);
        assertTrue(Files.size(image) <= HELLO_BAR, () -> "hello: at most " + HELLO_BAR + " bytes");
    }

    @Test
    void collections() throws IOException {
        check("collections", program("collections", "bench", "ristretto.bench.CollectionsProgram"));
    }

    @Test
    void services() throws IOException {
        check("counter", component("counter", "ristretto.counter.CounterComponent"));
        check("console", component("console", "ristretto.console.Console"));
        check("shell", component("shell", "ristretto.shell.Shell"));
    }

    private static Path program(String name, String module, String mainClass) throws IOException {
        return ImageFactory.builder().program(name, List.of(ImageFactory.HOUSE.classes(module)), mainClass);
    }

    private static Path component(String name, String mainClass) throws IOException {
        return ImageFactory.builder().service(name, mainClass);
    }

    private static void check(String name, Path image) throws IOException {
        byte[] symbols = Files.readAllBytes(ImageCache.symbolsOf(image));
        SizeReport report = new SizeReport(new ImageLinker.Image(symbols, symbols));
        Map<String, Long> now = new TreeMap<>();
        report.classes()
                .forEach(entry -> now.put(entry.name().replace(' ', '_'), entry.codeBytes() + entry.dataBytes()));
        now.put(
                SECTIONS,
                report.sections().values().stream()
                        .mapToLong(Integer::longValue)
                        .sum());
        Path golden = FOLDER.resolve(name + ".txt");
        if ("write".equals(System.getProperty("ristretto.sizes"))) {
            Files.createDirectories(FOLDER);
            Files.write(
                    golden,
                    now.entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue())
                            .toList());
            return;
        }
        Map<String, Long> before = Files.readAllLines(golden).stream()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(words -> words[0], words -> Long.parseLong(words[1])));
        long difference = now.get(SECTIONS) - before.get(SECTIONS);
        if (Math.abs(difference) * 100 > before.get(SECTIONS) * TOLERANCE_PERCENT) {
            fail("the image of " + name + " had " + before.get(SECTIONS) + " bytes and has " + now.get(SECTIONS)
                    + "; if that is right, run this test with -Dristretto.sizes=write. What changed:\n"
                    + changes(before, now));
        }
    }

    private static String changes(Map<String, Long> before, Map<String, Long> now) {
        Map<String, Long> changes = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        names.forEach(name -> changes.put(name, now.getOrDefault(name, 0L) - before.getOrDefault(name, 0L)));
        return changes.entrySet().stream()
                .filter(change -> change.getValue() != 0)
                .sorted((a, b) -> Long.compare(Math.abs(b.getValue()), Math.abs(a.getValue())))
                .limit(SHOWN)
                .map(change -> "%+8d %s".formatted(change.getValue(), change.getKey()))
                .collect(Collectors.joining("\n"));
    }
}
