package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ristretto.compiler.link.ElfImage;
import ristretto.compiler.link.MachineFrames;
import ristretto.compiler.link.MachineFrames.Frame;

/**
 * What the assembly takes for granted of the machine code of the two fast paths: it has no stack there, and no call may overwrite the message in the
 * registers; they only jump on.
 */
class FastPathCodeTest {
    @Test
    void takesNoStackAndCallsNobody() throws IOException {
        ElfImage kernel = new ElfImage(Files.readAllBytes(ImageFactory.builder().kernel()));
        Map<String, Frame> frames = MachineFrames.read(kernel);
        assertEquals(new Frame(0, Set.of("trap_message_general", "trap_switch")), frames.get("kernel_call"));
        assertEquals(
                new Frame(0, Set.of("trap_message_general", "trap_switch", "trap_switch_back")),
                frames.get("kernel_reply_receive"));
    }
}
