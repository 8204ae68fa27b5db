package ristretto.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class DeskImageTest {
    private static final long AT = MachineMemory.START + 0x10_0000;

    private static Map<String, String> read(byte[] image) {
        MachineMemory memory = new MachineMemory(new byte[0], (object, address) -> {});
        for (int i = 4096; i < image.length; i++) {
            memory.storePhysical(AT + i - 4096, 1, image[i]);
        }
        return DeskImage.read(memory, AT);
    }

    @Test
    void namesItsMainClasses() {
        SequencedMap<String, String> mains = new LinkedHashMap<>();
        mains.put("counter", "org.example.Counter");
        mains.put("shell", "org.example.Shell");
        assertEquals(mains, read(DeskImage.write(mains)));
    }

    @Test
    void memoryThatIsNoImageNamesNone() {
        assertEquals(Map.of(), read(new byte[2 * 4096]));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        SequencedMap<String, String> mains = new LinkedHashMap<>();
        mains.put("a", "x".repeat(3072));
        assertEquals(
                "an image of 1 processes, whose names take 3075 bytes; there is room for 3072",
                assertThrows(IllegalArgumentException.class, () -> DeskImage.write(mains))
                        .getMessage());
    }
}
