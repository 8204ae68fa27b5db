package ristretto.compiler.time;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ristretto.compiler.link.ElfImage;
import ristretto.compiler.link.LinkException;
import ristretto.compiler.time.Instruction.Kind;

/** The instructions of a linked kernel, what its functions are called, and its tables of addresses. */
final class CodeReader {
    /** As entry.S has one: a short instruction for each register of a message. */
    private static final int ROW = 8;

    private final byte[] code;
    private final long start;
    private final ByteBuffer constants;
    private final long constantsStart;
    private final TreeMap<Long, ElfImage.Symbol> functions = new TreeMap<>();

    /** Where tables begin, and so others end. */
    private final Set<Long> tables = new LinkedHashSet<>();

    CodeReader(ElfImage elf) {
        code = elf.section(".text");
        start = elf.sectionAddress(".text");
        constants = ByteBuffer.wrap(elf.section(".rodata")).order(ByteOrder.LITTLE_ENDIAN);
        constantsStart = elf.sectionAddress(".rodata");
        for (ElfImage.Symbol symbol : elf.symbols()) {
            if (symbol.kind() == ElfImage.Symbol.CODE && symbol.size() > 0 && isCode(symbol.address())) {
                functions.merge(symbol.address(), symbol, (a, b) -> a.size() >= b.size() ? a : b);
            }
        }
        functions.values().forEach(this::findTables);
    }

    /** Whatever constant's address the code makes: among them, where each table begins. */
    private void findTables(ElfImage.Symbol function) {
        KnownRegisters known = new KnownRegisters();
        for (long at = function.address(); at < function.address() + function.size(); ) {
            Instruction instruction = at(at);
            known.follow(instruction);
            if (instruction.kind() == Kind.STEP) {
                tables.add(known.address(instruction.destination()));
            }
            at = instruction.next();
        }
    }

    boolean isCode(long address) {
        return address >= start && address < start + code.length;
    }

    Instruction at(long address) {
        if (!isCode(address)) {
            throw new LinkException("control leaves the code at 0x" + Long.toHexString(address));
        }
        return Instruction.decode(code, (int) (address - start), address);
    }

    /** Whether a function begins here. */
    boolean begins(long address) {
        return functions.containsKey(address);
    }

    /** Name of the function that an address is in. */
    String function(long address) {
        Map.Entry<Long, ElfImage.Symbol> found = functions.floorEntry(address);
        return found == null
                ? "0x" + Long.toHexString(address)
                : found.getValue().name();
    }

    /** Where a jump through a register leads. */
    Set<Long> targets(Instruction jump, KnownRegisters known) {
        Set<Long> targets = new LinkedHashSet<>();
        long row = known.row(jump.source());
        if (row != 0 && isCode(row)) {
            for (int i = 0; i < ROW; i++) {
                targets.add(row + 2L * i);
            }
            return targets;
        }
        long table = known.table(jump.source());
        ElfImage.Symbol function = functions.floorEntry(jump.address()).getValue();
        for (long at = table; at == table || !tables.contains(at); at += 8) {
            long offset = at - constantsStart;
            if (offset < 0 || offset + 8 > constants.capacity()) {
                break;
            }
            long target = constants.getLong((int) offset);
            if (target < function.address() || target >= function.address() + function.size()) {
                break;
            }
            targets.add(target);
        }
        if (targets.isEmpty()) {
            throw new LinkException("cannot tell where the jump at 0x" + Long.toHexString(jump.address()) + " in "
                    + function.name() + " leads");
        }
        return targets;
    }
}
