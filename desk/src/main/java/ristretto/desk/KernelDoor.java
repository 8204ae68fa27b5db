package ristretto.desk;

/**
 * The kernel as the rest of the desk sees it. Behind it are the kernel's own classes, once more for each machine, because all of the kernel's
 * state hangs off statics. Frames are addresses of register frames; 0: nobody can run.
 */
public interface KernelDoor {
    /** Boots; answers the frame to go on with. */
    long boot();

    /** A trap of the running thread, whose registers are in its frame; answers the frame to go on with. */
    long trap(long cause);

    /** An interrupt while nobody ran; answers the frame to go on with. */
    long wake();

    /** Register xn of a frame; 0 is the program counter. */
    long register(long frame, int n);

    /** Sets register xn of a frame; 0 is the program counter. */
    void setRegister(long frame, int n, long value);

    /** The floating-point unit counts as on, so that an illegal instruction is one. */
    void turnOnFloats(long frame);

    /** Whether an object of simulated memory is a register frame. */
    boolean isFrame(Object object);
}
