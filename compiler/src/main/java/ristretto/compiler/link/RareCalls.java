package ristretto.compiler.link;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A riscv64 function that calls nobody but to raise an exception, or to initialise a class, keeps no frame for that. Most checks never fail, but
 * each is a call to LLVM, and who calls saves {@code ra} and {@code s0} each time that he is entered. So such a call becomes an instruction
 * that leaves its return address in {@code t2}, and a {@link #stub} writes the frame record of its caller for him, where traces look for it.
 *
 * <p>LLVM must not add a call of its own to such a function afterwards: what might become one is not let through here, and {@link Riscv64Code} looks at the
 * machine code for it.
 *
 * @see <a href="https://github.com/riscv-non-isa/riscv-elf-psabi-doc">RISC-V ABIs Specification, sections 2.1 (registers) and 2.2 (frame records)</a>
 */
final class RareCalls {
    /** The register {@code t2}, by its number: not one of those that shared prologues and write barriers are called with. */
    static final int LINK_REGISTER = 7;

    /** To be added to the processor's: {@code s0} stays what it is for the caller, where it is not needed for a frame. */
    static final String FEATURES = ",+reserve-x8";

    private static final int OPCODE_REMAINDER = 19;
    private static final int OPCODE_STACK_SPACE = 26;
    private static final int OPCODE_CALL = 45;
    static final int KIND_INTEGER = 8;
    private static final int KIND_POINTER = 12;
    private static final int WORD_BITS = 64;
    private static final int WHOLE_FUNCTION = -1;
    private static final int MAXIMUM_ARGUMENTS = 8;

    private static final String ADDRESS_NAME = "llvm.returnaddress";
    private static final String RAISE = "raise:";
    private static final String INITIALISE = "initialise:";

    /** Intrinsics that are a few instructions, or none. */
    private static final List<String> NO_CALLS = List.of(
            "abs.",
            "assume",
            "bitreverse.",
            "bswap.",
            "copysign.",
            "ctlz.",
            "ctpop.",
            "cttz.",
            "dbg.",
            "expect.",
            "fabs.",
            "fake.use",
            "fptosi.sat.",
            "fptoui.sat.",
            "fshl.",
            "fshr.",
            "lifetime.",
            "sadd.",
            "smax.",
            "smin.",
            "smul.",
            "sqrt.",
            "ssub.",
            "uadd.",
            "umax.",
            "umin.",
            "umul.",
            "usub.");

    private final LlvmLibrary llvm;
    private final MemorySegment module;
    private final MemorySegment features;
    private final Arena arena;
    private final MemorySegment builder;
    private final MemorySegment word;
    private final MemorySegment noName;
    private final MemorySegment returnAddress;
    private final MemorySegment returnAddressType;
    /** The number of each target's stub. */
    private final Map<String, Integer> stubs = new LinkedHashMap<>();

    /** @param features attribute of functions that leaves {@code s0} alone, with {@link #FEATURES} */
    RareCalls(LlvmLibrary llvm, MemorySegment module, MemorySegment features, Arena arena) {
        this.llvm = llvm;
        this.module = module;
        this.features = features;
        this.arena = arena;
        MemorySegment context = llvm.pointer("LLVMGetModuleContext", module);
        this.builder = llvm.pointer("LLVMCreateBuilderInContext", context);
        this.word = llvm.pointer("LLVMInt64TypeInContext", context);
        this.noName = arena.allocateFrom("");
        int number =
                llvm.integer("LLVMLookupIntrinsicID", arena.allocateFrom(ADDRESS_NAME), (long) ADDRESS_NAME.length());
        this.returnAddress = llvm.pointer("LLVMGetIntrinsicDeclaration", module, number, MemorySegment.NULL, 0L);
        this.returnAddressType = llvm.pointer("LLVMIntrinsicGetType", context, number, MemorySegment.NULL, 0L);
    }

    /** After all passes that could make a call disappear, or appear. */
    void withoutFrames() {
        MemorySegment function = llvm.pointer("LLVMGetFirstFunction", module);
        while (function.address() != 0) {
            List<MemorySegment> calls = callsOfLeaf(function);
            if (calls != null && !calls.isEmpty()) {
                calls.forEach(this::replace);
                llvm.run("LLVMAddAttributeAtIndex", function, WHOLE_FUNCTION, features);
            }
            function = llvm.pointer("LLVMGetNextFunction", function);
        }
        llvm.run("LLVMDisposeBuilder", builder);
        for (Map.Entry<String, Integer> stub : stubs.entrySet()) {
            byte[] text = stub(stub.getValue(), stub.getKey()).getBytes(StandardCharsets.UTF_8);
            llvm.run("LLVMAppendModuleInlineAsm", module, arena.allocateFrom(JAVA_BYTE, text), (long) text.length);
        }
    }

    /** The calls to replace in a function; null if it does something for which it needs a frame of its own. */
    private List<MemorySegment> callsOfLeaf(MemorySegment function) {
        List<MemorySegment> calls = new ArrayList<>();
        MemorySegment block = llvm.pointer("LLVMGetFirstBasicBlock", function);
        while (block.address() != 0) {
            MemorySegment instruction = llvm.pointer("LLVMGetFirstInstruction", block);
            while (instruction.address() != 0) {
                switch (llvm.integer("LLVMGetInstructionOpcode", instruction)) {
                    case OPCODE_CALL -> {
                        MemorySegment callee = llvm.pointer("LLVMGetCalledValue", instruction);
                        if (isRare(instruction, callee)) {
                            calls.add(instruction);
                        } else if (!isNoCall(callee)) {
                            return null;
                        }
                    }
                    case OPCODE_REMAINDER, OPCODE_STACK_SPACE -> {
                        return null;
                    }
                    default -> {
                        if (isWide(instruction)) {
                            return null;
                        }
                    }
                }
                instruction = llvm.pointer("LLVMGetNextInstruction", instruction);
            }
            block = llvm.pointer("LLVMGetNextBasicBlock", block);
        }
        return calls;
    }

    private boolean isFunction(MemorySegment callee) {
        return llvm.pointer("LLVMIsAFunction", callee).address() != 0;
    }

    private String name(MemorySegment function) {
        MemorySegment length = arena.allocate(Long.BYTES);
        return LlvmLibrary.text(llvm.pointer("LLVMGetValueName2", function, length));
    }

    private boolean isRare(MemorySegment call, MemorySegment callee) {
        if (!isFunction(callee)) {
            return false;
        }
        String name = name(callee);
        int arguments = llvm.integer("LLVMGetNumArgOperands", call);
        return (name.startsWith(RAISE) || name.startsWith(INITIALISE))
                && arguments <= MAXIMUM_ARGUMENTS
                && IntStream.range(0, arguments)
                        .allMatch(i -> isInOneRegister(llvm.pointer("LLVMGetOperand", call, i)));
    }

    private boolean isInOneRegister(MemorySegment value) {
        MemorySegment type = llvm.pointer("LLVMTypeOf", value);
        int kind = llvm.integer("LLVMGetTypeKind", type);
        return kind == KIND_POINTER || kind == KIND_INTEGER && !isWide(value);
    }

    /** 128 bits are multiplied and divided by functions of a library. */
    private boolean isWide(MemorySegment value) {
        MemorySegment type = llvm.pointer("LLVMTypeOf", value);
        return llvm.integer("LLVMGetTypeKind", type) == KIND_INTEGER
                && llvm.integer("LLVMGetIntTypeWidth", type) > WORD_BITS;
    }

    private boolean isNoCall(MemorySegment callee) {
        if (llvm.pointer("LLVMIsAInlineAsm", callee).address() != 0) {
            MemorySegment length = arena.allocate(Long.BYTES);
            String text = LlvmLibrary.text(llvm.pointer("LLVMGetInlineAsmAsmString", callee, length));
            return text.startsWith("call t1,") || !text.contains("call") && !text.contains("jal");
        }
        return isFunction(callee)
                && llvm.integer("LLVMGetIntrinsicID", callee) != 0
                && NO_CALLS.stream().anyMatch(name(callee).substring("llvm.".length())::startsWith);
    }

    /** The arguments where the calling convention wants them, the result where it leaves it. */
    private void replace(MemorySegment call) {
        String target = name(llvm.pointer("LLVMGetCalledValue", call));
        int number = stubs.computeIfAbsent(target, key -> stubs.size());
        int arguments = llvm.integer("LLVMGetNumArgOperands", call);
        int results = Math.max(1, arguments);
        llvm.run("LLVMPositionBuilderBefore", builder, call);

        MemorySegment context = llvm.pointer("LLVMGetModuleContext", module);
        MemorySegment type = results == 1
                ? word
                : llvm.pointer(
                        "LLVMStructTypeInContext", context, array(Collections.nCopies(results, word)), results, 0);
        MemorySegment signature = llvm.pointer(
                "LLVMFunctionType", type, array(Collections.nCopies(arguments + 1, word)), arguments + 1, 0);
        String constraints = constraints(arguments, results, target.startsWith(RAISE));
        String text = "call t2, rare_call." + number;
        MemorySegment assembly = llvm.pointer(
                "LLVMGetInlineAsm",
                signature,
                arena.allocateFrom(text),
                (long) text.length(),
                arena.allocateFrom(constraints),
                (long) constraints.length(),
                1,
                0,
                0,
                0);
        List<MemorySegment> values = new ArrayList<>();
        for (int i = 0; i < arguments; i++) {
            values.add(asWord(llvm.pointer("LLVMGetOperand", call, i)));
        }
        MemorySegment zero = llvm.pointer("LLVMConstInt", llvm.pointer("LLVMInt32TypeInContext", context), 0L, 0);
        values.add(asWord(llvm.pointer(
                "LLVMBuildCall2", builder, returnAddressType, returnAddress, array(List.of(zero)), 1, noName)));
        MemorySegment place = llvm.pointer("LLVMInstructionGetDebugLoc", call);
        MemorySegment made =
                llvm.pointer("LLVMBuildCall2", builder, signature, assembly, array(values), arguments + 1, noName);
        llvm.run("LLVMInstructionSetDebugLoc", made, place);
        MemorySegment first = results == 1 ? made : llvm.pointer("LLVMBuildExtractValue", builder, made, 0, noName);
        MemorySegment result =
                llvm.pointer("LLVMBuildIntToPtr", builder, first, llvm.pointer("LLVMTypeOf", call), noName);
        llvm.run("LLVMReplaceAllUsesWith", call, result);
        llvm.run("LLVMInstructionEraseFromParent", call);
    }

    private MemorySegment asWord(MemorySegment value) {
        MemorySegment type = llvm.pointer("LLVMTypeOf", value);
        boolean isPointer = llvm.integer("LLVMGetTypeKind", type) == KIND_POINTER;
        return llvm.pointer(isPointer ? "LLVMBuildPtrToInt" : "LLVMBuildSExtOrBitCast", builder, value, word, noName);
    }

    private MemorySegment array(List<MemorySegment> values) {
        MemorySegment array = arena.allocate(ADDRESS, Math.max(1, values.size()));
        for (int i = 0; i < values.size(); i++) {
            array.setAtIndex(ADDRESS, i, values.get(i));
        }
        return array;
    }

    /**
     * Arguments are results too, of no meaning, since they are in registers that are lost; {@code ra} must hold the return address, since LLVM may use it for
     * something else where there is no call. What raises an exception loses all that the
     * calling convention lets it; initialising a class, after which the function goes on, all for floating point, and {@code t0}.
     */
    private static String constraints(int arguments, int results, boolean raises) {
        String out = IntStream.range(0, results)
                .mapToObj(i -> "={x" + (10 + i) + "}")
                .collect(Collectors.joining(","));
        String in = IntStream.range(0, arguments).mapToObj(i -> "," + i).collect(Collectors.joining());
        String lost = IntStream.range(0, 32)
                .filter(register -> raises
                        ? isLost(register) && !(register >= 10 && register < 10 + results)
                        : register == 5 || register == LINK_REGISTER)
                .mapToObj(register -> ",~{x" + register + "}")
                .collect(Collectors.joining());
        String lostForFloatingPoint = IntStream.range(0, 32)
                .filter(register -> !Riscv64Code.isPreserved(register))
                .mapToObj(register -> ",~{f" + register + "}")
                .collect(Collectors.joining());
        return out + in + ",{x1}" + lost + lostForFloatingPoint + ",~{memory}";
    }

    /** t0 to t2, a0 to a7, t3 to t6. */
    private static boolean isLost(int register) {
        return register >= 5 && register <= 7 || register >= 10 && register <= 17 || register >= 28;
    }

    /**
     * The caller's frame record, with his own return address, and below it the stub's, with {@code t2}; so a trace that begins in the target finds
     * the stub, which it does not show, the caller, and his caller. The other registers are for class initialisers only.
     */
    private static String stub(int number, String target) {
        boolean raises = target.startsWith(RAISE);
        List<String> kept =
                raises ? List.of() : List.of("t1", "t3", "t4", "t5", "t6", "a1", "a2", "a3", "a4", "a5", "a6", "a7");
        int frame = 32 + 8 * kept.size();
        StringBuilder text = new StringBuilder();
        text.append(
                ".section .text.rare_call.%1$d, \"ax\", @progbits\n.type rare_call.%1$d, @function\nrare_call.%1$d:\n"
                        .formatted(number));
        text.append("addi sp, sp, -%d\n".formatted(frame));
        text.append("sd ra, %d(sp)\nsd s0, %d(sp)\naddi s0, sp, %d\n".formatted(frame - 8, frame - 16, frame));
        text.append("sd t2, %d(sp)\nsd s0, %d(sp)\naddi s0, sp, %d\n".formatted(frame - 24, frame - 32, frame - 16));
        for (int i = 0; i < kept.size(); i++) {
            text.append("sd %s, %d(sp)\n".formatted(kept.get(i), 8 * i));
        }
        text.append("0: auipc ra, %%pcrel_hi(\"%s\")\njalr ra, %%pcrel_lo(0b)(ra)\n".formatted(target));
        for (int i = 0; i < kept.size(); i++) {
            text.append("ld %s, %d(sp)\n".formatted(kept.get(i), 8 * i));
        }
        text.append("ld t2, %d(sp)\nld s0, %d(sp)\nld ra, %d(sp)\n".formatted(frame - 24, frame - 16, frame - 8));
        text.append("addi sp, sp, %d\njr t2\n.size rare_call.%2$d, . - rare_call.%2$d\n".formatted(frame, number));
        return text.toString();
    }
}
