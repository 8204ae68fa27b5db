package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The compiled kernel stands what processes with much authority do by chance: every call and operation with right, wrong and absurd arguments,
 * by threads that start, stop and destroy each other, while all that they made is taken away again and again.
 */
class MisuseTest {
    @TempDir
    Path folder;

    @Test
    void nothingThatAProcessAsksForStopsTheKernel() throws IOException, InterruptedException {
        AssemblyProgram.Result result = AssemblyProgram.run("misuse.S", folder);
        assertEquals(0, result.exitCode(), result.said());
    }
}
