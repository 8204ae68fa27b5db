package ristretto.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ristretto.abi.ObjectBytes;
import ristretto.abi.ObjectType;
import ristretto.magic.Memory;

/** What those who build processes reckon with. */
class ObjectBytesTest {
    @Test
    void noObjectTakesMoreThanIsSaid() {
        assertTrue(Thread.bytes() <= ObjectBytes.THREAD);
        assertTrue(Memory.sizeOf(SchedulingContext.class) <= ObjectBytes.SCHEDULING_CONTEXT);
        assertEquals(ObjectBytes.SLOT, Slot.BYTES);
        int[] others = {
            ObjectType.ADDRESS_SPACE,
            ObjectType.PAGE_TABLE,
            ObjectType.FRAME,
            ObjectType.ENDPOINT,
            ObjectType.NOTIFICATION,
            ObjectType.REPLY
        };
        for (int type : others) {
            assertTrue(Retype.descriptorBytes(type, 0) <= ObjectBytes.DESCRIPTOR, "type " + type);
        }
        for (int slots = 1; slots <= CapTable.MAXIMUM_SLOTS; slots *= 2) {
            long bytes = Retype.descriptorBytes(ObjectType.CAP_TABLE, slots);
            assertTrue(bytes <= ObjectBytes.DESCRIPTOR + (long) slots * ObjectBytes.SLOT);
        }
    }
}
