package ristretto.desk;

import ristretto.magic.riscv64.SimulatedCore;

/** The core as the kernel sees it: its clock and timer are the desk's, what is pending comes from timer and board, and its tables are those that processes use. */
final class KernelCore extends SimulatedCore {
    static final long TIMER = 1 << 5;
    static final long EXTERNAL = 1 << 9;

    private final Processor processor;
    private final DeskClock clock;
    private final Translation translation;
    private long timerAt = Long.MAX_VALUE;

    KernelCore(Processor processor, DeskClock clock, Translation translation) {
        this.processor = processor;
        this.clock = clock;
        this.translation = translation;
    }

    /** When the timer interrupts. */
    long timerAt() {
        return timerAt;
    }

    long pending() {
        return (clock.ticks() >= timerAt ? TIMER : 0) | (processor.board().interrupts() ? EXTERNAL : 0);
    }

    boolean isInterrupted() {
        return (pending() & read("sie")) != 0;
    }

    @Override
    protected long read(String register) {
        return switch (register) {
            case "time" -> clock.ticks();
            case "sip" -> pending();
            default -> super.read(register);
        };
    }

    @Override
    protected void write(String register, long value) {
        super.write(register, value);
        if (register.equals("stimecmp")) {
            timerAt = value;
        } else if (register.equals("satp")) {
            translation.use(value);
        }
    }

    @Override
    protected void translationsChanged() {
        translation.forget();
    }

    /** The kernel itself only waits when it has stopped the machine. */
    @Override
    protected void waitForInterrupt() {
        throw new ProcessEnded();
    }
}
