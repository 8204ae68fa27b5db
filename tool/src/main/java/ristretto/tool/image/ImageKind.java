package ristretto.tool.image;

import ristretto.compiler.link.CodeGenerator;

/**
 * How the image of a process is made.
 *
 * @param pipeline of the code generator
 * @param forDebugger whether its symbols tell of types and variables
 * @param base where it begins, 0: where all do. All processes' images usually lie at the same addresses, and a debugger of the whole machine could not
 *     tell one process's breakpoint from another's
 */
public record ImageKind(String pipeline, boolean forDebugger, long base) {
    /** A component, which is kept in memory as a whole. */
    public static final ImageKind SMALL = new ImageKind(CodeGenerator.OPTIMIZE_SIZE, false, 0);
    /** A program that is run by itself. */
    public static final ImageKind FAST = new ImageKind(CodeGenerator.OPTIMIZE_SPEED, false, 0);

    private static final long FIRST_BASE = 0x100_0000;
    private static final long BASE_STEP = 0x80_0000;
    /** Room for a large heap behind it. */
    private static final long PROGRAM_BASE = 0x800_0000;

    /** Of one program that is stepped through: every line is there, and every variable in its place. */
    public static ImageKind stepped() {
        return new ImageKind(CodeGenerator.OPTIMIZE_NOTHING, true, PROGRAM_BASE);
    }

    /** The code that is shipped, at an address of its own; variables are seen as far as the optimiser left them. */
    public static ImageKind watched(int number) {
        return new ImageKind(CodeGenerator.OPTIMIZE_SIZE, true, FIRST_BASE + number * BASE_STEP);
    }
}
