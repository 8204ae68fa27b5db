package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cyclonedx.Version;
import org.cyclonedx.exception.ParseException;
import org.junit.jupiter.api.Test;
import ristretto.tool.image.ContentHash;
import ristretto.tool.image.Systems;
import ristretto.tool.report.BillOfMaterials;

/** The bill of materials keeps the official schema, names each image by its hash, and says what it is made of, and under which licences. */
class BillOfMaterialsTest {
    private static final String TALLY = "ristretto.bench.swap.TallyServer";

    @Test
    void saysWhatIsInASystem() throws IOException, ParseException {
        var demo = Systems.find(ImageFactory.HOUSE, "demo");
        Map<String, Path> images = ImageFactory.builder().imageFiles(demo);
        String text = new BillOfMaterials("demo", images, List.of()).json();
        assertEquals(List.of(), problems(text));
        assertEquals(text, new BillOfMaterials("demo", images, List.of()).json(), "reproducible");
        Map<String, JsonObject> parts = parts(text);
        assertTrue(
                images.keySet().containsAll(Set.of("kernel", "root", "counter", "counter-in-twos")), images::toString);
        for (Map.Entry<String, Path> image : images.entrySet()) {
            JsonObject one = parts.get("image:" + image.getKey());
            assertEquals(
                    ContentHash.ofFile(image.getValue()),
                    one.getAsJsonArray("hashes")
                            .get(0)
                            .getAsJsonObject()
                            .get("content")
                            .getAsString());
            assertTrue(property(one, "ristretto:bytes-of-ristretto") > 10_000, one::toString);
            assertTrue(property(one, "ristretto:bytes") > property(one, "ristretto:bytes-of-ristretto"), one::toString);
        }
        assertTrue(property(parts.get("image:shell"), "ristretto:bytes-of-openjdk") > 1_000);
        assertEquals(
                0,
                property(parts.get("image:kernel"), "ristretto:bytes-of-openjdk"),
                "the kernel uses no class of the JDK");
        String license = parts.get("openjdk")
                .getAsJsonArray("licenses")
                .get(0)
                .getAsJsonObject()
                .get("expression")
                .getAsString();
        assertEquals("GPL-2.0-only WITH Classpath-exception-2.0", license);
    }

    @Test
    void knowsWhichLibraryCodeIsFrom() throws IOException, ParseException {
        Path classes = ImageFactory.HOUSE.classes("bench");
        Path image = ImageFactory.builder().component("tally", TALLY);
        Path jar = Path.of(com.google.gson.Gson.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        String text = new BillOfMaterials("tally", Map.of("tally", image), List.of(classes, jar)).json();
        assertEquals(List.of(), problems(text));
        Map<String, JsonObject> parts = parts(text);
        assertTrue(property(parts.get("image:tally"), "ristretto:bytes-of-own components") > 100);
        assertTrue(parts.get("gson").get("purl").getAsString().startsWith("pkg:maven/com.google.code.gson/gson@"));
    }

    private static List<String> problems(String text) throws IOException, ParseException {
        Path file = Files.createTempFile("bill", ".json");
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
            return new org.cyclonedx.parsers.JsonParser()
                    .validate(file.toFile(), Version.VERSION_16).stream()
                            .map(Throwable::getMessage)
                            .toList();
        } finally {
            Files.delete(file);
        }
    }

    private static Map<String, JsonObject> parts(String text) {
        Map<String, JsonObject> parts = new TreeMap<>();
        for (JsonElement part : JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("components")) {
            parts.put(part.getAsJsonObject().get("bom-ref").getAsString(), part.getAsJsonObject());
        }
        return parts;
    }

    /** 0 where there is none. */
    private static long property(JsonObject part, String name) {
        Map<String, Long> properties = new HashMap<>();
        for (JsonElement property : part.getAsJsonArray("properties")) {
            JsonObject one = property.getAsJsonObject();
            properties.put(one.get("name").getAsString(), one.get("value").getAsLong());
        }
        return properties.getOrDefault(name, 0L);
    }
}
