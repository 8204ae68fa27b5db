package ristretto.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void numbers() {
        assertEquals(0, Text.number("0"));
        assertEquals(7, Text.number("007"));
        assertEquals(999_999_999, Text.number("999999999"));
    }

    @Test
    void whatIsNoNumber() {
        for (String text : new String[] {"", "-1", "1000000000", "1 ", "1.0", "٣"}) {
            Exception refusal = assertThrows(IllegalArgumentException.class, () -> Text.number(text));
            assertEquals("expected 0 to 999999999, got " + text, refusal.getMessage());
        }
    }
}
