package ristretto.sdk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Tag;
import ristretto.magic.CallRegisters;
import ristretto.magic.SimulatedMemory;

class MessageTest {
    private static final long PAGE = 0x5000;
    private final Message message = new Message();

    @AfterEach
    void forget() {
        SimulatedMemory.reset();
    }

    @Test
    void whatIsPutIsGot() {
        byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        message.start(7)
                .putLong(-1)
                .putString("zwölf")
                .putBytes(bytes)
                .putString("")
                .putLong(42);
        assertEquals(7, message.label());
        assertEquals(1 + 2 + 3 + 1 + 1, message.size());
        assertEquals(-1, message.getLong());
        assertEquals("zwölf", message.getString());
        assertArrayEquals(bytes, message.getBytes());
        assertEquals("", message.getString());
        assertEquals(42, message.getInt(0, 42));
        assertThrows(MessageFormatException.class, message::getLong);
    }

    @Test
    void itTravelsThroughRegistersAndMessagePage() {
        CallRegisters registers = new CallRegisters();
        message.start(3);
        for (int i = 0; i < Tag.MAXIMUM_WORDS; i++) {
            message.putLong(i * 3);
        }
        message.load(registers, PAGE);
        Message other = new Message();
        other.store(registers, PAGE);
        assertEquals(3, other.label());
        for (int i = 0; i < Tag.MAXIMUM_WORDS; i++) {
            assertEquals(i * 3, other.getLong());
        }
    }

    @Test
    void moreThanFitsIsRefused() {
        assertThrows(MessageFormatException.class, () -> message.start(0).putBytes(new byte[119 * 8 + 1]));
        assertEquals(120, message.start(0).putBytes(new byte[119 * 8]).size());
    }

    @Test
    void garbageIsRefused() {
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            message.start(0);
            int words = random.nextInt(12);
            for (int i = 0; i < words; i++) {
                message.putLong(random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(40));
            }
            try {
                message.getString();
                message.getInt(0, 10);
                message.getBytes();
            } catch (MessageFormatException expected) {
                assertEquals("message: ", expected.getMessage().substring(0, 9));
            }
        }
    }

    @Test
    void anErrorNamesOperationArgumentExpectedAndGot() {
        assertEquals(
                "frame map on slot 7: wrong type: argument a0, expected address space, got frame",
                new CapabilityError("frame map", 7, ErrorCode.WRONG_TYPE, 1, ObjectType.ADDRESS_SPACE, ObjectType.FRAME)
                        .getMessage());
        assertEquals(
                "call on slot 3: missing right: argument 0 (the capability), expected send, got receive control",
                new CapabilityError("call", 3, ErrorCode.MISSING_RIGHT, 0, 16, 8 | 32).getMessage());
        assertEquals(
                "call on slot 3: timed out", new CapabilityError("call", 3, ErrorCode.TIMED_OUT, 0, 0, 0).getMessage());
        assertEquals(
                "untyped retype on slot 1: not enough memory: argument 0 (the capability), expected 0x10000, got -1",
                new CapabilityError("untyped retype", 1, ErrorCode.NOT_ENOUGH_MEMORY, 0, 0x10000, -1).getMessage());
    }

    @Test
    void numbersForPeople() {
        assertEquals("0", Text.grouped(0));
        assertEquals("-1,234,567", Text.grouped(-1234567));
        assertEquals("123", Text.grouped(123));
        assertEquals("61.005 s", Text.seconds(61_005_999_999L));
        assertEquals("ab  |  cd", Text.left("ab", 4) + "|" + Text.right("cd", 4));
        assertEquals("abc", Text.left("abc", 2));
    }
}
