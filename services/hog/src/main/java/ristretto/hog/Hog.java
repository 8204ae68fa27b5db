package ristretto.hog;

import java.util.ArrayList;
import java.util.List;
import ristretto.sdk.Heartbeat;

/** Uses all the processor time and all the memory that it can get, for ever; and answers its heartbeat, so that nobody ends it. */
public final class Hog {
    private static final int PIECE_BYTES = 1024;

    public static void main(String[] arguments) {
        long eaten = 0;
        while (true) {
            eaten += eat();
            if (eaten < 0) {
                throw new IllegalStateException("nothing to eat");
            }
        }
    }

    /** Fills the heap, again and again. */
    private static long eat() {
        List<byte[]> food = new ArrayList<>();
        try {
            while (true) {
                food.add(new byte[PIECE_BYTES]);
                Heartbeat.answer();
            }
        } catch (OutOfMemoryError full) {
            return food.size();
        }
    }

    private Hog() {}
}
