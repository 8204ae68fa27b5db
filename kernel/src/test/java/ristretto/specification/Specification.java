package ristretto.specification;

import static ristretto.specification.State.NONE;

import ristretto.abi.CallNumber;
import ristretto.abi.Fault;
import ristretto.abi.ThreadState;
import ristretto.specification.State.ModelThread;

/**
 * What the kernel is to do, in the plainest way there is: a function from a state and what happens to the next state. It
 * knows nothing of the kernel's classes. Written after the documentation of the calls in {@code ristretto.abi}.
 *
 * <p>Left out: interrupts, memory, spaces, tables of threads' own, THREAD_CONFIGURE, registers by number, calls that an
 * interrupt divides, and stacks of lent contexts deeper than there are threads.
 */
public class Specification extends Invocations {
    /** Cause of the trap of an ecall (RISC-V privileged specification, scause). */
    private static final long CALL_FROM_USER = 8;

    /** The state after the action. */
    public State step(State before, Action action, boolean keepsAPeriod, int orderOfTies) {
        s = before.copy();
        keepsPeriod = keepsAPeriod;
        ties = orderOfTies;
        if (action.kind() == Action.Kind.TIME) {
            pass(action.number());
        } else {
            act(before, action);
        }
        settle();
        return s;
    }

    private void act(State before, Action action) {
        int me = s.running;
        enter(me, action);
        ModelThread t = s.threads[me];
        if (action.kind() == Action.Kind.FAULT) {
            raise(me, (int) action.number(), action.tag(), action.words()[0]);
            return;
        }
        if (t.foreign || action.number() < CallNumber.CALL || action.number() > CallNumber.INVOKE) {
            raise(me, t.foreign ? Fault.FOREIGN_CALL : Fault.UNKNOWN_CALL, CALL_FROM_USER, action.number());
            return;
        }
        t.pc += 4;
        try {
            call(me, action);
        } catch (Refusal refusal) {
            s = before.copy();
            enter(me, action);
            s.threads[me].pc += 4;
            refuse(me, refusal);
        }
    }

    /** The registers with which the thread enters the kernel. */
    private void enter(int me, Action action) {
        ModelThread t = s.threads[me];
        Action.Registers in = action.registers(me, s.now);
        t.pc = Action.PC;
        t.pageWord = in.pageWord();
        t.registers[State.STATUS] = action.capability();
        t.registers[State.TAG] = action.tag();
        t.registers[State.BADGE] = action.reply();
        for (int i = 0; i < 8; i++) {
            t.registers[State.WORD + i] = in.words()[i];
        }
    }

    private void call(int me, Action action) {
        Action.Registers in = action.registers(me, s.now);
        long capability = action.capability();
        long tag = action.tag();
        long reply = action.reply() & 0xffff_ffffL;
        long receiveSlot = action.reply() >>> 32;
        switch ((int) action.number()) {
            case CallNumber.CALL -> call(me, capability, tag, receiveSlot, in.deadline());
            case CallNumber.REPLY_RECEIVE -> {
                succeed(me);
                receive(me, capability, tag, reply, receiveSlot, in.deadline(), true);
            }
            case CallNumber.RECEIVE -> {
                succeed(me);
                receive(me, capability, tag, reply, receiveSlot, in.deadline(), false);
            }
            case CallNumber.REPLY -> {
                succeed(me);
                reply(me, reply, tag);
            }
            case CallNumber.SIGNAL -> {
                succeed(me);
                signal(capability);
            }
            case CallNumber.WAIT -> {
                succeed(me);
                await(me, capability, in.deadline(), true);
            }
            case CallNumber.POLL -> {
                succeed(me);
                await(me, capability, in.deadline(), false);
            }
            case CallNumber.YIELD -> {
                succeed(me);
                wake(me);
            }
            default -> {
                invoke(me, capability, tag, in.words());
                if (s.running != NONE && s.threads[me].alive) {
                    succeed(me);
                }
            }
        }
    }

    /** Whether the action may be tried: only who runs can do something. */
    public static boolean isPossible(State state, Action action) {
        return action.kind() == Action.Kind.TIME
                || state.running != NONE && state.threads[state.running].state == ThreadState.RUNNING;
    }
}
