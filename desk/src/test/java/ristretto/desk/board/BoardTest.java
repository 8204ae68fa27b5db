package ristretto.desk.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class BoardTest {
    private static final long UART = 0x1000_0000L;
    private static final long LINE_STATUS = UART + 5;
    private static final long INTERRUPT_ENABLE = UART + 1;
    private static final long ENABLES = 0x0c00_2080L;
    private static final long CLAIM = 0x0c20_1004L;
    private static final int LINE = 10;

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private int exitCode = -1;
    private final ByteArrayOutputStream sentBySecond = new ByteArrayOutputStream();
    private final Board board = new Board(sent, sentBySecond, code -> exitCode = code);

    @Test
    void whatIsTypedIsReadInOrder() {
        board.type('a');
        board.type(0xe4);
        assertEquals(1, board.load(LINE_STATUS) & 1);
        assertEquals('a', board.load(UART));
        assertEquals(0xe4, board.load(UART));
        assertEquals(0, board.load(LINE_STATUS) & 1);
        assertEquals(0, board.load(UART));
    }

    @Test
    void whatIsWrittenIsSent() {
        assertTrue((board.load(LINE_STATUS) & 0x20) != 0);
        board.store(UART, 'x');
        assertEquals("x", sent.toString());
    }

    /** The kernel sets the speed with the latch open. */
    @Test
    void theDivisorIsNoData() {
        board.store(UART + 3, 0x80);
        board.store(UART, 2);
        board.store(INTERRUPT_ENABLE, 1);
        board.store(UART + 3, 3);
        assertEquals("", sent.toString());
        assertEquals(0, board.load(INTERRUPT_ENABLE));
    }

    @Test
    void anInterruptNeedsBothEnables() {
        board.type('a');
        assertFalse(board.interrupts());
        board.store(INTERRUPT_ENABLE, 1);
        assertFalse(board.interrupts());
        board.store(ENABLES, 1 << LINE);
        assertTrue(board.interrupts());
    }

    @Test
    void aClaimedLineIsSilentUntilItIsCompleted() {
        board.store(INTERRUPT_ENABLE, 1);
        board.store(ENABLES, 1 << LINE);
        board.type('a');
        assertEquals(LINE, board.load(CLAIM));
        assertFalse(board.interrupts());
        assertEquals(0, board.load(CLAIM));
        board.store(CLAIM, LINE);
        assertTrue(board.interrupts());
        assertEquals(LINE, board.load(CLAIM));
        board.load(UART);
        board.store(CLAIM, LINE);
        assertFalse(board.interrupts());
    }

    @Test
    void completingWhatDoesNotExistDoesNothing() {
        board.store(CLAIM, 0);
        board.store(CLAIM, -1);
        board.store(CLAIM, Integer.MAX_VALUE);
        assertFalse(board.interrupts());
    }

    @Test
    void theSwitchTellsTheExitCode() {
        board.store(0x10_0000L, 0x1234);
        assertEquals(-1, exitCode);
        board.store(0x10_0000L, 7 << 16 | 0x3333);
        assertEquals(7, exitCode);
        board.store(0x10_0000L, 0x5555);
        assertEquals(0, exitCode);
    }

    /** Simulated memory ends with the JVM: nothing there could be kept. */
    @Test
    void aWarmRestartIsRefusedAloud() {
        board.store(0x10_0000L, 0x7777);
        board.flush();
        assertTrue(sent.toString().contains("desk: a warm restart is there on the machine only"));
        assertEquals(1, exitCode);
    }

    @Test
    void theClockShowsTheHostsTime() {
        long before = System.currentTimeMillis();
        long low = Integer.toUnsignedLong(board.load(0x10_1000L));
        long time = (long) board.load(0x10_1004L) << 32 | low;
        assertTrue(time >= before * 1_000_000 && time <= (System.currentTimeMillis() + 1) * 1_000_000);
    }

    @Test
    void nothingElseIsThere() {
        assertFalse(Board.hasDevice(0x1000_1000L));
        assertFalse(Board.hasDevice(0x0c00_0000L), "the controller is the kernel's");
        assertTrue(Board.hasRegister(CLAIM));
        assertFalse(Board.hasRegister(-1));
    }

    /** As a gateway's driver finds it: not there before it has been given an address and switched on. */
    @Test
    void theSecondSerialPortIsInASlotOfThePciBus() {
        long slot = 0x3000_8000L;
        long port = 0x0300_1000L;
        assertTrue(Board.hasDevice(slot) && Board.hasDevice(port));
        assertEquals(0x0002_1b36, board.load(slot));
        board.store(port, 'x');
        assertEquals(-1, board.load(port + 5));
        board.store(slot + 16, 0x1000);
        board.store(slot + 4, 1);
        board.store(port, 'y');
        assertEquals("y", sentBySecond.toString());
        board.store(port + 1, 1);
        board.store(ENABLES + 4, 1 << 33 - 32);
        assertFalse(board.interrupts());
        board.typeAtSecond(0xe4);
        assertTrue(board.interrupts());
        assertEquals(33, board.load(CLAIM));
        assertEquals(0xe4, board.load(port));
        assertEquals(-1, board.load(port + 8), "no register");
        assertEquals("", sent.toString());
    }
}
