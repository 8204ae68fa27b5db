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

    /** Free numbers in a ring, in the order in which they became free, so that one is reused late. */
    private final int[] ring;

    private int first;
    private int free;

    AddressSpaces(int universe) {
        byNumber = new AddressSpace[universe];
        generations = new int[universe];
        ring = new int[universe];
        restrict(universe);
    }

    /** The machine may know fewer identifiers than we have room for. Before the first is taken. */
    @LoopBound(value = 1 << Mapping.SPACE_BITS, reason = "size of the universe")
    void restrict(int numbers) {
        free = 0;
        for (int number = 1; number < byNumber.length && number < numbers; number++) {
            ring[free++] = number;
        }
    }

    AddressSpace get(int number) {
        return number < byNumber.length ? byNumber[number] : null;
    }

    /** How many numbers are free. */
    int available() {
        return free;
    }

    /** Gives the space a free number, of which there must be one. */
    void add(AddressSpace space) {
        int number = ring[first];
        first = first + 1 < ring.length ? first + 1 : 0;
        free--;
        int generation = generations[number] + 1 & Mapping.GENERATION_MASK;
        generations[number] = generation;
        byNumber[number] = space;
        space.number = number;
        space.generation = generation;
    }

    void remove(AddressSpace space) {
        byNumber[space.number] = null;
        int place = first + free;
        ring[place < ring.length ? place : place - ring.length] = space.number;
        free++;
        Machine.sfenceVmaAsid(space.number);
    }
}
