package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.abi.RootSlot;

/**
 * The compiled kernel stands what processes with much authority do by chance: every call and operation with right, wrong and absurd arguments,
 * by threads that start, stop and destroy each other, while all that they made is taken away again and again.
 */
class MisuseTest {
    private static final int FIRST_OF_PROGRAM = 12;

    @TempDir
    Path folder;

    @Test
    void nothingThatAProcessAsksForStopsTheKernel() throws IOException, InterruptedException {
        AssemblyProgram.Result result = AssemblyProgram.run("misuse.S", folder);
        assertEquals(0, result.exitCode(), result.said());
    }

    /** The program puts what it makes into root's slots from 12 on. */
    @Test
    void itsSlotsAreNotThoseThatTheKernelFills() throws IllegalAccessException {
        for (Field slot : RootSlot.class.getDeclaredFields()) {
            if (!List.of("FIRST_FREE", "SLOTS").contains(slot.getName()) && slot.getType() == int.class) {
                assertTrue(slot.getInt(null) < FIRST_OF_PROGRAM, slot.getName());
            }
        }
    }
}
