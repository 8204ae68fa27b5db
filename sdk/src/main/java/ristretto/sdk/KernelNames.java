package ristretto.sdk;

import ristretto.abi.ErrorCode;
import ristretto.abi.Fault;
import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.abi.ThreadState;

/** The kernel's numbers in words, as errors and reports print them. */
public final class KernelNames {
    private static final int ARGUMENT_TAG = 9;
    private static final int ARGUMENT_REPLY = 10;
    private static final int ARGUMENT_DEADLINE = 11;

    public static String error(int code) {
        return switch (code) {
            case ErrorCode.OK -> "ok";
            case ErrorCode.NO_CAPABILITY -> "no such capability";
            case ErrorCode.WRONG_TYPE -> "wrong type";
            case ErrorCode.MISSING_RIGHT -> "missing right";
            case ErrorCode.INVALID_ARGUMENT -> "invalid argument";
            case ErrorCode.OUT_OF_RANGE -> "out of range";
            case ErrorCode.MISALIGNED -> "misaligned";
            case ErrorCode.NOT_ENOUGH_MEMORY -> "not enough memory";
            case ErrorCode.SLOT_OCCUPIED -> "slot occupied";
            case ErrorCode.ALREADY_MAPPED -> "already mapped";
            case ErrorCode.NOT_MAPPED -> "not mapped";
            case ErrorCode.NO_PAGE_TABLE -> "no page table";
            case ErrorCode.TIMED_OUT -> "timed out";
            case ErrorCode.SERVER_GONE -> "server gone";
            case ErrorCode.CANCELLED -> "cancelled";
            case ErrorCode.BUSY -> "busy";
            case ErrorCode.UNKNOWN_CALL -> "unknown call";
            case ErrorCode.UNKNOWN_OPERATION -> "unknown operation";
            default -> "error " + code;
        };
    }

    public static String type(int type) {
        return switch (type) {
            case ObjectType.NONE -> "nothing";
            case ObjectType.UNTYPED -> "untyped";
            case ObjectType.CAP_TABLE -> "cap table";
            case ObjectType.ADDRESS_SPACE -> "address space";
            case ObjectType.PAGE_TABLE -> "page table";
            case ObjectType.FRAME -> "frame";
            case ObjectType.THREAD -> "thread";
            case ObjectType.SCHEDULING_CONTEXT -> "scheduling context";
            case ObjectType.ENDPOINT -> "endpoint";
            case ObjectType.NOTIFICATION -> "notification";
            case ObjectType.REPLY -> "reply";
            case ObjectType.SCHEDULING_CONTROL -> "scheduling control";
            case ObjectType.INTERRUPT_CONTROL -> "interrupt control";
            case ObjectType.INTERRUPT_LINE -> "interrupt line";
            case ObjectType.KERNEL_LOG -> "kernel log";
            default -> "type " + type;
        };
    }

    /** One word for each right that is there; "none" without any. */
    public static String rights(int rights) {
        StringBuilder text = new StringBuilder();
        right(text, rights, Rights.READ, "read");
        right(text, rights, Rights.WRITE, "write");
        right(text, rights, Rights.EXECUTE, "execute");
        right(text, rights, Rights.RECEIVE, "receive");
        right(text, rights, Rights.SEND, "send");
        right(text, rights, Rights.CONTROL, "control");
        return text.isEmpty() ? "none" : text.toString();
    }

    public static String fault(int kind) {
        return switch (kind) {
            case Fault.LOAD_PAGE -> "load page fault";
            case Fault.STORE_PAGE -> "store page fault";
            case Fault.INSTRUCTION_PAGE -> "instruction page fault";
            case Fault.ILLEGAL_INSTRUCTION -> "illegal instruction";
            case Fault.MISALIGNED -> "misaligned access";
            case Fault.BREAKPOINT -> "breakpoint";
            case Fault.ACCESS -> "access fault";
            case Fault.UNKNOWN_CALL -> "unknown system call";
            default -> "fault " + kind;
        };
    }

    public static String state(int state) {
        return switch (state) {
            case ThreadState.SUSPENDED -> "suspended";
            case ThreadState.RUNNING -> "running";
            case ThreadState.READY -> "ready";
            case ThreadState.OUT_OF_BUDGET -> "throttled";
            case ThreadState.SENDING -> "sending";
            case ThreadState.AWAITING_REPLY -> "calling";
            case ThreadState.RECEIVING -> "receiving";
            case ThreadState.WAITING -> "waiting";
            case ThreadState.FAULTED -> "faulted";
            default -> "state " + state;
        };
    }

    static String argument(int argument) {
        return switch (argument) {
            case 0 -> "0 (the capability)";
            case ARGUMENT_TAG -> "tag";
            case ARGUMENT_REPLY -> "reply slot";
            case ARGUMENT_DEADLINE -> "deadline";
            default -> "a" + (argument - 1);
        };
    }

    private static void right(StringBuilder text, int rights, int right, String name) {
        if ((rights & right) != 0) {
            text.append(text.isEmpty() ? "" : " ").append(name);
        }
    }

    private KernelNames() {}
}
