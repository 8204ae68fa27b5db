package ristretto.kernel;

import ristretto.abi.ErrorCode;
import ristretto.abi.ObjectType;
import ristretto.abi.Tag;
import ristretto.abi.ThreadState;
import ristretto.magic.Memory;

/**
 * A word of bits that are set by signals and taken by whoever waits. Signals never wait and are never lost, only
 * merged.
 */
public final class Notification extends WaitPlace {
    long bits;

    /** The thread that gets the signals also while it waits for messages. */
    Thread bound;

    static Notification create(long descriptor) {
        Notification notification = Memory.place(Notification.class, descriptor);
        notification.type = ObjectType.NOTIFICATION;
        return notification;
    }

    void signal(Core core, long badge) {
        bits |= badge;
        if (bits == 0) {
            return;
        }
        Thread waiter = first;
        if (waiter != null) {
            removeFirst(waiter);
            waiter.registers.setStatus(ErrorCode.OK);
            waiter.registers.setWord(0, takeBits());
            core.makeReady(waiter);
        } else {
            wakeBound(core);
        }
    }

    /** Ends the bound thread's waiting for messages, if that is what it does and there are bits. */
    private void wakeBound(Core core) {
        Thread receiver = bound;
        if (bits != 0 && receiver != null && receiver.state == ThreadState.RECEIVING) {
            core.takeOut(receiver);
            deliver(receiver);
            core.makeReady(receiver);
        }
    }

    long takeBits() {
        long taken = bits;
        bits = 0;
        return taken;
    }

    /** Gives the bits as a message to the bound thread. */
    void deliver(Thread receiver) {
        receiver.registers.setStatus(ErrorCode.OK);
        receiver.registers.setTag(Tag.of(Tag.SIGNALLED, 1));
        receiver.registers.setBadge(0);
        receiver.registers.setWord(0, takeBits());
    }

    /** Bits that are there already reach a thread that is waiting already. */
    void bind(Core core, Thread thread) {
        bound = thread;
        thread.bound = this;
        wakeBound(core);
    }

    void unbind() {
        if (bound != null) {
            bound.bound = null;
            bound = null;
        }
    }

    /** One step of its end; tells whether another is needed. */
    boolean destroyStep(Core core) {
        unbind();
        if (first == null) {
            return false;
        }
        core.endWait(first, ErrorCode.CANCELLED);
        return true;
    }
}
