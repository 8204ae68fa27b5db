package ristretto.desk;

import ristretto.magic.SimulatedMemory;

/** What threads see that a process makes beside that of its main: a process has one thread of the kernel's, whose memory nobody else may touch meanwhile. */
final class NoMemory extends SimulatedMemory {
    /** What is said to a thread that is not that of main. */
    static UnsupportedOperationException refusal() {
        return new UnsupportedOperationException(
                "on the desk only the thread of main may use the SDK and the standard streams, not \""
                        + Thread.currentThread().getName() + "\"");
    }

    @Override
    protected long load(long address, int bytes) {
        throw refusal();
    }

    @Override
    protected void store(long address, int bytes, long value) {
        throw refusal();
    }

    @Override
    protected void zero(long address, long bytes) {
        throw refusal();
    }

    @Override
    protected void copy(long from, long to, long bytes) {
        throw refusal();
    }

    @Override
    protected void move(long from, long to, long bytes) {
        throw refusal();
    }

    @Override
    protected <T> T place(Class<T> type, long address) {
        throw refusal();
    }

    @Override
    protected Object objectAt(long address) {
        throw refusal();
    }

    @Override
    protected void destroy(Object object) {
        throw refusal();
    }

    @Override
    protected long addressOf(Object object) {
        throw refusal();
    }

    @Override
    protected SimulatedMemory ofChildThread() {
        return this;
    }
}
