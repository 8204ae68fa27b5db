package ristretto.desk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ristretto.magic.ObjectLayout;

class ArrayWindowsTest {
    private final ArrayWindows windows = new ArrayWindows();

    @Test
    void elementsAreReadAndWritten() {
        long[] array = {5, 6};
        long data = windows.open(array) + ObjectLayout.ARRAY_DATA;
        assertTrue(windows.holds(data + 8, 8));
        assertEquals(6, windows.load(data + 8));
        windows.store(data, 7);
        assertArrayEquals(new long[] {7, 6}, array);
    }

    @Test
    void nothingElseIsThere() {
        long address = windows.open(new long[2]);
        long data = address + ObjectLayout.ARRAY_DATA;
        assertFalse(windows.holds(address, 8), "its header");
        assertFalse(windows.holds(data + 16, 8), "behind its end");
        assertFalse(windows.holds(data, 4));
        assertFalse(windows.holds(data + 4, 8));
        assertFalse(windows.holds(data + (1L << 40), 8), "a window that is not open");
        assertFalse(windows.holds(data + (1L << 50), 8));
        assertFalse(windows.holds(0, 8));
        assertFalse(windows.holds(-8, 8));
    }

    @Test
    void severalAreOpenAtATime() {
        long first = windows.open(new long[] {1});
        long second = windows.open(new long[] {2});
        assertEquals(1, windows.load(first + ObjectLayout.ARRAY_DATA));
        assertEquals(2, windows.load(second + ObjectLayout.ARRAY_DATA));
    }
}
