package ristretto.bench;

/** The smallest program that says something: its image's size is a figure of the benchmark. */
public final class Hello {

    public static void main(String[] arguments) {
        System.out.println("hello");
    }

    private Hello() {}
}
