package ristretto.desk;

import ristretto.magic.SimulatedMemory;

/** Memory as a process sees it: through its page tables. Its Java objects are the JVM's and have no addresses, but for arrays of {@code long} that are being copied. */
final class ProcessMemory extends SimulatedMemory {
    private final Processor processor;
    private final Execution execution;
    private final ArrayWindows windows = new ArrayWindows();

    ProcessMemory(Processor processor, Execution execution) {
        this.processor = processor;
        this.execution = execution;
    }

    @Override
    protected long load(long address, int bytes) {
        execution.requireOwn();
        return windows.holds(address, bytes) ? windows.load(address) : processor.load(execution, address, bytes);
    }

    @Override
    protected void store(long address, int bytes, long value) {
        execution.requireOwn();
        if (windows.holds(address, bytes)) {
            windows.store(address, value);
        } else {
            processor.store(execution, address, bytes, value);
        }
    }

    @Override
    protected void zero(long address, long bytes) {
        for (long i = 0; i < bytes; i++) {
            store(address + i, 1, 0);
        }
    }

    @Override
    protected void copy(long from, long to, long bytes) {
        for (long i = 0; i < bytes; i++) {
            store(to + i, 1, load(from + i, 1));
        }
    }

    @Override
    protected <T> T place(Class<T> type, long address) {
        throw noAddresses(type);
    }

    @Override
    protected Object objectAt(long address) {
        throw noAddresses(Object.class);
    }

    @Override
    protected void destroy(Object object) {
        throw noAddresses(object.getClass());
    }

    @Override
    protected long addressOf(Object object) {
        execution.requireOwn();
        if (object instanceof long[] array) {
            return windows.open(array);
        }
        throw noAddresses(object.getClass());
    }

    /** Whether that thread may use it shows when it does. */
    @Override
    protected SimulatedMemory ofChildThread() {
        return this;
    }

    private static UnsupportedOperationException noAddresses(Class<?> type) {
        return new UnsupportedOperationException(
                "on the desk Java objects have no addresses, and this process wants that of a " + type.getTypeName());
    }
}
