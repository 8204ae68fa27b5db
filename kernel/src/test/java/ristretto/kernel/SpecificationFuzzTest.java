package ristretto.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ristretto.specification.PlantedBugs;
import ristretto.specification.Specification;

/**
 * The kernel beside the specification, guided by what of the kernel inputs reach. In a test run only the inputs that
 * lie with the test are done; {@code ./ristretto verify fuzz} looks for new ones.
 */
class SpecificationFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void sequences(byte[] data) {
        FuzzedWorld.run(new FuzzedBytes(data), new Specification());
    }

    @Test
    void theInputsTellEachPlantedBug() throws IOException, URISyntaxException {
        Path folder = Path.of(
                getClass().getResource("SpecificationFuzzTestInputs/sequences").toURI());
        List<Path> inputs;
        try (Stream<Path> files = Files.list(folder)) {
            inputs = files.sorted().toList();
        }
        List<String> missed = new ArrayList<>(PlantedBugs.all().keySet());
        for (Path input : inputs) {
            byte[] bytes = Files.readAllBytes(input);
            missed.removeIf(bug -> isTold(bytes, PlantedBugs.all().get(bug)));
        }
        assertTrue(inputs.size() > 50);
        assertEquals(List.of(), missed);
    }

    private static boolean isTold(byte[] bytes, Specification bug) {
        try {
            FuzzedWorld.run(new FuzzedBytes(bytes), bug);
            return false;
        } catch (AssertionError difference) {
            return true;
        }
    }
}
