package ristretto.abi;

/** What a system call answers in {@code t0}. Every refusal names the guilty argument, see {@link CallNumber}. */
public final class ErrorCode {
    public static final int OK = 0;
    /** The slot is outside the table, or empty. */
    public static final int NO_CAPABILITY = 1;
    /** The capability is of another type; expected and got are {@link ObjectType}s. */
    public static final int WRONG_TYPE = 2;
    /** The capability lacks a right; expected and got are {@link Rights}. */
    public static final int MISSING_RIGHT = 3;

    public static final int INVALID_ARGUMENT = 4;
    public static final int OUT_OF_RANGE = 5;
    public static final int MISALIGNED = 6;
    /** The untyped memory is used up; expected is the number of bytes needed, got what is free. */
    public static final int NOT_ENOUGH_MEMORY = 7;

    public static final int SLOT_OCCUPIED = 8;
    public static final int ALREADY_MAPPED = 9;
    public static final int NOT_MAPPED = 10;
    /** A page table is missing on the way; expected is its level (1 or 0). */
    public static final int NO_PAGE_TABLE = 11;
    /** The deadline passed. */
    public static final int TIMED_OUT = 12;
    /** The server died, or its Reply object was destroyed, before it answered. */
    public static final int SERVER_GONE = 13;
    /** The wait was cancelled (thread suspended and resumed, object destroyed). */
    public static final int CANCELLED = 14;
    /** The object is in use, so that this cannot be done to it now. */
    public static final int BUSY = 15;

    public static final int UNKNOWN_CALL = 16;
    public static final int UNKNOWN_OPERATION = 17;

    private ErrorCode() {}
}
