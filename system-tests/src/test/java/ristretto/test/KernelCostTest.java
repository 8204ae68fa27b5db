package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ristretto.tool.bench.Figure;
import ristretto.tool.bench.KernelSuite;
import ristretto.tool.bench.Report;

/** What {@code ./ristretto bench kernel} measures keeps its bars: costs of calls, longest path, sizes. */
class KernelCostTest {
    private static final int BARS = 17;

    @Test
    void keepsItsBars() throws IOException {
        Report report = new KernelSuite(ImageFactory.HOUSE, ImageFactory.builder(), null).take();
        int bars = 0;
        List<String> broken = new ArrayList<>();
        for (Figure figure : report.figures()) {
            if (!figure.bar().isEmpty()) {
                bars++;
                long bar = Rows.number(figure.bar());
                long value = figure.value().map(Number::longValue).orElse(-1L);
                // Far below it nothing was measured.
                if (value > bar || value < bar / 4) {
                    broken.add(figure.key() + " " + value + ", bar " + bar + " " + figure.remark());
                }
            }
        }
        assertEquals(List.of(), broken);
        assertEquals(BARS, bars);
    }
}
