package ristretto.kernel;

import ristretto.magic.LoopBound;
import ristretto.magic.riscv64.Machine;

/**
 * All address spaces by number. The number is the hardware's address-space identifier: translations of a dead space are
 * flushed before its number is given to another. Number 0 is the kernel's own.
 */
final class AddressSpaces {
    private final AddressSpace[] byNumber;
    private final int[] generations;
    private int limit;
    private int used;
    private int next = 1;

    AddressSpaces(int universe) {
        byNumber = new AddressSpace[universe];
        generations = new int[universe];
        limit = universe;
    }

    /** The machine may know fewer identifiers than we have room for. */
    void restrict(int numbers) {
        if (numbers < limit) {
            limit = numbers;
        }
    }

    AddressSpace get(int number) {
        return number < byNumber.length ? byNumber[number] : null;
    }

    /** How many numbers are free. */
    int available() {
        return limit - 1 - used;
    }

    /** A free number, 0 if there is none. Takes them in turn, so that one is reused late. */
    @LoopBound(value = 1 << Mapping.SPACE_BITS, reason = "size of the universe")
    int findFree() {
        int number = next;
        for (int i = 1; i < limit; i++) {
            if (number >= limit) {
                number = 1;
            }
            if (byNumber[number] == null) {
                return number;
            }
            number++;
        }
        return 0;
    }

    void add(AddressSpace space, int number) {
        int generation = generations[number] + 1 & Mapping.GENERATION_MASK;
        generations[number] = generation;
        byNumber[number] = space;
        space.number = number;
        space.generation = generation;
        next = number + 1;
        used++;
    }

    void remove(AddressSpace space) {
        byNumber[space.number] = null;
        used--;
        Machine.sfenceVmaAsid(space.number);
    }
}
