package ristretto.compiler.link;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * From LLVM IR as text, or assembly, to a relocatable object, in this process. The module's triple and data layout are always the
 * target's; whatever the text says of them is replaced. Every function gets a section of its own, so that the linker
 * drops those that nothing refers to; data keeps its section, so let its linkage be {@code internal} where it may vanish. No
 * call becomes a jump, since the caller's frame would be missing in stack traces.
 * Several threads may use one generator.
 */
public final class CodeGenerator {
    /** The standard pipeline, inlining included. */
    public static final String OPTIMIZE = "default<O2>";
    /** Fast before small, for programs: conditions that a loop does not change are asked outside of it, by two copies of the loop. */
    public static final String OPTIMIZE_SPEED = "default<O3>";
    /** Small before fast: for everything in the boot archive, which is kept in memory as a whole. */
    public static final String OPTIMIZE_SIZE = "default<Oz>";

    /** As the source says, step by step, so that a debugger finds every variable in its place. */
    public static final String OPTIMIZE_NOTHING = "always-inline";

    /**
     * Where a loop's checks are sure to pass from its second to its last but one iteration, say, those run in a copy of it without checks, and the others, in
     * which a check may fail, in the loop as it was. For speed only, since it is three loops then.
     */
    private static final String WITHOUT_CHECKS = "function(irce,instcombine<no-verify-fixpoint>,simplifycfg)";

    /** For each loop it looks at the whole function again: for tables that are written out in one, of 12,000 basic blocks, that would be minutes. */
    private static final int MOST_BLOCKS_WITHOUT_CHECKS = 1500;

    private static final String UNTOUCHED = "optnone";

    private static final int ASSEMBLY = 0;
    private static final int OBJECT = 1;
    private static final int LEVEL_NONE = 0;
    private static final int LEVEL_DEFAULT = 2;
    private static final int RELOCATION_STATIC = 1;
    private static final int RETURN_STATUS = 2;
    private static final int WHOLE_FUNCTION = -1;
    private static final String TAIL_CALLS = "tail-calls";
    /** Twice the usual: every check brings a call that is hardly ever made, but counts. */
    private static final String INLINE_THRESHOLD = "450";

    private static final List<String> SMALL = List.of("minsize", "optsize");

    private final LlvmLibrary llvm;

    public CodeGenerator(Toolchain toolchain) {
        llvm = LlvmLibrary.load(toolchain.library());
    }

    /** Compiles with the pipeline {@link #OPTIMIZE}. */
    public void compile(String irText, Path objectFile, Target target) throws IOException {
        compile(irText, objectFile, target, OPTIMIZE);
    }

    /**
     * @param pipeline passes, as {@code opt -passes=} takes them; empty for none
     * @throws LinkException with LLVM's message, if the text is not valid IR
     */
    public void compile(String irText, Path objectFile, Target target, String pipeline) throws IOException {
        Files.write(objectFile, generate(irText, target, pipeline, OBJECT));
    }

    /** The assembly text of what {@link #compile} would write, for people. */
    public String assembly(String irText, Target target, String pipeline) {
        return new String(generate(irText, target, pipeline, ASSEMBLY), StandardCharsets.UTF_8);
    }

    private byte[] generate(String irText, Target target, String pipeline, int kind) {
        try (Arena arena = Arena.ofConfined();
                LlvmContext context = new LlvmContext(llvm, arena)) {
            boolean small = pipeline.equals(OPTIMIZE_SIZE);
            int level = pipeline.equals(OPTIMIZE_NOTHING) ? LEVEL_NONE : LEVEL_DEFAULT;
            MemorySegment machine = machine(small ? target.forSize() : target, level, arena);
            MemorySegment layout = llvm.pointer("LLVMCreateTargetDataLayout", machine);
            try {
                String layoutText = llvm.takeMessage(llvm.pointer("LLVMCopyStringRepOfTargetData", layout));
                // On the first line, so that LLVM counts the lines of its messages as the caller does.
                String head = "target datalayout = \"" + layoutText + "\" target triple = \"" + target.triple() + "\" ";
                MemorySegment module = context.parse(head + irText);
                context.check(llvm.integer("LLVMVerifyModule", module, RETURN_STATUS, context.message()));
                keepFrames(module, context, arena);
                if (small) {
                    SMALL.forEach(attribute -> addToAll(module, context.attribute(attribute)));
                }
                boolean fast = pipeline.equals(OPTIMIZE_SPEED);
                if (fast) {
                    addToAll(module, context.attribute("function-inline-threshold", INLINE_THRESHOLD));
                    if (target.code().hasLinkRegister()) {
                        new SignExtension(llvm, module, context.attribute("signext"), arena).declare();
                    }
                }
                optimize(module, machine, pipeline, context, arena);
                if (fast) {
                    reduceStrength(module, machine, context, arena);
                    if (target.code().hasLinkRegister()) {
                        MemorySegment features =
                                context.attribute("target-features", target.features() + RareCalls.FEATURES);
                        new RareCalls(llvm, module, features, arena).withoutFrames();
                    }
                }
                separateFunctions(module, arena);
                return emit(module, machine, kind, context, arena);
            } finally {
                llvm.run("LLVMDisposeTargetData", layout);
                llvm.run("LLVMDisposeTargetMachine", machine);
            }
        }
    }

    /** Assembles; {@code name} is the file's in messages. The text is not preprocessed. */
    byte[] assemble(String text, String name, Target target) {
        try (Arena arena = Arena.ofConfined();
                LlvmContext context = new LlvmContext(llvm, arena)) {
            MemorySegment machine = machine(target.forAssembly(), LEVEL_DEFAULT, arena);
            try {
                MemorySegment module = context.parse("target triple = \"" + target.triple()
                        + "\" !llvm.module.flags = !{!0} !0 = !{i32 1, !\"target-abi\", !\"" + target.abi() + "\"}");
                byte[] source = text.getBytes(StandardCharsets.UTF_8);
                llvm.run(
                        "LLVMSetModuleInlineAsm2", module, arena.allocateFrom(JAVA_BYTE, source), (long) source.length);
                return emit(module, machine, OBJECT, context, arena);
            } catch (LinkException e) {
                throw new LinkException(e.getMessage().replace("<inline asm>", name), e);
            } finally {
                llvm.run("LLVMDisposeTargetMachine", machine);
            }
        }
    }

    private MemorySegment machine(Target target, int level, Arena arena) {
        MemorySegment triple = arena.allocateFrom(target.triple());
        MemorySegment reference = arena.allocate(ADDRESS);
        MemorySegment message = arena.allocate(ADDRESS);
        if (llvm.integer("LLVMGetTargetFromTriple", triple, reference, message) != 0) {
            throw new LinkException(llvm.takeMessage(message.get(ADDRESS, 0)));
        }
        MemorySegment options = llvm.pointer("LLVMCreateTargetMachineOptions");
        llvm.run("LLVMTargetMachineOptionsSetCPU", options, arena.allocateFrom(target.processor()));
        llvm.run("LLVMTargetMachineOptionsSetFeatures", options, arena.allocateFrom(target.features()));
        llvm.run("LLVMTargetMachineOptionsSetABI", options, arena.allocateFrom(target.abi()));
        llvm.run("LLVMTargetMachineOptionsSetCodeGenOptLevel", options, level);
        llvm.run("LLVMTargetMachineOptionsSetRelocMode", options, RELOCATION_STATIC);
        llvm.run("LLVMTargetMachineOptionsSetCodeModel", options, target.codeModel());
        MemorySegment machine =
                llvm.pointer("LLVMCreateTargetMachineWithOptions", reference.get(ADDRESS, 0), triple, options);
        llvm.run("LLVMDisposeTargetMachineOptions", options);
        return machine;
    }

    /** Calls do not become jumps, but in functions with the attribute {@code "tail-calls"}. */
    private void keepFrames(MemorySegment module, LlvmContext context, Arena arena) {
        MemorySegment name = arena.allocateFrom(TAIL_CALLS);
        MemorySegment attribute = context.attribute("disable-tail-calls", "true");
        MemorySegment function = llvm.pointer("LLVMGetFirstFunction", module);
        while (function.address() != 0) {
            MemorySegment found =
                    llvm.pointer("LLVMGetStringAttributeAtIndex", function, WHOLE_FUNCTION, name, TAIL_CALLS.length());
            if (found.address() == 0) {
                llvm.run("LLVMAddAttributeAtIndex", function, WHOLE_FUNCTION, attribute);
            }
            function = llvm.pointer("LLVMGetNextFunction", function);
        }
    }

    private void addToAll(MemorySegment module, MemorySegment attribute) {
        MemorySegment function = llvm.pointer("LLVMGetFirstFunction", module);
        while (function.address() != 0) {
            llvm.run("LLVMAddAttributeAtIndex", function, WHOLE_FUNCTION, attribute);
            function = llvm.pointer("LLVMGetNextFunction", function);
        }
    }

    private void optimize(
            MemorySegment module, MemorySegment machine, String pipeline, LlvmContext context, Arena arena) {
        if (pipeline.isEmpty()) {
            return;
        }
        MemorySegment options = llvm.pointer("LLVMCreatePassBuilderOptions");
        MemorySegment error = llvm.pointer("LLVMRunPasses", module, arena.allocateFrom(pipeline), machine, options);
        llvm.run("LLVMDisposePassBuilderOptions", options);
        if (error.address() != 0) {
            throw new LinkException(LlvmLibrary.text(llvm.pointer("LLVMGetErrorMessage", error)));
        }
        context.check(0);
    }

    /** Not among the code generator's own passes, see {@link LlvmLibrary}, since the collector has to know. */
    private void reduceStrength(MemorySegment module, MemorySegment machine, LlvmContext context, Arena arena) {
        removeChecks(module, machine, context, arena);
        new SignedIndexes(llvm, module, arena).extend(module);
        optimize(module, machine, "function(loop-simplify,lcssa,loop(indvars))", context, arena);
        optimize(module, machine, "function(correlated-propagation)", context, arena);
        new LoopTests(llvm, module, arena).simplify();
        // Where a test has become certain an exit of a loop may have got other ways to it.
        optimize(module, machine, "function(correlated-propagation,loop-simplify,lcssa)", context, arena);
        new LoopPointers(llvm, module, arena).keepBases(module);
        optimize(module, machine, "function(loop(loop-reduce,loop-term-fold))", context, arena);
    }

    private void removeChecks(MemorySegment module, MemorySegment machine, LlvmContext context, Arena arena) {
        List<MemorySegment> large = new ArrayList<>();
        MemorySegment function = llvm.pointer("LLVMGetFirstFunction", module);
        while (function.address() != 0) {
            if (llvm.integer("LLVMCountBasicBlocks", function) > MOST_BLOCKS_WITHOUT_CHECKS) {
                large.add(function);
                llvm.run("LLVMAddAttributeAtIndex", function, WHOLE_FUNCTION, context.attribute(UNTOUCHED));
            }
            function = llvm.pointer("LLVMGetNextFunction", function);
        }
        optimize(module, machine, WITHOUT_CHECKS, context, arena);
        for (MemorySegment one : large) {
            llvm.run("LLVMRemoveEnumAttributeAtIndex", one, WHOLE_FUNCTION, context.kind(UNTOUCHED));
        }
    }

    private void separateFunctions(MemorySegment module, Arena arena) {
        MemorySegment length = arena.allocate(Long.BYTES);
        MemorySegment function = llvm.pointer("LLVMGetFirstFunction", module);
        while (function.address() != 0) {
            boolean hasCode = llvm.integer("LLVMIsDeclaration", function) == 0;
            if (hasCode && llvm.pointer("LLVMGetSection", function).address() == 0) {
                String name = LlvmLibrary.text(llvm.pointer("LLVMGetValueName2", function, length));
                llvm.run("LLVMSetSection", function, arena.allocateFrom(".text." + name));
            }
            function = llvm.pointer("LLVMGetNextFunction", function);
        }
    }

    private byte[] emit(MemorySegment module, MemorySegment machine, int kind, LlvmContext context, Arena arena) {
        MemorySegment buffer = arena.allocate(ADDRESS);
        context.check(
                llvm.integer("LLVMTargetMachineEmitToMemoryBuffer", machine, module, kind, context.message(), buffer));
        MemorySegment content = buffer.get(ADDRESS, 0);
        long size = llvm.size("LLVMGetBufferSize", content);
        byte[] bytes =
                llvm.pointer("LLVMGetBufferStart", content).reinterpret(size).toArray(JAVA_BYTE);
        llvm.run("LLVMDisposeMemoryBuffer", content);
        return bytes;
    }
}
