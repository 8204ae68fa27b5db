# The rare part of a write barrier: compiled code comes here while the collector marks, in the middle of functions that otherwise call nobody, so
# this leaves them all registers for integers but t0, with the reference that is about to be overwritten, and t1, with its own return address. Callers
# do not rely on those for floating point.
    .section .text.write_barrier, "ax", @progbits
    .globl  write_barrier
    .type   write_barrier, @function
write_barrier:
    addi    sp, sp, -128
    sd      ra, 120(sp)
    sd      t1, 112(sp)
    sd      t2, 104(sp)
    sd      t3, 96(sp)
    sd      t4, 88(sp)
    sd      t5, 80(sp)
    sd      t6, 72(sp)
    sd      a0, 64(sp)
    sd      a1, 56(sp)
    sd      a2, 48(sp)
    sd      a3, 40(sp)
    sd      a4, 32(sp)
    sd      a5, 24(sp)
    sd      a6, 16(sp)
    sd      a7, 8(sp)
    mv      a0, t0
    call    reference_overwritten
    ld      ra, 120(sp)
    ld      t1, 112(sp)
    ld      t2, 104(sp)
    ld      t3, 96(sp)
    ld      t4, 88(sp)
    ld      t5, 80(sp)
    ld      t6, 72(sp)
    ld      a0, 64(sp)
    ld      a1, 56(sp)
    ld      a2, 48(sp)
    ld      a3, 40(sp)
    ld      a4, 32(sp)
    ld      a5, 24(sp)
    ld      a6, 16(sp)
    ld      a7, 8(sp)
    addi    sp, sp, 128
    jr      t1
    .size   write_barrier, . - write_barrier
