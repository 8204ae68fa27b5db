package ristretto.kernel;

import ristretto.proofs.Any;

/** Numbers of address spaces: two, each free or taken by a space, in whatever order they became free. */
final class AnySpaces {
    static final int NUMBERS = 2;
    static final String UNIVERSE = "2 numbers of spaces";

    /** Calls that lead to every order and every place in the ring of free numbers. */
    private static final int CALLS = 6;

    final AddressSpaces spaces;

    /** By number; null: it is free. */
    private final AddressSpace[] taken = new AddressSpace[NUMBERS + 1];

    AnySpaces(Kernel kernel) {
        spaces = kernel.spaces;
        for (int i = 0; i < CALLS; i++) {
            step();
        }
    }

    private void step() {
        int number = Any.below(NUMBERS + 1);
        if (number != 0) {
            if (taken[number] != null) {
                spaces.remove(taken[number]);
                taken[number] = null;
            }
        } else if (spaces.available() > 0) {
            AddressSpace space = new AddressSpace();
            spaces.add(space);
            assert taken[space.number] == null;
            taken[space.number] = space;
        }
    }

    int free() {
        return (taken[1] == null ? 1 : 0) + (taken[2] == null ? 1 : 0);
    }

    AddressSpace taken(int number) {
        return taken[number];
    }

    /** All stand under their numbers, and those that nobody has are free. */
    void check() {
        assert spaces.available() == free();
        assert spaces.get(0) == null;
        assert isRight(1);
        assert isRight(2);
    }

    /** A space has got this number, which was free. */
    void add(AddressSpace space) {
        assert space.number > 0 && space.number <= NUMBERS && taken[space.number] == null;
        taken[space.number] = space;
    }

    /** A number has become free. */
    void remove(int number) {
        taken[number] = null;
    }

    private boolean isRight(int number) {
        AddressSpace space = taken[number];
        return spaces.get(number) == space && (space == null || space.number == number);
    }
}
