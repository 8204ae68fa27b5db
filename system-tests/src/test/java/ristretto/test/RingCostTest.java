package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import ristretto.tool.bench.Figure;
import ristretto.tool.bench.Report;
import ristretto.tool.bench.RingFigures;

/**
 * What a message of 64 bytes through a ring costs in the steady state: at least 16 words loaded and 16 stored. That nothing is signalled to
 * who does not wait is tested on the JVM.
 */
class RingCostTest {

    @Test
    void aMessageThroughARingTakesAtMostSixtyInstructions() throws IOException {
        Report report = new RingFigures(ImageFactory.HOUSE, ImageFactory.builder()).take();
        Figure figure = report.figures().getFirst();
        long instructions = figure.value().orElseThrow().longValue();
        assertTrue(instructions >= 32 && instructions <= 60, "instructions: " + instructions);
    }
}
