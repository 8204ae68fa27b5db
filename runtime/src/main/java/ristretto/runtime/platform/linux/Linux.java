package ristretto.runtime.platform.linux;

import ristretto.magic.LinuxCall;

/** Linux's system calls on x86-64 (their numbers: arch/x86/entry/syscalls/syscall_64.tbl), as far as the runtime needs them. */
final class Linux {
    static final int READ = 0;
    static final int WRITE = 1;
    static final int MMAP = 9;
    static final int MADVISE = 28;
    static final int GETRLIMIT = 97;
    static final int SYSINFO = 99;
    static final int CLOCK_GETTIME = 228;
    static final int CLOCK_NANOSLEEP = 230;
    static final int EXIT_GROUP = 231;
    static final int PPOLL = 271;
    static final int GETRANDOM = 318;

    static final long INTERRUPTED = -4;
    static final long TRY_AGAIN = -11;

    static long call(int number, long a) {
        return LinuxCall.call(number, a, 0, 0, 0, 0, 0);
    }

    static long call(int number, long a, long b) {
        return LinuxCall.call(number, a, b, 0, 0, 0, 0);
    }

    static long call(int number, long a, long b, long c) {
        return LinuxCall.call(number, a, b, c, 0, 0, 0);
    }

    static long call(int number, long a, long b, long c, long d) {
        return LinuxCall.call(number, a, b, c, d, 0, 0);
    }

    static long call(int number, long a, long b, long c, long d, long e, long f) {
        return LinuxCall.call(number, a, b, c, d, e, f);
    }

    private Linux() {}
}
