package ristretto.compiler.link;

import java.util.List;

/**
 * What code is generated for. Every assumption about an architecture, or about what lies under a program, that the back end makes is a
 * component of this record. A target's linker script and assembly lie in the folder of its architecture.
 *
 * @param features LLVM's names; {@code relax} lets the linker shorten calls
 * @param assemblyFeatures further features that hand-written assembly may use (the kernel saves floating-point registers, but computes with none)
 * @param sizeFeatures further features where small goes before fast: {@code save-restore} lets all functions share the code that saves registers
 * @param codeModel LLVM's number, see {@code LLVMCodeModel} in {@code llvm-c/TargetMachine.h}
 * @param script the linker script
 * @param assembly what every image has, beside what was compiled
 * @param platform the package of the runtime that does for {@code ristretto.runtime.platform} what has to be done differently on each platform;
 *     its last name
 */
public record Target(
        String triple,
        String processor,
        String features,
        String assemblyFeatures,
        String sizeFeatures,
        String abi,
        int codeModel,
        MachineCode code,
        String script,
        List<String> assembly,
        String platform) {
    private static final int SMALL = 3;
    private static final int MEDIUM = 5;

    /** A process on our kernel. */
    public static final Target RISCV64_PROCESS = new Target(
            "riscv64-unknown-elf",
            "generic-rv64",
            "+m,+a,+f,+d,+c,+relax",
            "",
            ",+save-restore",
            "lp64d",
            MEDIUM,
            new Riscv64Code(),
            "riscv64/process.ld",
            List.of(
                    "riscv64/process-start.S",
                    "riscv64/fibers.S",
                    "riscv64/frames.S",
                    "riscv64/barrier.S",
                    "riscv64/memory.S"),
            "kernel");

    public static final Target RISCV64_KERNEL = new Target(
            "riscv64-unknown-elf",
            "generic-rv64",
            "+m,+a,+c,+relax",
            ",+f,+d",
            "",
            "lp64",
            MEDIUM,
            new Riscv64Code(),
            "riscv64/kernel.ld",
            List.of("riscv64/memory.S"),
            "");

    /** A static executable for Linux, which makes system calls itself. */
    public static final Target LINUX_X86_64 = new Target(
            "x86_64-unknown-none-elf",
            "x86-64-v2",
            "",
            "",
            "",
            "",
            SMALL,
            new X8664Code(),
            "x86_64/linux.ld",
            List.of("x86_64/linux-start.S", "x86_64/fibers.S", "x86_64/memory.S"),
            "linux");

    /** The one file of assembly that is there in two forms, see {@code INTEGERS_ONLY} in it. */
    String fiberSwitch() {
        return assembly.stream()
                .filter(file -> file.endsWith("/fibers.S"))
                .findFirst()
                .orElseThrow();
    }

    Target forAssembly() {
        return withFeatures(features + assemblyFeatures, "");
    }

    Target forSize() {
        return withFeatures(features + sizeFeatures, abi);
    }

    private Target withFeatures(String newFeatures, String newAbi) {
        return new Target(triple, processor, newFeatures, "", "", newAbi, codeModel, code, script, assembly, platform);
    }

    boolean isKernel() {
        return platform.isEmpty();
    }
}
