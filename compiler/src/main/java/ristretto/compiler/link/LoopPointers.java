package ristretto.compiler.link;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps objects alive while a loop runs through them with pointers of LLVM's making. Loop strength reduction replaces {@code base + 8 * i} by a
 * pointer that it advances, or counts down to the end of the loop; the base may then be in no register, and a pointer that leaves the
 * array at a bounds check is nothing that the conservative collector recognises. Such pointers live inside of their loop, and on the way to
 * it. So each base that comes from outside is used once more, by an instruction that is none, at every exit of the loop: from its
 * definition to there it stays in a register or in the stack.
 *
 * <p>That is not needed in a function that calls nothing, since the collector runs inside of calls only; nor for calls from which no loop
 * is reached any more; nor for those in the entry block, which are over before LLVM computes anything for a loop.
 */
final class LoopPointers {
    private static final int OPCODE_CALL = 45;
    private static final int OPCODE_PHI = 44;
    private static final int OPCODE_ADDRESS = 29;

    private static final String NAME = "llvm.fake.use";

    private final LlvmLibrary llvm;
    private final Arena arena;
    private final MemorySegment builder;
    private final MemorySegment fakeUse;
    private final MemorySegment fakeUseType;

    LoopPointers(LlvmLibrary llvm, MemorySegment module, Arena arena) {
        this.llvm = llvm;
        this.arena = arena;
        MemorySegment context = llvm.pointer("LLVMGetModuleContext", module);
        this.builder = llvm.pointer("LLVMCreateBuilderInContext", context);
        int number = llvm.integer("LLVMLookupIntrinsicID", arena.allocateFrom(NAME), (long) NAME.length());
        this.fakeUse = llvm.pointer("LLVMGetIntrinsicDeclaration", module, number, MemorySegment.NULL, 0L);
        this.fakeUseType = llvm.pointer("LLVMIntrinsicGetType", context, number, MemorySegment.NULL, 0L);
    }

    /** The module's loops have a preheader, and exits that are entered from the loop only. */
    void keepBases(MemorySegment module) {
        MemorySegment function = llvm.pointer("LLVMGetFirstFunction", module);
        while (function.address() != 0) {
            if (llvm.integer("LLVMIsDeclaration", function) == 0) {
                keepBasesIn(function);
            }
            function = llvm.pointer("LLVMGetNextFunction", function);
        }
        llvm.run("LLVMDisposeBuilder", builder);
    }

    private void keepBasesIn(MemorySegment function) {
        List<MemorySegment> blocks = blocks(function);
        Map<Long, Integer> numbers = new HashMap<>();
        for (MemorySegment block : blocks) {
            numbers.put(block.address(), numbers.size());
        }
        ControlFlow flow = new ControlFlow(successors(blocks, numbers));
        Map<Integer, BitSet> loops = flow.loops();
        if (loops.isEmpty() || !mayCollectBeforeTheEnd(blocks, flow, loops)) {
            return;
        }
        Map<BitSet, Map<Long, MemorySegment>> bases = new LinkedHashMap<>();
        loops.values().forEach(loop -> bases.put(loop, bases(blocks, numbers, loop)));
        bases.forEach((loop, values) -> useAtExits(blocks, flow, loop, values));
    }

    private List<MemorySegment> blocks(MemorySegment function) {
        List<MemorySegment> blocks = new ArrayList<>();
        MemorySegment block = llvm.pointer("LLVMGetFirstBasicBlock", function);
        while (block.address() != 0) {
            blocks.add(block);
            block = llvm.pointer("LLVMGetNextBasicBlock", block);
        }
        return blocks;
    }

    private int[][] successors(List<MemorySegment> blocks, Map<Long, Integer> numbers) {
        int[][] successors = new int[blocks.size()][];
        for (int i = 0; i < successors.length; i++) {
            MemorySegment end = llvm.pointer("LLVMGetBasicBlockTerminator", blocks.get(i));
            int[] next = new int[llvm.integer("LLVMGetNumSuccessors", end)];
            for (int j = 0; j < next.length; j++) {
                next[j] = numbers.get(llvm.pointer("LLVMGetSuccessor", end, j).address());
            }
            successors[i] = next;
        }
        return successors;
    }

    private boolean mayCollectBeforeTheEnd(List<MemorySegment> blocks, ControlFlow flow, Map<Integer, BitSet> loops) {
        BitSet leadingToLoops = new BitSet();
        loops.values().forEach(loop -> loop.stream().forEach(block -> flow.addWhatReaches(block, leadingToLoops)));
        for (int i = 1; i < blocks.size(); i++) {
            if (leadingToLoops.get(i) && instructions(blocks.get(i)).stream().anyMatch(this::mayCollect)) {
                return true;
            }
        }
        return false;
    }

    private List<MemorySegment> instructions(MemorySegment block) {
        List<MemorySegment> instructions = new ArrayList<>();
        MemorySegment instruction = llvm.pointer("LLVMGetFirstInstruction", block);
        while (instruction.address() != 0) {
            instructions.add(instruction);
            instruction = llvm.pointer("LLVMGetNextInstruction", instruction);
        }
        return instructions;
    }

    private int opcode(MemorySegment instruction) {
        return llvm.integer("LLVMGetInstructionOpcode", instruction);
    }

    private boolean mayCollect(MemorySegment instruction) {
        if (opcode(instruction) != OPCODE_CALL) {
            return false;
        }
        MemorySegment callee = llvm.pointer("LLVMGetCalledValue", instruction);
        boolean isFunction = llvm.pointer("LLVMIsAFunction", callee).address() != 0;
        boolean isAssembly = llvm.pointer("LLVMIsAInlineAsm", callee).address() != 0;
        return !isAssembly && !(isFunction && llvm.integer("LLVMGetIntrinsicID", callee) != 0);
    }

    /** Pointers from outside of the loop from which addresses are computed in it. */
    private Map<Long, MemorySegment> bases(List<MemorySegment> blocks, Map<Long, Integer> numbers, BitSet loop) {
        Map<Long, MemorySegment> bases = new LinkedHashMap<>();
        loop.stream().forEach(number -> {
            for (MemorySegment instruction : instructions(blocks.get(number))) {
                MemorySegment base = instruction;
                while (llvm.pointer("LLVMIsAInstruction", base).address() != 0 && opcode(base) == OPCODE_ADDRESS) {
                    base = llvm.pointer("LLVMGetOperand", base, 0);
                }
                if (base != instruction && isFromOutside(base, numbers, loop)) {
                    bases.put(base.address(), base);
                }
            }
        });
        return bases;
    }

    private boolean isFromOutside(MemorySegment value, Map<Long, Integer> numbers, BitSet loop) {
        if (llvm.pointer("LLVMIsAInstruction", value).address() == 0) {
            return llvm.pointer("LLVMIsAArgument", value).address() != 0;
        }
        MemorySegment block = llvm.pointer("LLVMGetInstructionParent", value);
        return !loop.get(numbers.get(block.address()));
    }

    private void useAtExits(List<MemorySegment> blocks, ControlFlow flow, BitSet loop, Map<Long, MemorySegment> bases) {
        BitSet exits = new BitSet();
        loop.stream().forEach(block -> {
            for (int next : flow.successors(block)) {
                if (!loop.get(next)) {
                    exits.set(next);
                }
            }
        });
        exits.stream().forEach(exit -> {
            if (!flow.predecessors(exit).stream().allMatch(loop::get)) {
                throw new IllegalStateException("an exit of a loop is entered from elsewhere, too");
            }
            MemorySegment first = llvm.pointer("LLVMGetFirstInstruction", blocks.get(exit));
            while (opcode(first) == OPCODE_PHI) {
                first = llvm.pointer("LLVMGetNextInstruction", first);
            }
            llvm.run("LLVMPositionBuilderBefore", builder, first);
            for (MemorySegment base : bases.values()) {
                MemorySegment arguments = arena.allocate(ADDRESS);
                arguments.set(ADDRESS, 0, base);
                llvm.pointer("LLVMBuildCall2", builder, fakeUseType, fakeUse, arguments, 1, arena.allocateFrom(""));
            }
        });
    }
}
