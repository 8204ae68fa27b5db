package ristretto.runtime.platform;

/** Memory that the heap takes from the system and gives back, in parts. */
public final class HeapMemory {

    /** The most bytes that the heap may ever have, those that it has at the start included. */
    public static native long mostBytes();

    /**
     * Gives the heap the use of a part, counted from the end of what it has at the start. It is zero. False: there is no memory for it, or only
     * after others have given some back, if that must not be waited for.
     */
    public static native boolean take(long number, boolean mayWait);

    /** Takes the part back. */
    public static native void giveBack(long number);

    /** Takes back memory that the heap has for good, pages that it does not use at present; what is in them is lost. Does nothing where that cannot be. */
    public static native void forget(long from, long to);

    private HeapMemory() {}
}
