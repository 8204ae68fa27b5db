package ristretto.kernel.riscv64;

/** Bits of {@code sstatus} (RISC-V privileged specification 1.12, section 4.1.1). SUM is never set. */
final class Status {
    private static final long INTERRUPTS_AFTER_RETURN = 1 << 5;

    /** State of the floating-point unit: off, initial, clean, dirty. */
    static final long FLOAT_MASK = 3 << 13;

    static final long FLOAT_OFF = 0;
    static final long FLOAT_CLEAN = 2 << 13;
    static final long FLOAT_DIRTY = 3 << 13;

    /** User mode computes with 64 bits (field UXL; 0 means nothing). */
    private static final long USER_64_BITS = 2L << 32;

    /** A thread in user mode that has not used the floating-point unit yet. */
    static final long USER = INTERRUPTS_AFTER_RETURN | USER_64_BITS;

    private Status() {}
}
