package ristretto.runtime;

import ristretto.magic.Assembly;
import ristretto.magic.Waits;

/**
 * The few instructions that have no Java: from one stack to another. Each stack has a header of two words: {@link #GUARD} holds
 * the header's own address for as long as nobody has run over the stack's end (it lies there), and {@link #STACK_POINTER} is that of a
 * fiber that is not running.
 */
final class FiberSwitch {
    static final int GUARD = 0;
    static final int STACK_POINTER = 8;
    static final int HEADER_BYTES = 16;

    /**
     * Saves what callees preserve on the running stack, with the header {@code from}, and goes on with the one of {@code to}. It throws nothing, and
     * says so as compiled methods do, so that one that may throw can end by a jump to it.
     */
    @Waits("other threads")
    @Assembly(value = "fiber_switch", mayThrow = true)
    static native void switchStacks(long from, long to);

    /** Makes a stack ready to be switched to: it will call the exported {@code fiber_main}. */
    @Assembly("fiber_prepare")
    static native void prepare(long header, long high);

    /** The frame of the switch itself on a stack that was left: where a trace of it begins. */
    @Assembly("fiber_frame")
    static native long frame(long header);

    private FiberSwitch() {}
}
