package ristretto.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReadersTest {
    private final Readers readers = new Readers(4);

    @Test
    void withoutAForegroundTheFirstIsFirst() {
        assertEquals(-1, readers.next());
        readers.add(10, 1, 5, false);
        readers.add(11, 2, 6, false);
        assertEquals(10, readers.ticket(readers.next()));
        readers.remove(readers.next());
        assertEquals(11, readers.ticket(readers.next()));
        assertEquals(6, readers.wanted(readers.next()));
    }

    @Test
    void theForegroundGoesFirstAndInputIsKeptForIt() {
        readers.add(10, 1, 5, false);
        readers.add(11, 2, 6, true);
        assertEquals(11, readers.ticket(readers.next()));
        readers.remove(readers.next());
        assertEquals(-1, readers.next());
    }

    @Test
    void aNewLifeReplacesTheOldReader() {
        assertEquals(-1, readers.add(10, 1, 5, false));
        assertEquals(-1, readers.add(11, 2, 5, false));
        assertEquals(10, readers.add(12, 1, 5, false));
        assertEquals(11, readers.ticket(readers.next()));
    }

    @Test
    void inputIsARing() {
        Input input = new Input();
        byte[] target = new byte[3000];
        assertFalse(input.isReady());
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 2500; i++) {
                input.add(i & 0xff);
            }
            assertEquals(2500, input.take(target, 3000));
            assertEquals((byte) 2499, target[2499]);
        }
        for (int i = 0; i < 5000; i++) {
            input.add('x');
        }
        assertEquals(3000, input.take(target, 3000));
        assertEquals(1096, input.take(target, 3000));
        assertFalse(input.isReady());
        input.end();
        assertTrue(input.isReady());
        assertEquals(0, input.take(target, 3000));
    }
}
