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

# void fiber_switch(long from, long to): the addresses of the headers.
    .section .text.fiber_switch, "ax", @progbits
    .globl  fiber_switch
    .type   fiber_switch, @function
fiber_switch:
    addi    sp, sp, -FRAME
    sd      ra, 200(sp)
    sd      s0, 192(sp)
    sd      s1, 184(sp)
    sd      s2, 176(sp)
    sd      s3, 168(sp)
    sd      s4, 160(sp)
    sd      s5, 152(sp)
    sd      s6, 144(sp)
    sd      s7, 136(sp)
    sd      s8, 128(sp)
    sd      s9, 120(sp)
    sd      s10, 112(sp)
    sd      s11, 104(sp)
    .ifndef INTEGERS_ONLY
    fsd     fs0, 96(sp)
    fsd     fs1, 88(sp)
    fsd     fs2, 80(sp)
    fsd     fs3, 72(sp)
    fsd     fs4, 64(sp)
    fsd     fs5, 56(sp)
    fsd     fs6, 48(sp)
    fsd     fs7, 40(sp)
    fsd     fs8, 32(sp)
    fsd     fs9, 24(sp)
    fsd     fs10, 16(sp)
    fsd     fs11, 8(sp)
    .endif
    ld      t0, GUARD(a0)
    sd      sp, STACK_POINTER(a0)
    bne     t0, a0, overrun
    ld      sp, STACK_POINTER(a1)
    ld      ra, 200(sp)
    ld      s0, 192(sp)
    ld      s1, 184(sp)
    ld      s2, 176(sp)
    ld      s3, 168(sp)
    ld      s4, 160(sp)
    ld      s5, 152(sp)
    ld      s6, 144(sp)
    ld      s7, 136(sp)
    ld      s8, 128(sp)
    ld      s9, 120(sp)
    ld      s10, 112(sp)
    ld      s11, 104(sp)
    .ifndef INTEGERS_ONLY
    fld     fs0, 96(sp)
    fld     fs1, 88(sp)
    fld     fs2, 80(sp)
    fld     fs3, 72(sp)
    fld     fs4, 64(sp)
    fld     fs5, 56(sp)
    fld     fs6, 48(sp)
    fld     fs7, 40(sp)
    fld     fs8, 32(sp)
    fld     fs9, 24(sp)
    fld     fs10, 16(sp)
    fld     fs11, 8(sp)
    .endif
    addi    sp, sp, FRAME
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
