package ristretto.kernel;

import java.util.Objects;
import ristretto.abi.Fault;
import ristretto.abi.ThreadState;
import ristretto.specification.State;
import ristretto.specification.State.ModelThread;

/** The first thing in which the kernel's state is not the one that the specification asks for. */
final class Difference {
    private String found;

    /** null: they agree. */
    static String between(State expected, State got) {
        Difference difference = new Difference();
        difference.compare(expected, got);
        return difference.found;
    }

    private void compare(State expected, State got) {
        same("time", -1, expected.now, got.now);
        same("running thread", -1, expected.running, got.running);
        same("ready threads", -1, expected.ready, got.ready);
        for (int i = 0; i < expected.slots.length; i++) {
            same("slot", i, expected.slots[i], got.slots[i]);
        }
        all("endpoint", expected.endpoints, got.endpoints);
        all("notification", expected.notifications, got.notifications);
        all("reply", expected.replies, got.replies);
        all("scheduling context", expected.contexts, got.contexts);
        for (int i = 0; i < expected.threads.length; i++) {
            thread(i, expected.threads[i], got.threads[i]);
        }
    }

    private void all(String what, Object[] expected, Object[] got) {
        for (int i = 0; i < expected.length; i++) {
            same(what, i, expected[i], got[i]);
        }
    }

    private void thread(int i, ModelThread expected, ModelThread got) {
        same("thread's life", i, expected.alive, got.alive);
        same("state of thread", i, expected.state, got.state);
        same("priority of thread", i, expected.priority, got.priority);
        same("context of thread", i, expected.context, got.context);
        same("notification of thread", i, expected.bound, got.bound);
        same("place of thread", i, expected.place, got.place);
        same("reply of thread", i, expected.reply, got.reply);
        same("deadline of thread", i, expected.deadline, got.deadline);
        same("fault of thread", i, expected.fault, got.fault);
        same("foreign thread", i, expected.foreign, got.foreign);
        same("thread that faults on budget", i, expected.faultsOnBudget, got.faultsOnBudget);
        same("pc of thread", i, expected.pc, got.pc);
        same("stack of thread", i, expected.stack, got.stack);
        same("message page of thread", i, expected.pageWord, got.pageWord);
        boolean waits = expected.state >= ThreadState.SENDING;
        if (waits && expected.fault == 0 && expected.state != ThreadState.WAITING) {
            same("receive slot of thread", i, expected.receiveSlot, got.receiveSlot);
        }
        boolean sends = expected.state == ThreadState.SENDING;
        if (sends) {
            same("badge of thread", i, expected.badge, got.badge);
        }
        // What a waiting thread's registers hold matters where a message is still to be taken from there.
        boolean message = sends && (expected.fault == 0 || expected.fault == Fault.FOREIGN_CALL);
        for (int r = waits ? State.TAG : 0; r < expected.registers.length && (!waits || message); r++) {
            if (expected.registers[r] != null && r != (waits ? State.BADGE : -1)) {
                same("register " + r + " of thread", i, expected.registers[r], got.registers[r]);
            }
        }
    }

    private void same(String what, int index, Object expected, Object got) {
        if (found == null && !Objects.equals(expected, got)) {
            found = "%s%s: expected %s, got %s".formatted(what, index < 0 ? "" : " " + index, expected, got);
        }
    }

    private void same(String what, int index, long expected, long got) {
        if (found == null && expected != got) {
            found = "%s%s: expected %d, got %d".formatted(what, index < 0 ? "" : " " + index, expected, got);
        }
    }

    private void same(String what, int index, boolean expected, boolean got) {
        same(what, index, expected ? 1 : 0, got ? 1 : 0);
    }
}
