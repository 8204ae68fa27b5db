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
}
