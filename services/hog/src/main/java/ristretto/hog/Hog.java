package ristretto.hog;

import java.util.ArrayList;
import java.util.List;
import ristretto.sdk.Heartbeat;

/**
 * Uses all the processor time and all the memory that it can get, what the supervisor lends included, for ever; and answers its heartbeat, so that nobody ends it. It says once how much it got.
 */
public final class Hog {
    private static final int KIBIBYTE = 1024;

    public static void main(String[] arguments) {
        System.out.println("hog: " + eat() + " KiB");
        while (true) {
            eat();
        }
    }

    /** Fills the heap until nothing more is to be had; answers with how many KiB. */
    private static long eat() {
        List<byte[]> food = new ArrayList<>();
        try {
            while (true) {
                food.add(new byte[KIBIBYTE]);
                Heartbeat.answer();
            }
        } catch (OutOfMemoryError full) {
            return food.size();
        }
    }

    private Hog() {}
}
