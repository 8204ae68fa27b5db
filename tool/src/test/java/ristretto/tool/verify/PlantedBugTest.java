package ristretto.tool.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.House;

/** Bugs are planted where they are said to be, and nowhere else. */
class PlantedBugTest {
    private static final Path KERNEL = House.ofThisRun().classes("kernel");

    @TempDir
    Path folder;

    @Test
    void aDroppedCallIsMissingOnce() throws Exception {
        assertTrue(PlantedBug.parse("Scheduler.take: drop clear()").plant(KERNEL, folder));
        assertEquals(calls(KERNEL) - 1, calls(folder));
    }

    @Test
    void theClassWithTheBugIsValid() throws Exception {
        for (String bug : List.of(
                "Scheduler.take: negate", "Scheduler.take: drop Thread.next", "Untyped.takePages: drop Untyped.low")) {
            PlantedBug planted = PlantedBug.parse(bug);
            assertTrue(planted.plant(KERNEL, folder), bug);
            Path file = folder.resolve("ristretto/kernel/" + planted.type() + ".class");
            assertEquals(List.of(), ClassFile.of().verify(file), bug);
        }
    }

    @Test
    void aPlaceThatIsNotThereIsTold() throws Exception {
        assertFalse(PlantedBug.parse("Scheduler.take: drop clear() 2").plant(KERNEL, folder));
        assertFalse(PlantedBug.parse("Scheduler.take: drop Thread.state").plant(KERNEL, folder));
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> PlantedBug.parse("Scheduler.take: break it"));
    }

    /** Of clear() in Scheduler.take. */
    private static long calls(Path classes) throws Exception {
        return ClassFile.of().parse(classes.resolve("ristretto/kernel/Scheduler.class")).methods().stream()
                .filter(method -> method.methodName().equalsString("take"))
                .flatMap(method -> method.code().orElseThrow().elementStream())
                .filter(element ->
                        element instanceof InvokeInstruction call && call.name().equalsString("clear"))
                .count();
    }
}
