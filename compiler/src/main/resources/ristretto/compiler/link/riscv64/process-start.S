# The first instructions of every process, and the only assembly that runs in one besides memory.S.

# Entry: a0 = address of the startup page, sp = end of the stack. The chain of frames ends where the saved frame pointer is 0.
    .section .text.start, "ax", @progbits
    .globl  _start
_start:
    li      s0, 0
    call    process_start
    unimp                                   # it never returns

# void save_registers_and_collect(): calls collect_from(sp) of the runtime with every register that a caller may still need on the
# stack, where the collector looks for references. Has a frame like compiled code, so that a trace passes through it.
    .section .text.save_registers_and_collect, "ax", @progbits
    .globl  save_registers_and_collect
    .type   save_registers_and_collect, @function
save_registers_and_collect:
    addi    sp, sp, -112
    sd      ra, 104(sp)
    sd      s0, 96(sp)
    sd      s1, 88(sp)
    sd      s2, 80(sp)
    sd      s3, 72(sp)
    sd      s4, 64(sp)
    sd      s5, 56(sp)
    sd      s6, 48(sp)
    sd      s7, 40(sp)
    sd      s8, 32(sp)
    sd      s9, 24(sp)
    sd      s10, 16(sp)
    sd      s11, 8(sp)
    sd      zero, 0(sp)
    addi    s0, sp, 112
    mv      a0, sp
    call    collect_from                    # leaves s1 to s11 as they were
    ld      ra, 104(sp)
    ld      s0, 96(sp)
    addi    sp, sp, 112
    ret
    .size   save_registers_and_collect, . - save_registers_and_collect
