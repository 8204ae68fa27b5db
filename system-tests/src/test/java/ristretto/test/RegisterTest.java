package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every register of a thread is its own: two threads, written in assembly as the only programs of a machine, take turns some
 * thousand times, by force and by choice. A new thread begins with nothing of anybody's.
 */
class RegisterTest {
    @TempDir
    Path folder;

    @Test
    void allRegistersOutliveEverySwitch() throws IOException, InterruptedException {
        AssemblyProgram.Result result = AssemblyProgram.run("registers.S", folder);
        assertEquals(0, result.exitCode(), result.said());
    }
}
