package ristretto.compiler.ir;

/**
 * How {@code ristretto.magic.Jump} methods are entered on riscv64. LLVM's convention for GHC fits: parameters in
 * {@code s1}-{@code s4}, every other register free to use, nothing to restore, only jumps to others of the kind. It asks
 * for the floating-point extensions, which the kernel-mode check keeps unused. The reserved registers are those that
 * stay as they are for the other side: {@code t1}, {@code a0}-{@code a7}, {@code t3}, {@code t4}.
 */
final class JumpConvention {
    static final String CONVENTION = "ghccc ";

    /** A method with these attributes is compiled for a processor that lacks the reserved registers. */
    static final String ATTRIBUTES =
            " \"target-features\"=\"+m,+a,+c,+relax,+f,+d,+reserve-x6,+reserve-x10,+reserve-x11,"
                    + "+reserve-x12,+reserve-x13,+reserve-x14,+reserve-x15,+reserve-x16,+reserve-x17,+reserve-x28,+reserve-x29\"";

    private JumpConvention() {}
}
