package ristretto.kernel.riscv64;

/** Bits of {@code sip} and {@code sie}. */
final class Interrupts {
    static final long TIMER = 1 << 5;
    static final long EXTERNAL = 1 << 9;

    private Interrupts() {}
}
