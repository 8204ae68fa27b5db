package ristretto.kernel.riscv64;

/** Bits of {@code sip} and {@code sie}. */
public final class Interrupts {
    public static final long TIMER = 1 << 5;
    public static final long EXTERNAL = 1 << 9;

    private Interrupts() {}
}
