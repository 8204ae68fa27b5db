package ristretto.desk;

import java.util.function.LongBinaryOperator;
import ristretto.magic.riscv64.SimulatedCore;

/** The core as a process sees it: two counters can be read, all else is an illegal instruction; and the devices, through its page tables. */
final class ProcessCore extends SimulatedCore implements LongBinaryOperator {
    private final Processor processor;
    private final Execution execution;

    ProcessCore(Processor processor, Execution execution) {
        this.processor = processor;
        this.execution = execution;
    }

    /** Time goes on for all threads of the process. */
    @Override
    protected SimulatedCore ofChildThread() {
        return this;
    }

    @Override
    protected long read(String register) {
        if (register.equals("time") || register.equals("instret")) {
            return processor.ticks(execution);
        }
        execution.crash();
        return 0;
    }

    @Override
    protected void write(String register, long value) {
        execution.crash();
    }

    @Override
    protected void translationsChanged() {
        execution.crash();
    }

    @Override
    protected void waitForInterrupt() {
        execution.crash();
    }

    @Override
    protected void illegalInstruction() {
        execution.crash();
    }

    @Override
    public long applyAsLong(long address, long value) {
        execution.requireOwn();
        return processor.device(execution, address, value);
    }
}
