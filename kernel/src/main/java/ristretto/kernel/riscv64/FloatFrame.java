package ristretto.kernel.riscv64;

/** Room for f0 to f31 at byte 8 * (n + 1), then the control register; {@code entry.S} fills and reads it. */
public final class FloatFrame {
    long f0;
    long f1;
    long f2;
    long f3;
    long f4;
    long f5;
    long f6;
    long f7;
    long f8;
    long f9;
    long f10;
    long f11;
    long f12;
    long f13;
    long f14;
    long f15;
    long f16;
    long f17;
    long f18;
    long f19;
    long f20;
    long f21;
    long f22;
    long f23;
    long f24;
    long f25;
    long f26;
    long f27;
    long f28;
    long f29;
    long f30;
    long f31;
    long control;

    /** As a thread begins. */
    public void clear() {
        f0 = 0;
        f1 = 0;
        f2 = 0;
        f3 = 0;
        f4 = 0;
        f5 = 0;
        f6 = 0;
        f7 = 0;
        f8 = 0;
        f9 = 0;
        f10 = 0;
        f11 = 0;
        f12 = 0;
        f13 = 0;
        f14 = 0;
        f15 = 0;
        f16 = 0;
        f17 = 0;
        f18 = 0;
        f19 = 0;
        f20 = 0;
        f21 = 0;
        f22 = 0;
        f23 = 0;
        f24 = 0;
        f25 = 0;
        f26 = 0;
        f27 = 0;
        f28 = 0;
        f29 = 0;
        f30 = 0;
        f31 = 0;
        control = 0;
    }
}
