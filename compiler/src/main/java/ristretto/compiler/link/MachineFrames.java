package ristretto.compiler.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the functions of a riscv64 image do with the stack, read from their machine code: how many bytes each takes, and which functions it
 * calls by address. Calls through registers are not seen here; whoever asks must know where they lead.
 *
 * @see <a href="https://riscv.org/specifications/">The RISC-V Instruction Set Manual, volume I, chapters 34 and 35 (encodings)</a>
 */
public final class MachineFrames {
    /**
     * @param bytes all that it takes off the stack pointer, in however many steps
     * @param calls names of the functions that it calls or jumps to
     */
    public record Frame(int bytes, Set<String> calls) {}

    private static final int STACK_POINTER = 2;
    /** The register in which a prologue that functions share gets its return address: t0. */
    private static final int PROLOGUE_LINK = 5;

    /** {@code c.jr t0}. */
    private static final int JUMP_TO_PROLOGUE_LINK = 0x8282;

    private final TreeMap<Long, ElfImage.Symbol> functions = new TreeMap<>();
    private final long[] constants = new long[32];
    private final byte[] code;
    private final long codeStart;

    private MachineFrames(ElfImage elf) {
        code = elf.section(".text");
        codeStart = elf.sectionAddress(".text");
        for (ElfImage.Symbol symbol : elf.symbols()) {
            boolean inCode = symbol.address() >= codeStart && symbol.address() < codeStart + code.length;
            if (symbol.kind() == ElfImage.Symbol.CODE && inCode) {
                functions.merge(symbol.address(), symbol, (a, b) -> a.size() >= b.size() ? a : b);
            }
        }
    }

    /** By function name, in the order of addresses. */
    public static Map<String, Frame> read(ElfImage elf) {
        MachineFrames frames = new MachineFrames(elf);
        Map<String, Frame> result = new LinkedHashMap<>();
        List<ElfImage.Symbol> all = new ArrayList<>(frames.functions.values());
        all.sort(Comparator.comparingLong(ElfImage.Symbol::address));
        for (ElfImage.Symbol function : all) {
            result.put(function.name(), frames.frame(function));
        }
        return result;
    }

    private Frame frame(ElfImage.Symbol function) {
        int bytes = 0;
        Set<String> calls = new LinkedHashSet<>();
        long address = function.address();
        while (address < function.address() + function.size()) {
            int half = half(address);
            if ((half & 3) != 3) {
                bytes += takenByShort(half);
                if ((half & 0xe003) == 0xa001) {
                    target(address + Immediates.shortJump(half), function, calls);
                }
                address += 2;
            } else {
                int word = half | half(address + 2) << 16;
                bytes += taken(word);
                bytes += call(word, address, function, calls);
                address += 4;
            }
        }
        return new Frame(bytes, calls);
    }

    private int half(long address) {
        int at = (int) (address - codeStart);
        return code[at] & 0xff | (code[at + 1] & 0xff) << 8;
    }

    /** {@code c.addi sp} and {@code c.addi16sp} with a negative immediate; of the others, {@code c.li}, {@code c.lui} and {@code c.addi} make constants. */
    private int takenByShort(int half) {
        int register = half >> 7 & 31;
        int immediate = Immediates.shortConstant(half);
        switch (half & 0xe003) {
            case 0x0001, 0x2001 -> {
                if (register == STACK_POINTER) {
                    return Math.max(0, -immediate);
                }
                constants[register] += immediate;
            }
            case 0x4001 -> constants[register] = immediate;
            case 0x6001 -> {
                if (register == STACK_POINTER) {
                    return Math.max(0, -Immediates.shortStackStep(half));
                }
                constants[register] = (long) immediate << 12;
            }
            default -> {}
        }
        return 0;
    }

    /** {@code addi sp, sp} with a negative immediate, and {@code sub sp, sp, register} after the register was loaded with a constant. */
    private int taken(int word) {
        int destination = word >> 7 & 31;
        int source = word >> 15 & 31;
        int opcode = word & 0x7f;
        int function = word >> 12 & 7;
        if (opcode == 0x37) {
            constants[destination] = word & 0xfffff000;
        } else if ((opcode == 0x13 || opcode == 0x1b) && function == 0 && destination != STACK_POINTER) {
            constants[destination] = (source == 0 ? 0 : constants[source]) + (word >> 20);
        }
        if (opcode == 0x13 && function == 0 && destination == STACK_POINTER && source == STACK_POINTER) {
            return Math.max(0, -(word >> 20));
        }
        boolean isSubtraction = opcode == 0x33 && word >>> 25 == 0x20 && function == 0;
        if (isSubtraction && destination == STACK_POINTER && source == STACK_POINTER) {
            return (int) constants[word >> 20 & 31];
        }
        return 0;
    }

    /** Notes a call; what a shared prologue takes off the stack is the caller's. */
    private int call(int word, long address, ElfImage.Symbol function, Set<String> calls) {
        if ((word & 0x7f) == 0x6f) {
            return call(address + Immediates.jump(word), word >> 7 & 31, function, calls);
        }
        boolean mayBeCall = (word & 0x7f) == 0x17 && address + 8 <= codeStart + code.length;
        if (mayBeCall) {
            int next = half(address + 4) | half(address + 6) << 16;
            if ((next & 0x707f) == 0x67 && (next >> 15 & 31) == (word >> 7 & 31)) {
                long target = address + (word & 0xfffff000) + (next >> 20);
                return call(target, next >> 7 & 31, function, calls);
            }
        }
        return 0;
    }

    private int call(long target, int linkRegister, ElfImage.Symbol function, Set<String> calls) {
        if (linkRegister == PROLOGUE_LINK) {
            return takenByPrologue(target);
        }
        target(target, function, calls);
        return 0;
    }

    private int takenByPrologue(long start) {
        int bytes = 0;
        for (long address = start; half(address) != JUMP_TO_PROLOGUE_LINK; ) {
            int half = half(address);
            boolean isShort = (half & 3) != 3;
            bytes += isShort ? takenByShort(half) : taken(half | half(address + 2) << 16);
            address += isShort ? 2 : 4;
        }
        return bytes;
    }

    /** Jumps within a function are no calls. */
    private void target(long address, ElfImage.Symbol from, Set<String> calls) {
        if (address >= from.address() && address < from.address() + from.size() && address != from.address()) {
            return;
        }
        Map.Entry<Long, ElfImage.Symbol> found = functions.floorEntry(address);
        if (found != null) {
            calls.add(found.getValue().name());
        }
    }
}
