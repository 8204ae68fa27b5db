package ristretto.test.desk;

import java.util.stream.LongStream;

/** A component that says how many lives it has begun, by a property that only this JVM has, and then computes in the JDK, where nothing stops it. */
public final class Stuck {
    public static final String LIVES = "ristretto.test.desk.lives";
    public static final String END = "ristretto.test.desk.end";

    public static void main(String[] arguments) {
        int lives = Integer.getInteger(LIVES, 0) + 1;
        System.setProperty(LIVES, Integer.toString(lives));
        System.out.println("life " + lives + " of " + arguments[0]);
        if (lives < 3) {
            LongStream.iterate(0, i -> i + 1)
                    .filter(i -> System.getProperty(END) != null)
                    .findFirst();
            System.out.println("never seen: the life is over");
        }
        System.exit(7);
    }

    private Stuck() {}
}
