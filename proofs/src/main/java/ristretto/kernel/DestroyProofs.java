package ristretto.kernel;

import org.cprover.CProver;
import ristretto.abi.ObjectType;
import ristretto.kernel.riscv64.Sv39;
import ristretto.proofs.Any;
import ristretto.proofs.Interrupts;
import ristretto.proofs.Probe;
import ristretto.proofs.Proof;
import ristretto.proofs.Translation;
import ristretto.proofs.Words;

/**
 * The reaper's step, after which an interrupt waits, at address spaces and page tables: nothing that lives on knows what is
 * gone, and its memory is accounted for. How the list goes on is {@link ReaperProofs}' matter.
 */
final class DestroyProofs {
    private final Kernel kernel;
    private final Untyped home = UntypedProofs.any();
    private final long living = home.living;

    private DestroyProofs(Kernel ofObject, KernelObject object) {
        kernel = ofObject;
        home.capabilities = 1;
        CProver.assume(living > 0);
        object.home = home;
        object.doomed = true;
        kernel.reaper.dying = object;
        Interrupts.pending = true;
    }

    /** The core does not stay in it, its number is free, and what was mapped there is known to be nowhere, also when the number is used again. */
    @Proof(
            universe = AnySpaces.UNIVERSE,
            planted = {
                "Reaper.step: drop useSpace()",
                "Reaper.step: drop remove()",
                "AddressSpaces.remove: drop sfenceVmaAsid()"
            })
    static void space() {
        Kernel kernel = new Kernel(AnySpaces.NUMBERS + 1, 0, 1);
        AnySpaces spaces = new AnySpaces(kernel);
        int number = Any.flag() ? 1 : 2;
        AddressSpace space = spaces.taken(number);
        CProver.assume(space != null);
        space.type = ObjectType.ADDRESS_SPACE;
        space.control = Any.word();
        kernel.control = Any.word();
        CProver.assume(space.control != kernel.control);
        long control = Any.word();
        Translation.known = true;
        Translation.control = control;
        long mapping = Mapping.of(space, Any.word());
        DestroyProofs world = new DestroyProofs(kernel, space);
        boolean done = kernel.reaper.drain();
        assert Translation.control == (control == space.control ? kernel.control : control);
        assert Translation.forgotten == number;
        spaces.remove(number);
        spaces.check();
        assert Mapping.space(kernel.spaces, mapping) == null;
        world.checkGone(space, done);
        // Free numbers are given out until this one is.
        kernel.spaces.add(new AddressSpace());
        if (kernel.spaces.available() > 0) {
            kernel.spaces.add(new AddressSpace());
        }
        assert kernel.spaces.get(number) != null && Mapping.space(kernel.spaces, mapping) == null;
        Probe.reached();
    }

    /** The entry that names the table, if one does where it was mapped, is gone; all other entries stay. */
    @Proof(
            universe = AnyWalk.UNIVERSE + ", 1 page table",
            planted = {
                "Reaper.step: drop unmap()",
                "PageTable.unmap: drop storeLong()",
                "PageTable.entryAbove: negate 4"
            })
    static void pageTable() {
        AnyWalk walk = new AnyWalk(anyAddress(), 0);
        PageTable table = new PageTable();
        table.type = ObjectType.PAGE_TABLE;
        table.page = AnyWalk.anyPage();
        table.level = Any.below(2);
        boolean here = Any.flag();
        table.mapping = here ? Mapping.of(walk.space, walk.address) : 0;
        DestroyProofs world = new DestroyProofs(walk.kernel, table);
        boolean done = walk.kernel.reaper.drain();
        boolean inTop = here && table.level == 1 && walk.top == Sv39.tableEntry(table.page);
        boolean inMiddle =
                here && table.level == 0 && Sv39.isTable(walk.top) && walk.middle == Sv39.tableEntry(table.page);
        assert !inTop || Words.value(0) == 0;
        assert !inMiddle || Words.value(1) == 0;
        assert Words.value(0) == walk.top || here && table.level == 1 && AnyWalk.tableOf(walk.top) == table.page;
        assert Words.value(1) == walk.middle || here && table.level == 0 && AnyWalk.tableOf(walk.middle) == table.page;
        assert Words.value(2) == walk.leaf;
        assert !inTop && !inMiddle || Translation.forgotten == walk.space.number;
        world.checkGone(table, done);
        Probe.reached();
    }

    private static long anyAddress() {
        long address = Any.word();
        CProver.assume(address >= 0 && address < 1L << 38 && (address & Sv39.PAGE - 1) == 0);
        return address;
    }

    /** The object is dead, its memory accounted for. */
    private void checkGone(KernelObject object, boolean done) {
        assert !object.doomed && object.nextDying == null;
        assert done && kernel.reaper.isIdle();
        assert home.living == living - 1 && UntypedProofs.isWhole(home);
    }
}
