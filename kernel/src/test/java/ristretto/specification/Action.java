package ristretto.specification;

import java.util.Arrays;
import ristretto.abi.CallNumber;

/**
 * What can happen next: the running thread makes a system call or does what is a fault, time passes,
 * or a device interrupts.
 *
 * @param deadline of a call: 0 none, positive: so many ticks from now, {@link #PAST}, {@link #NEGATIVE}
 * @param words a0, a1, …; those that are missing, and word 8, say who speaks
 */
public record Action(
        Kind kind, String name, long number, long capability, long tag, long reply, long deadline, long... words) {
    public enum Kind {
        CALL,
        FAULT,
        TIME,
        INTERRUPT
    }

    public static final long PAST = -1;
    public static final long NEGATIVE = -2;
    public static final long PC = 0x1_0000;

    /** What registers and message page of the caller hold when it calls. */
    public record Registers(long[] words, long pageWord, long deadline) {}

    public static Action call(String name, int number, long capability, long tag, long reply, long deadline) {
        return new Action(Kind.CALL, name, number, capability, tag, reply, deadline);
    }

    public static Action invoke(String name, long capability, int operation, long... words) {
        return new Action(Kind.CALL, name, CallNumber.INVOKE, capability, operation, 0, 0, words);
    }

    /** A page fault or the like. */
    public static Action fault(int kind, long cause, long address) {
        return new Action(Kind.FAULT, "fault " + kind, kind, 0, cause, 0, 0, address);
    }

    public static Action time(long ticks) {
        return new Action(Kind.TIME, "time passes: " + ticks, ticks, 0, 0, 0, 0);
    }

    public static Action interrupt(int line) {
        return new Action(Kind.INTERRUPT, "interrupt " + line, line, 0, 0, 0, 0);
    }

    public Registers registers(int caller, long now) {
        long[] all = new long[8];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < words.length ? words[i] : 0x100L * (caller + 1) + i;
        }
        long absolute =
                switch ((int) deadline) {
                    case 0 -> 0;
                    case (int) PAST -> 1;
                    case (int) NEGATIVE -> -1;
                    default -> now + deadline;
                };
        return new Registers(all, 0x100L * (caller + 1) + 8, absolute);
    }

    @Override
    public String toString() {
        return name + (words.length == 0 ? "" : " " + Arrays.toString(words));
    }
}
