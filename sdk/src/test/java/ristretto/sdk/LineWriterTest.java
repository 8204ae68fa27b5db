package ristretto.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ristretto.abi.StreamProtocol;

class LineWriterTest {
    private final LineWriter line = new LineWriter(null);

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                9,
                10,
                99,
                100,
                1_000_000_007,
                Long.MAX_VALUE,
                -1,
                -10,
                -99,
                Long.MIN_VALUE,
                Integer.MIN_VALUE
            })
    void numbersAreAsInJava(long number) {
        assertEquals("<" + number + ">", line.text("<").number(number).text(">").line());
    }

    @Test
    void eachLineBeginsAnew() {
        line.text("gr\u00fcn").end();
        assertEquals("", line.line());
        assertEquals("gr?n", line.text("gr\u00fcn").line());
    }

    @Test
    void whatDoesNotFitIsLeftOut() {
        line.text("x".repeat(StreamProtocol.MAXIMUM_BYTES + 10)).number(1);
        assertEquals("x".repeat(StreamProtocol.MAXIMUM_BYTES - 1), line.line());
        line.end();
    }
}
