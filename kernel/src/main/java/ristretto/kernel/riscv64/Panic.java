package ristretto.kernel.riscv64;

import ristretto.kernel.Text;
import ristretto.magic.Device;
import ristretto.magic.Export;
import ristretto.magic.LoopBound;
import ristretto.magic.Memory;
import ristretto.magic.NoInline;
import ristretto.magic.Rare;
import ristretto.magic.StackFrame;
import ristretto.magic.TraceTable;
import ristretto.magic.riscv64.Machine;

/**
 * The end of the machine: says what happened and where, prints registers and trace, and makes the emulator exit with an
 * error.
 */
@Rare
public final class Panic {
    private static final byte[] OPEN = Text.of(" (");
    private static final byte[] COMMA = Text.of(", ");
    private static final byte[] CLOSE = Text.of(")");
    private static final byte[] TRAP_IN_THE_KERNEL_SCAUSE = Text.of("trap in the kernel, scause ");
    private static final byte[] STVAL = Text.of(", stval ");
    private static final byte[] PC_IS = Text.of(", pc ");
    private static final byte[] X = Text.of(" x");
    private static final byte[] IS = Text.of("=");
    private static final byte[] PANIC = Text.of("PANIC: ");
    private static final byte[] AT = Text.of("\tat ");

    public static final int EXIT_CODE = 101;

    private static final long FINISHER = 0x10_0000L + Sv39.MAP;
    private static final int FINISHER_FAIL = 0x3333;
    private static final int DEEPEST = 48;
    private static final int FRAME_WORDS = 33;
    private static final int PC = 256;
    private static final int FRAME_POINTER = 8 * 8;

    /** A check of the kernel's own failed. */
    @NoInline
    public static void stop(byte[] reason, long first, long second) {
        begin();
        Log.text(reason);
        Log.text(OPEN);
        Log.decimal(first);
        Log.text(COMMA);
        Log.decimal(second);
        Log.text(CLOSE);
        Log.line();
        trace(StackFrame.current());
        halt();
    }

    /** A trap of the kernel's own; {@code frame} is where {@code entry.S} left the registers. */
    @Export("kernel_panic")
    @LoopBound(value = FRAME_WORDS, reason = "registers")
    static void trap(long frame, long cause) {
        begin();
        Log.text(TRAP_IN_THE_KERNEL_SCAUSE);
        Log.hexadecimal(cause);
        Log.text(STVAL);
        Log.hexadecimal(Machine.readStval());
        Log.text(PC_IS);
        Log.hexadecimal(Memory.loadLong(frame + PC));
        Log.line();
        frames(Memory.loadLong(frame + PC));
        trace(Memory.loadLong(frame + FRAME_POINTER));
        for (int i = 1; i < FRAME_WORDS - 1; i++) {
            Log.text(X);
            Log.decimal(i);
            Log.text(IS);
            Log.hexadecimal(Memory.loadLong(frame + 8L * i));
            if (i % 6 == 0) {
                Log.line();
            }
        }
        Log.line();
        halt();
    }

    private static void begin() {
        if (Trap.KERNEL.panicking) {
            halt();
        }
        Trap.KERNEL.panicking = true;
        Log.line();
        Log.text(PANIC);
    }

    @LoopBound(value = DEEPEST, reason = "deepest trace that is printed")
    private static void trace(long framePointer) {
        long at = framePointer;
        for (int i = 0; i < DEEPEST && onStack(at); i++) {
            frames(StackFrame.returnAddress(at) - 1);
            at = StackFrame.caller(at);
        }
    }

    private static boolean onStack(long framePointer) {
        return (framePointer & 7) == 0
                && framePointer >= Memory.symbol("panic_stack") + 16
                && framePointer <= Memory.symbol("kernel_stack_top");
    }

    /** All frames of one instruction, the innermost first. */
    @LoopBound(value = DEEPEST, reason = "deepest trace that is printed")
    private static void frames(long programCounter) {
        long table = Memory.symbol("trace_start");
        long frame = TraceTable.isPresent(table) ? TraceTable.find(table, programCounter) : 0;
        if (frame == 0) {
            Log.text(AT);
            Log.hexadecimal(programCounter);
            Log.line();
            return;
        }
        for (int i = 0; i < DEEPEST && frame != 0; i++) {
            print(table, frame);
            frame = TraceTable.caller(table, frame);
        }
    }

    @LoopBound(value = 200, reason = "longer names are cut")
    private static void print(long table, long frame) {
        Log.text(AT);
        for (int i = 0; i < TraceTable.classLength(table, frame) && i < 200; i++) {
            Uart.write(TraceTable.classByte(table, frame, i));
        }
        Uart.write('.');
        for (int i = 0; i < TraceTable.methodLength(table, frame) && i < 200; i++) {
            Uart.write(TraceTable.methodByte(table, frame, i));
        }
        Uart.write('(');
        for (int i = 0; i < TraceTable.fileLength(table, frame) && i < 200; i++) {
            Uart.write(TraceTable.fileByte(table, frame, i));
        }
        Uart.write(':');
        Log.decimal(TraceTable.line(frame));
        Uart.write(')');
        Log.line();
    }

    @LoopBound(value = Integer.MAX_VALUE, reason = "the machine has stopped")
    private static void halt() {
        Device.storeInt(FINISHER, EXIT_CODE << 16 | FINISHER_FAIL);
        for (int i = 0; i < Integer.MAX_VALUE; i++) {
            Machine.waitForInterrupt();
        }
    }

    private Panic() {}
}
