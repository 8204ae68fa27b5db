package ristretto.kernel;

import ristretto.abi.CallNumber;
import ristretto.abi.ErrorCode;
import ristretto.abi.Tag;
import ristretto.kernel.riscv64.RegisterFrame;

/** What the trap entry does with a system call: the fast way where there is one, else the general one. */
final class TrapEntry {
    /** Makes the call that is in the running thread's registers. */
    static void call(Kernel kernel, Thread thread, RefusalWatch watch) {
        watch.before(thread);
        if (isFast(kernel, thread)) {
            return;
        }
        watch.isAsBefore("a fast way that was not taken");
        generalCall(kernel, thread, watch);
    }

    /** Makes it, if it can go the fast way; else does nothing. */
    static boolean isFast(Kernel kernel, Thread thread) {
        return thread.registers.deadline() == 0 && isFast(kernel.core, thread);
    }

    static void generalCall(Kernel kernel, Thread thread) {
        generalCall(kernel, thread, RefusalWatch.NOBODY);
    }

    private static void generalCall(Kernel kernel, Thread thread, RefusalWatch watch) {
        RegisterFrame registers = thread.registers;
        long number = registers.number();
        long tag = registers.tag();
        registers.skipCall();
        long behind = registers.pc;
        kernel.core.charge();
        watch.before(thread);
        SystemCalls.run(kernel, thread);
        if (kernel.core.current == thread && !thread.isWaiting() && registers.pc == behind) {
            DeclaredRefusals.check(thread, number, tag);
            if (registers.capability() != ErrorCode.OK) {
                watch.refused(number, tag);
            }
        }
        kernel.core.settle();
    }

    private static boolean isFast(Core core, Thread thread) {
        RegisterFrame in = thread.registers;
        switch ((int) in.number()) {
            case CallNumber.CALL -> {
                return goOn(thread, FastPath.call(core, thread, in.x5, in.x6, in.x7), false);
            }
            case CallNumber.REPLY_RECEIVE -> {
                return goOn(thread, FastPath.replyReceive(core, thread, in.x5, in.x6, in.x7), true);
            }
            case CallNumber.SIGNAL -> {
                return done(thread, FastPath.signal(core, thread, in.x5));
            }
            case CallNumber.WAIT -> {
                Thread next = FastPath.await(core, thread, in.x5);
                done(thread, next != null);
                return next != null;
            }
            case CallNumber.YIELD -> {
                return done(thread, FastPath.yield(core, thread));
            }
            default -> {
                return false;
            }
        }
    }

    private static boolean done(Thread thread, boolean done) {
        if (done) {
            thread.registers.skipCall();
            thread.registers.setStatus(ErrorCode.OK);
        }
        return done;
    }

    private static boolean goOn(Thread from, Thread to, boolean isAnswer) {
        if (to == null) {
            return false;
        }
        from.registers.skipCall();
        if (to.faultKind != 0) {
            to.faultKind = 0;
            return true;
        }
        to.registers.copyWords(from.registers, Tag.words(from.registers.tag()));
        to.registers.setTag(from.registers.tag());
        to.registers.setBadge(isAnswer ? 0 : to.badge);
        to.registers.setStatus(ErrorCode.OK);
        return true;
    }

    private TrapEntry() {}
}
