package ristretto.kernel;

import ristretto.abi.Rights;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.Memory;
import ristretto.specification.State;

/** What an address space shows, read as the hardware would read it, and written down frame by frame. */
final class SpaceReader {
    private final SmallWorld world;
    private final State state;
    private State.AddressSpace model;

    /** Of the frame whose pages follow each other: the address of the next one, and how many are still to come. */
    private Frame frame;

    private long next;
    private long missing;

    SpaceReader(SmallWorld world, State state) {
        this.world = world;
        this.state = state;
    }

    void read(AddressSpace space, State.AddressSpace into) {
        if (world.universe.hasMemory()) {
            model = into;
            table(space.root, Sv39.TOP_LEVEL, 0);
            checkWhole();
        }
    }

    private void table(long table, int level, long base) {
        int entries = level == Sv39.TOP_LEVEL ? Sv39.ENTRIES / 2 : Sv39.ENTRIES;
        for (int i = 0; i < entries; i++) {
            long entry = Memory.loadLong(table + 8L * i);
            if (entry == 0) {
                continue;
            }
            long address = base + ((long) i << 12 + 9 * level);
            if (Sv39.isTable(entry)) {
                table(Sv39.kernelVirtual(Sv39.target(entry)), level - 1, address);
            } else {
                leaf(entry, address, level);
            }
        }
    }

    private void leaf(long entry, long address, int level) {
        long memory = Sv39.kernelVirtual(Sv39.target(entry));
        if (missing > 0 && address == next && memory == frame.address + frame.bytes - missing) {
            next += Sv39.PAGE;
            missing -= Sv39.PAGE;
            return;
        }
        checkWhole();
        for (int i = 0; i < world.count; i++) {
            if (world.objects[i] instanceof Frame each && world.lives(each) && each.address == memory) {
                State.Frame shown = (State.Frame) state.objects.get(i);
                model.pages.add(new State.Page(address, shown, rights(entry), level > 0));
                frame = each;
                next = address + Sv39.PAGE;
                missing = level > 0 ? 0 : each.bytes - Sv39.PAGE;
                return;
            }
        }
        throw new AssertionError("0x%x shows what is no frame's beginning: 0x%x".formatted(address, memory));
    }

    private void checkWhole() {
        if (missing > 0) {
            throw new AssertionError("a frame is mapped in part, up to 0x%x".formatted(next));
        }
    }

    private static int rights(long entry) {
        int rights = (entry & 2) != 0 ? Rights.READ : 0;
        rights |= (entry & 4) != 0 ? Rights.WRITE : 0;
        return rights | ((entry & 8) != 0 ? Rights.EXECUTE : 0);
    }
}
