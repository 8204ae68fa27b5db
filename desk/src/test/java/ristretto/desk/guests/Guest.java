package ristretto.desk.guests;

/** A component's class as tests of the desk load it, more than once. */
public final class Guest {
    private static int lives;

    /** How many there are in this life. */
    public static int live() {
        return ++lives;
    }

    /** Never ends by itself. */
    public static long spin() {
        long turns = 0;
        while (true) {
            turns++;
        }
    }

    public static void say(String text) {
        System.out.println(text);
        System.err.print(text);
    }

    public static long now() throws InterruptedException {
        Thread.sleep(5);
        return System.nanoTime() + System.currentTimeMillis();
    }

    public static void leave() {
        System.exit(42);
    }

    /** The line of its exception is that of the source. */
    public static int fail(int[] none) {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += i;
        }
        return sum + none[0];
    }

    private Guest() {}
}
