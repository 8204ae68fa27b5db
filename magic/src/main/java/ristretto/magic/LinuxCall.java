package ristretto.magic;

/** The one door from a program into Linux's kernel, where that lies underneath. */
public final class LinuxCall {

    /**
     * Makes a system call; its number depends on the architecture. Answers its result, or minus the error number. The compiler treats it as
     * touching all memory.
     */
    @Intrinsic
    public static long call(long number, long a, long b, long c, long d, long e, long f) {
        throw new UnsupportedOperationException("Linux is not called from a JVM");
    }

    private LinuxCall() {}
}
