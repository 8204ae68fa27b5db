package ristretto.compiler.link;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * An index that was checked is not negative, so LLVM extends it with zeros. A loop that counts down passes -1 before its check fails; such a variable is
 * known not to overflow with its sign only, and only with its sign can it be made one of 64 bits, which needs no extension in the loop. So
 * extensions of variables of loops become signed ones, which is the same for what is not negative.
 */
final class SignedIndexes {
    private static final int OPCODE_ZERO_EXTENSION = 31;
    private static final int OPCODE_PHI = 44;

    private final LlvmLibrary llvm;
    private final MemorySegment builder;
    private final MemorySegment noName;

    SignedIndexes(LlvmLibrary llvm, MemorySegment module, Arena arena) {
        this.llvm = llvm;
        this.noName = arena.allocateFrom("");
        this.builder = llvm.pointer("LLVMCreateBuilderInContext", llvm.pointer("LLVMGetModuleContext", module));
    }

    void extend(MemorySegment module) {
        MemorySegment function = llvm.pointer("LLVMGetFirstFunction", module);
        while (function.address() != 0) {
            MemorySegment block = llvm.pointer("LLVMGetFirstBasicBlock", function);
            while (block.address() != 0) {
                found(block).forEach(this::replace);
                block = llvm.pointer("LLVMGetNextBasicBlock", block);
            }
            function = llvm.pointer("LLVMGetNextFunction", function);
        }
        llvm.run("LLVMDisposeBuilder", builder);
    }

    private List<MemorySegment> found(MemorySegment block) {
        List<MemorySegment> found = new ArrayList<>();
        MemorySegment instruction = llvm.pointer("LLVMGetFirstInstruction", block);
        while (instruction.address() != 0) {
            if (llvm.integer("LLVMGetInstructionOpcode", instruction) == OPCODE_ZERO_EXTENSION
                    && llvm.integer("LLVMGetNNeg", instruction) != 0
                    && isVariable(llvm.pointer("LLVMGetOperand", instruction, 0))) {
                found.add(instruction);
            }
            instruction = llvm.pointer("LLVMGetNextInstruction", instruction);
        }
        return found;
    }

    private boolean isVariable(MemorySegment value) {
        return llvm.pointer("LLVMIsAInstruction", value).address() != 0
                && llvm.integer("LLVMGetInstructionOpcode", value) == OPCODE_PHI;
    }

    private void replace(MemorySegment extension) {
        llvm.run("LLVMPositionBuilderBefore", builder, extension);
        MemorySegment value = llvm.pointer("LLVMGetOperand", extension, 0);
        MemorySegment signed =
                llvm.pointer("LLVMBuildSExt", builder, value, llvm.pointer("LLVMTypeOf", extension), noName);
        llvm.run("LLVMInstructionSetDebugLoc", signed, llvm.pointer("LLVMInstructionGetDebugLoc", extension));
        llvm.run("LLVMReplaceAllUsesWith", extension, signed);
        llvm.run("LLVMInstructionEraseFromParent", extension);
    }
}
