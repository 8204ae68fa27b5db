package ristretto.compiler.link;

/**
 * What code is generated for. Every assumption about an architecture that the back end makes is a component of this record.
 *
 * @param features LLVM's names; {@code relax} lets the linker shorten calls
 * @param assemblyFeatures further features that hand-written assembly may use (the kernel saves floating-point registers, but computes with none)
 * @param codeModel LLVM's number, see {@code LLVMCodeModel} in {@code llvm-c/TargetMachine.h}
 */
public record Target(
        String triple, String processor, String features, String assemblyFeatures, String abi, int codeModel) {
    private static final int MEDIUM = 5;

    public static final Target RISCV64_PROCESS =
            new Target("riscv64-unknown-elf", "generic-rv64", "+m,+a,+f,+d,+c,+relax", "", "lp64d", MEDIUM);

    public static final Target RISCV64_KERNEL =
            new Target("riscv64-unknown-elf", "generic-rv64", "+m,+a,+c,+relax", ",+f,+d", "lp64", MEDIUM);

    Target forAssembly() {
        return new Target(triple, processor, features + assemblyFeatures, "", abi, codeModel);
    }
}
