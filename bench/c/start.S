# First instructions of the bare machine, in machine mode, without firmware: a stack, floating point, and C.
    .section .text.start, "ax", @progbits
    .globl  _start
_start:
    la      sp, stack_end
    li      t0, 0x6000                      # mstatus.FS: floating-point registers may be used
    csrs    mstatus, t0
    call    bench_main
1:  wfi
    j       1b
