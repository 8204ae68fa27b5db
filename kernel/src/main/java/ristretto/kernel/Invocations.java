package ristretto.kernel;

import ristretto.abi.ErrorCode;
import ristretto.abi.Operation;

/** From the number of an operation to the code that does it. */
final class Invocations {
    private static final int LAST_OPERATION = Operation.LOG_WRITE;

    /** Objects that nobody can reach are cleared away first, so that their memory counts as free; then the call runs again. An acknowledgement does not wait for that: it touches its line alone. */
    static int run(Kernel kernel, Thread caller) {
        if (!kernel.reaper.isIdle() && caller.registers.tag() != Operation.INTERRUPT_ACKNOWLEDGE) {
            kernel.reaper.drain();
            return Arguments.REPEAT;
        }
        long operation = caller.registers.tag();
        if (operation != (int) operation) {
            return unknown(caller, operation);
        }
        return switch ((int) operation) {
            case Operation.UNTYPED_RETYPE -> Retype.run(kernel, caller);
            case Operation.UNTYPED_INSPECT -> Retype.inspect(caller);
            case Operation.TABLE_COPY,
                    Operation.TABLE_MINT,
                    Operation.TABLE_MOVE,
                    Operation.TABLE_DELETE,
                    Operation.TABLE_REVOKE,
                    Operation.TABLE_INSPECT -> TableOperations.run(kernel, caller, (int) operation);
            case Operation.PAGE_TABLE_MAP -> MemoryOperations.mapTable(kernel, caller);
            case Operation.FRAME_MAP -> MemoryOperations.mapFrame(kernel, caller);
            case Operation.FRAME_UNMAP -> MemoryOperations.unmapFrame(kernel, caller);
            case Operation.FRAME_DERIVE -> MemoryOperations.deriveFrame(kernel, caller);
            case Operation.FRAME_READ -> FrameContents.read(caller);
            case Operation.FRAME_WRITE -> FrameContents.write(caller);
            case Operation.FRAME_COPY -> FrameContents.copy(caller);
            case Operation.THREAD_CONFIGURE,
                    Operation.THREAD_START,
                    Operation.THREAD_READ_REGISTERS,
                    Operation.THREAD_SUSPEND,
                    Operation.THREAD_RESUME,
                    Operation.THREAD_SET_PRIORITY,
                    Operation.THREAD_BIND_NOTIFICATION,
                    Operation.THREAD_INSPECT,
                    Operation.THREAD_REDIRECT,
                    Operation.THREAD_SET_CONTEXT,
                    Operation.THREAD_SET_FLAGS,
                    Operation.THREAD_WRITE_REGISTERS -> ThreadOperations.run(kernel, caller, (int) operation);
            case Operation.SCHEDULING_CONFIGURE -> ControlOperations.configureContext(kernel, caller);
            case Operation.SCHEDULING_INSPECT -> ControlOperations.inspect(kernel, caller);
            case Operation.INTERRUPT_GET_LINE -> ControlOperations.getLine(kernel, caller);
            case Operation.INTERRUPT_BIND -> ControlOperations.bind(kernel, caller);
            case Operation.INTERRUPT_ACKNOWLEDGE -> ControlOperations.acknowledge(caller);
            case Operation.LOG_WRITE -> ControlOperations.log(caller);
            default -> unknown(caller, operation);
        };
    }

    private static int unknown(Thread caller, long operation) {
        return Arguments.refuse(caller, ErrorCode.UNKNOWN_OPERATION, Arguments.TAG, LAST_OPERATION, operation);
    }

    private Invocations() {}
}
