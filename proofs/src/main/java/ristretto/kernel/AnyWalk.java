package ristretto.kernel;

import org.cprover.CProver;
import ristretto.kernel.riscv64.Sv39;
import ristretto.proofs.Any;
import ristretto.proofs.Words;

/**
 * A space and the words in which the processor looks for one virtual address of it, one at each level, with anything in them. Tables have pages of
 * their own, in the first 256 GiB of physical memory.
 */
final class AnyWalk {
    static final String UNIVERSE = "1 space, 1 address, any page tables";
    private static final long PHYSICAL_END = 1L << 38;

    final Kernel kernel = new Kernel(2, 0, 1);
    final AddressSpace space = new AddressSpace();
    final long address;

    /** What the words of the highest, the middle and the lowest level held. */
    final long top = Any.word();

    final long middle = Any.word();
    final long leaf = Any.word();

    /** @param page the lowest word is that of this page behind the address */
    AnyWalk(long virtualAddress, int page) {
        address = virtualAddress;
        space.root = anyPage();
        space.control = Any.word();
        kernel.spaces.add(space);
        long middleTable = tableOf(top);
        long lowestTable = tableOf(middle);
        CProver.assume(space.root != middleTable && space.root != lowestTable && middleTable != lowestTable);
        Words.watch(Sv39.entryAddress(space.root, address, 2), top);
        Words.watch(Sv39.entryAddress(middleTable, address, 1), middle);
        Words.watch(Sv39.entryAddress(lowestTable, address + page * Sv39.PAGE, 0), leaf);
    }

    /** Kernel virtual address of the table that an entry names, if it does. */
    static long tableOf(long entry) {
        CProver.assume(Sv39.target(entry) < PHYSICAL_END);
        return Sv39.kernelVirtual(Sv39.target(entry));
    }

    static long anyPage() {
        long physical = Any.word();
        CProver.assume(physical >= 0 && physical < PHYSICAL_END && (physical & Sv39.PAGE - 1) == 0);
        return Sv39.kernelVirtual(physical);
    }

    /** Whether there are tables down to the lowest level. */
    boolean isWhole() {
        return Sv39.isTable(top) && Sv39.isTable(middle);
    }

    boolean isUnchanged() {
        return Words.value(0) == top && Words.value(1) == middle && Words.value(2) == leaf;
    }
}
