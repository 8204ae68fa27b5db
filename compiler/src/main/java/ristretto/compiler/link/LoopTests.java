package ristretto.compiler.link;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Tests of loop variables, after LLVM made those 64 bits wide.
 *
 * <ul>
 *   <li>A test that still looks at the lower 32 bits only would keep a second variable in the loop. The variable is known to be what its lower half is with
 *       its sign, so the test becomes one of 64 bits, the other side extended with its sign too. That keeps every order, also the one without sign.
 *   <li>A loop that counts from 0 while it is below {@code n} ends at {@code n}, or at 1 if that is more. As a test for equality it can be
 *       done on the pointer that loop strength reduction makes, and the counter is not needed.
 * </ul>
 */
final class LoopTests {
    private static final int OPCODE_BRANCH = 2;
    private static final int OPCODE_ADD = 8;
    private static final int OPCODE_TRUNCATION = 30;
    private static final int OPCODE_COMPARISON = 42;
    private static final int OPCODE_PHI = 44;
    private static final int PREDICATE_UNEQUAL = 33;
    private static final int PREDICATE_BELOW = 36;
    private static final int NARROW = 32;
    private static final int WIDE = 64;

    private final LlvmLibrary llvm;
    private final MemorySegment module;
    private final Arena arena;
    private final MemorySegment builder;
    private final MemorySegment noName;
    private final MemorySegment word;
    private final MemorySegment maximum;
    private final MemorySegment maximumType;

    LoopTests(LlvmLibrary llvm, MemorySegment module, Arena arena) {
        this.llvm = llvm;
        this.module = module;
        this.arena = arena;
        this.noName = arena.allocateFrom("");
        MemorySegment context = llvm.pointer("LLVMGetModuleContext", module);
        this.builder = llvm.pointer("LLVMCreateBuilderInContext", context);
        this.word = llvm.pointer("LLVMInt64TypeInContext", context);
        String name = "llvm.umax";
        int number = llvm.integer("LLVMLookupIntrinsicID", arena.allocateFrom(name), (long) name.length());
        MemorySegment types = array(word);
        this.maximum = llvm.pointer("LLVMGetIntrinsicDeclaration", module, number, types, 1L);
        this.maximumType = llvm.pointer("LLVMIntrinsicGetType", context, number, types, 1L);
    }

    void simplify() {
        MemorySegment function = llvm.pointer("LLVMGetFirstFunction", module);
        while (function.address() != 0) {
            MemorySegment block = llvm.pointer("LLVMGetFirstBasicBlock", function);
            while (block.address() != 0) {
                comparisons(block).forEach(this::widen);
                countToTheEnd(block);
                block = llvm.pointer("LLVMGetNextBasicBlock", block);
            }
            function = llvm.pointer("LLVMGetNextFunction", function);
        }
        llvm.run("LLVMDisposeBuilder", builder);
    }

    private MemorySegment array(MemorySegment... values) {
        MemorySegment array = arena.allocate(ADDRESS, values.length);
        for (int i = 0; i < values.length; i++) {
            array.setAtIndex(ADDRESS, i, values[i]);
        }
        return array;
    }

    private int opcode(MemorySegment value) {
        boolean isInstruction = llvm.pointer("LLVMIsAInstruction", value).address() != 0;
        return isInstruction ? llvm.integer("LLVMGetInstructionOpcode", value) : 0;
    }

    private MemorySegment operand(MemorySegment value, int number) {
        return llvm.pointer("LLVMGetOperand", value, number);
    }

    private int width(MemorySegment value) {
        MemorySegment type = llvm.pointer("LLVMTypeOf", value);
        return llvm.integer("LLVMGetTypeKind", type) == RareCalls.KIND_INTEGER
                ? llvm.integer("LLVMGetIntTypeWidth", type)
                : 0;
    }

    private List<MemorySegment> comparisons(MemorySegment block) {
        List<MemorySegment> found = new ArrayList<>();
        MemorySegment instruction = llvm.pointer("LLVMGetFirstInstruction", block);
        while (instruction.address() != 0) {
            if (opcode(instruction) == OPCODE_COMPARISON
                    && width(operand(instruction, 0)) == NARROW
                    && (whole(operand(instruction, 0)) != null || whole(operand(instruction, 1)) != null)) {
                found.add(instruction);
            }
            instruction = llvm.pointer("LLVMGetNextInstruction", instruction);
        }
        return found;
    }

    /** The 64 bits of which this is the lower half, if they are that half extended with its sign; null otherwise. */
    private MemorySegment whole(MemorySegment value) {
        boolean isHalf = opcode(value) == OPCODE_TRUNCATION
                && width(operand(value, 0)) == WIDE
                && llvm.integer("LLVMGetNSW", value) != 0;
        return isHalf ? operand(value, 0) : null;
    }

    private void widen(MemorySegment comparison) {
        llvm.run("LLVMPositionBuilderBefore", builder, comparison);
        int predicate = llvm.integer("LLVMGetICmpPredicate", comparison);
        MemorySegment wide = llvm.pointer(
                "LLVMBuildICmp",
                builder,
                predicate,
                extended(operand(comparison, 0)),
                extended(operand(comparison, 1)),
                noName);
        llvm.run("LLVMReplaceAllUsesWith", comparison, wide);
        llvm.run("LLVMInstructionEraseFromParent", comparison);
    }

    private MemorySegment extended(MemorySegment value) {
        MemorySegment whole = whole(value);
        return whole != null ? whole : llvm.pointer("LLVMBuildSExt", builder, value, word, noName);
    }

    /** If the block is a loop. */
    private void countToTheEnd(MemorySegment block) {
        MemorySegment branch = llvm.pointer("LLVMGetBasicBlockTerminator", block);
        if (opcode(branch) != OPCODE_BRANCH
                || llvm.integer("LLVMIsConditional", branch) == 0
                || !llvm.pointer("LLVMGetSuccessor", branch, 0).equals(block)) {
            return;
        }
        MemorySegment test = llvm.pointer("LLVMGetCondition", branch);
        if (opcode(test) != OPCODE_COMPARISON
                || llvm.integer("LLVMGetICmpPredicate", test) != PREDICATE_BELOW
                || width(operand(test, 0)) != WIDE
                || llvm.pointer("LLVMGetNextUse", llvm.pointer("LLVMGetFirstUse", test))
                                .address()
                        != 0) {
            return;
        }
        MemorySegment next = operand(test, 0);
        MemorySegment end = operand(test, 1);
        MemorySegment preheader = preheader(next, block);
        if (preheader == null || isIn(end, block)) {
            return;
        }
        llvm.run("LLVMPositionBuilderBefore", builder, llvm.pointer("LLVMGetBasicBlockTerminator", preheader));
        MemorySegment one = llvm.pointer("LLVMConstInt", word, 1L, 0);
        MemorySegment last = llvm.pointer("LLVMBuildCall2", builder, maximumType, maximum, array(end, one), 2, noName);
        llvm.run("LLVMPositionBuilderBefore", builder, branch);
        MemorySegment differs = llvm.pointer("LLVMBuildICmp", builder, PREDICATE_UNEQUAL, next, last, noName);
        llvm.run("LLVMSetCondition", branch, differs);
        llvm.run("LLVMInstructionEraseFromParent", test);
    }

    /** The block from which a loop is entered with 0 in the variable of which {@code next} is one more; null where that is not so. */
    private MemorySegment preheader(MemorySegment next, MemorySegment block) {
        if (opcode(next) != OPCODE_ADD || opcode(operand(next, 0)) != OPCODE_PHI || !isConstant(operand(next, 1), 1)) {
            return null;
        }
        MemorySegment variable = operand(next, 0);
        if (!isIn(variable, block) || llvm.integer("LLVMCountIncoming", variable) != 2) {
            return null;
        }
        int around = llvm.pointer("LLVMGetIncomingBlock", variable, 0).equals(block) ? 0 : 1;
        boolean isCounter = llvm.pointer("LLVMGetIncomingBlock", variable, around)
                        .equals(block)
                && llvm.pointer("LLVMGetIncomingValue", variable, around).equals(next)
                && isConstant(llvm.pointer("LLVMGetIncomingValue", variable, 1 - around), 0);
        return isCounter ? llvm.pointer("LLVMGetIncomingBlock", variable, 1 - around) : null;
    }

    private boolean isIn(MemorySegment value, MemorySegment block) {
        return llvm.pointer("LLVMIsAInstruction", value).address() != 0
                && llvm.pointer("LLVMGetInstructionParent", value).equals(block);
    }

    private boolean isConstant(MemorySegment value, long number) {
        return llvm.pointer("LLVMIsAConstantInt", value).address() != 0
                && llvm.size("LLVMConstIntGetZExtValue", value) == number;
    }
}
