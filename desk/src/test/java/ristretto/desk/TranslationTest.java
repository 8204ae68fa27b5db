package ristretto.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import ristretto.abi.Rights;
import ristretto.kernel.riscv64.Sv39;

/** A process reaches what its tables show it, in the way in which they show it, and nothing else. */
class TranslationTest {
    private static final long ROOT = MachineMemory.START + 0x10_0000;
    private static final long MIDDLE = ROOT + Sv39.PAGE;
    private static final long LEAVES = MIDDLE + Sv39.PAGE;
    private static final long PAGE = LEAVES + Sv39.PAGE;
    private static final long LARGE = MachineMemory.START + Sv39.LARGE_PAGE;
    private static final long ADDRESS = 0x1_0000;

    private final MachineMemory memory = new MachineMemory(new byte[0], (object, address) -> {});
    private final Translation translation = new Translation(memory);

    TranslationTest() {
        entry(ROOT, 2, Sv39.tableEntry(Sv39.kernelVirtual(MIDDLE)));
        entry(MIDDLE, 1, Sv39.tableEntry(Sv39.kernelVirtual(LEAVES)));
        translation.use(Sv39.satp(Sv39.kernelVirtual(ROOT), 7));
    }

    private void entry(long table, int level, long value) {
        memory.storePhysical(Sv39.entryAddress(table, ADDRESS, level), 8, value);
    }

    private void map(int rights) {
        entry(LEAVES, 0, Sv39.userLeaf(PAGE, rights));
    }

    @Test
    void findsThePageAndTheByteInIt() {
        map(Rights.READ);
        assertEquals(PAGE + 0x123, translation.physical(ADDRESS + 0x123, Rights.READ));
    }

    @Test
    void givesNoMoreThanTheEntryDoes() {
        map(Rights.READ);
        assertEquals(Translation.NONE, translation.physical(ADDRESS, Rights.WRITE));
        assertEquals(Translation.NONE, translation.physical(ADDRESS, Rights.EXECUTE));
        assertEquals(PAGE, translation.physical(ADDRESS, Rights.READ));
        assertEquals(Translation.NONE, translation.physical(ADDRESS, Rights.WRITE));
    }

    @Test
    void findsAPlaceInALargePage() {
        entry(MIDDLE, 1, Sv39.userLeaf(LARGE, Rights.READ | Rights.WRITE));
        assertEquals(LARGE + ADDRESS + 5, translation.physical(ADDRESS + 5, Rights.WRITE));
        assertEquals(LARGE + ADDRESS + 0x5000, translation.physical(ADDRESS + 0x5000, Rights.WRITE));
    }

    @Test
    void pagesOfTheKernelAreNone() {
        entry(LEAVES, 0, Sv39.userLeaf(PAGE, Rights.READ) & ~16);
        assertEquals(Translation.NONE, translation.physical(ADDRESS, Rights.READ));
    }

    @Test
    void addressesOutsideAreNone() {
        map(Rights.READ);
        assertEquals(Translation.NONE, translation.physical(-1, Rights.READ));
        assertEquals(Translation.NONE, translation.physical(Long.MIN_VALUE | ADDRESS, Rights.READ));
        assertEquals(Translation.NONE, translation.physical(1L << 38 | ADDRESS, Rights.READ));
        assertEquals(Translation.NONE, translation.physical(ADDRESS + Sv39.PAGE, Rights.READ));
    }

    @Test
    void whatWasTakenAwayIsForgottenWithTheFence() {
        map(Rights.READ);
        assertEquals(PAGE, translation.physical(ADDRESS, Rights.READ));
        entry(LEAVES, 0, 0);
        translation.forget();
        assertEquals(Translation.NONE, translation.physical(ADDRESS, Rights.READ));
    }

    @Test
    void anotherSpaceShowsOtherThings() {
        map(Rights.READ);
        assertEquals(PAGE, translation.physical(ADDRESS, Rights.READ));
        translation.use(Sv39.satp(Sv39.kernelVirtual(PAGE), 8));
        assertEquals(Translation.NONE, translation.physical(ADDRESS, Rights.READ));
    }
}
