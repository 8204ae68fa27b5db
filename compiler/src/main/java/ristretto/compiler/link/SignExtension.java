package ristretto.compiler.link;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Who passes or returns 32 bits extends them to the width of a register with their sign, as the calling convention of riscv64 wants it and most
 * instructions leave them; so who gets them need not do it again. LLVM believes that of nobody of whom it is not said.
 *
 * @see <a href="https://github.com/riscv-non-isa/riscv-elf-psabi-doc">RISC-V ABIs Specification, section 2.1</a>
 */
final class SignExtension {
    private static final int OPCODE_CALL = 45;
    private static final int RESULT = 0;
    private static final int NARROW = 32;

    private final LlvmLibrary llvm;
    private final MemorySegment module;
    private final MemorySegment attribute;
    private final Arena arena;

    /** @param attribute {@code signext} */
    SignExtension(LlvmLibrary llvm, MemorySegment module, MemorySegment attribute, Arena arena) {
        this.llvm = llvm;
        this.module = module;
        this.attribute = attribute;
        this.arena = arena;
    }

    void declare() {
        MemorySegment function = llvm.pointer("LLVMGetFirstFunction", module);
        while (function.address() != 0) {
            if (llvm.integer("LLVMGetIntrinsicID", function) == 0) {
                MemorySegment type = llvm.pointer("LLVMGlobalGetValueType", function);
                add("LLVMAddAttributeAtIndex", function, type);
            }
            MemorySegment block = llvm.pointer("LLVMGetFirstBasicBlock", function);
            while (block.address() != 0) {
                declareInCalls(block);
                block = llvm.pointer("LLVMGetNextBasicBlock", block);
            }
            function = llvm.pointer("LLVMGetNextFunction", function);
        }
    }

    private void declareInCalls(MemorySegment block) {
        MemorySegment instruction = llvm.pointer("LLVMGetFirstInstruction", block);
        while (instruction.address() != 0) {
            if (llvm.integer("LLVMGetInstructionOpcode", instruction) == OPCODE_CALL && isOfFunction(instruction)) {
                add("LLVMAddCallSiteAttribute", instruction, llvm.pointer("LLVMGetCalledFunctionType", instruction));
            }
            instruction = llvm.pointer("LLVMGetNextInstruction", instruction);
        }
    }

    private boolean isOfFunction(MemorySegment call) {
        MemorySegment callee = llvm.pointer("LLVMGetCalledValue", call);
        boolean isFunction = llvm.pointer("LLVMIsAFunction", callee).address() != 0;
        boolean isAssembly = llvm.pointer("LLVMIsAInlineAsm", callee).address() != 0;
        return !isAssembly && !(isFunction && llvm.integer("LLVMGetIntrinsicID", callee) != 0);
    }

    private void add(String how, MemorySegment toWhat, MemorySegment type) {
        if (isNarrow(llvm.pointer("LLVMGetReturnType", type))) {
            llvm.run(how, toWhat, RESULT, attribute);
        }
        int parameters = llvm.integer("LLVMCountParamTypes", type);
        MemorySegment types = arena.allocate(ADDRESS, Math.max(1, parameters));
        llvm.run("LLVMGetParamTypes", type, types);
        for (int i = 0; i < parameters; i++) {
            if (isNarrow(types.getAtIndex(ADDRESS, i))) {
                llvm.run(how, toWhat, i + 1, attribute);
            }
        }
    }

    private boolean isNarrow(MemorySegment type) {
        return llvm.integer("LLVMGetTypeKind", type) == RareCalls.KIND_INTEGER
                && llvm.integer("LLVMGetIntTypeWidth", type) == NARROW;
    }
}
