package ristretto.magic;

/** The registers of a system call; which is what, says {@code ristretto.abi.CallNumber}. */
public final class CallRegisters {
    public long t0;
    public long t1;
    public long t2;
    public long t3;
    public long t4;
    public long a0;
    public long a1;
    public long a2;
    public long a3;
    public long a4;
    public long a5;
    public long a6;
    public long a7;
}
