# From one fiber's stack to another's. Each has a header of two words: a guard (the header's own address) and the stack pointer of a fiber that
# is not running; see FiberSwitch. A fiber that was left has a frame like compiled code on its stack, so that a trace begins there.
# With INTEGERS_ONLY floating-point registers are not saved: for programs in which nobody keeps anything in one across a call.
    .equ    GUARD, 0
    .equ    STACK_POINTER, 8
    .ifdef INTEGERS_ONLY
    .equ    FRAME, 112
    .else
    .equ    FRAME, 208
    .endif

# Throwable fiber_switch(long from, long to): the addresses of the headers. Returns null.
    .section .text.fiber_switch, "ax", @progbits
    .globl  fiber_switch
    .type   fiber_switch, @function
fiber_switch:
    addi    sp, sp, -FRAME
    sd      ra, FRAME - 8(sp)
    sd      s0, FRAME - 16(sp)
    sd      s1, FRAME - 24(sp)
    sd      s2, FRAME - 32(sp)
    sd      s3, FRAME - 40(sp)
    sd      s4, FRAME - 48(sp)
    sd      s5, FRAME - 56(sp)
    sd      s6, FRAME - 64(sp)
    sd      s7, FRAME - 72(sp)
    sd      s8, FRAME - 80(sp)
    sd      s9, FRAME - 88(sp)
    sd      s10, FRAME - 96(sp)
    sd      s11, FRAME - 104(sp)
    .ifndef INTEGERS_ONLY
    fsd     fs0, FRAME - 112(sp)
    fsd     fs1, FRAME - 120(sp)
    fsd     fs2, FRAME - 128(sp)
    fsd     fs3, FRAME - 136(sp)
    fsd     fs4, FRAME - 144(sp)
    fsd     fs5, FRAME - 152(sp)
    fsd     fs6, FRAME - 160(sp)
    fsd     fs7, FRAME - 168(sp)
    fsd     fs8, FRAME - 176(sp)
    fsd     fs9, FRAME - 184(sp)
    fsd     fs10, FRAME - 192(sp)
    fsd     fs11, FRAME - 200(sp)
    .endif
    ld      t0, GUARD(a0)
    sd      sp, STACK_POINTER(a0)
    bne     t0, a0, overrun
    ld      sp, STACK_POINTER(a1)
    ld      ra, FRAME - 8(sp)
    ld      s0, FRAME - 16(sp)
    ld      s1, FRAME - 24(sp)
    ld      s2, FRAME - 32(sp)
    ld      s3, FRAME - 40(sp)
    ld      s4, FRAME - 48(sp)
    ld      s5, FRAME - 56(sp)
    ld      s6, FRAME - 64(sp)
    ld      s7, FRAME - 72(sp)
    ld      s8, FRAME - 80(sp)
    ld      s9, FRAME - 88(sp)
    ld      s10, FRAME - 96(sp)
    ld      s11, FRAME - 104(sp)
    .ifndef INTEGERS_ONLY
    fld     fs0, FRAME - 112(sp)
    fld     fs1, FRAME - 120(sp)
    fld     fs2, FRAME - 128(sp)
    fld     fs3, FRAME - 136(sp)
    fld     fs4, FRAME - 144(sp)
    fld     fs5, FRAME - 152(sp)
    fld     fs6, FRAME - 160(sp)
    fld     fs7, FRAME - 168(sp)
    fld     fs8, FRAME - 176(sp)
    fld     fs9, FRAME - 184(sp)
    fld     fs10, FRAME - 192(sp)
    fld     fs11, FRAME - 200(sp)
    .endif
    addi    sp, sp, FRAME
    li      a0, 0
    ret
overrun:
    call    report_overrun                  # never returns
    unimp
    .size   fiber_switch, . - fiber_switch

# void fiber_prepare(long header, long high): the first switch to this stack calls fiber_main; the chain of frames ends there.
    .section .text.fiber_prepare, "ax", @progbits
    .globl  fiber_prepare
    .type   fiber_prepare, @function
fiber_prepare:
    andi    a1, a1, -16
    addi    a1, a1, -FRAME
    sd      a1, STACK_POINTER(a0)
    la      t0, fiber_start
    sd      t0, FRAME - 8(a1)
    sd      zero, FRAME - 16(a1)
    ret
    .size   fiber_prepare, . - fiber_prepare
    .type   fiber_start, @function
fiber_start:
    li      s0, 0
    call    fiber_main                      # never returns
    unimp
    .size   fiber_start, . - fiber_start

# long fiber_frame(long header): the frame that fiber_switch left on this stack.
    .section .text.fiber_frame, "ax", @progbits
    .globl  fiber_frame
    .type   fiber_frame, @function
fiber_frame:
    ld      a0, STACK_POINTER(a0)
    addi    a0, a0, FRAME
    ret
    .size   fiber_frame, . - fiber_frame
