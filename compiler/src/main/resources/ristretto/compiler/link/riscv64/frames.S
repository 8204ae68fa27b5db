# Prologues and epilogues that all functions share, by the names and the layout that LLVM's feature save-restore expects: __riscv_save_N, called
# with its return address in t0, makes room in multiples of 16 bytes and saves ra at its top, below it s0 and the N - 1 registers after that; __riscv_restore_N,
# jumped to, takes them back and returns to the function's caller. A frame looks the same as one that a function made for itself.
    .section .text.frames, "ax", @progbits

    .globl  __riscv_save_0
    .type   __riscv_save_0, @function
__riscv_save_0:
    .globl  __riscv_save_1
    .type   __riscv_save_1, @function
__riscv_save_1:
    addi    sp, sp, -16
    sd      ra, 8(sp)
    sd      s0, 0(sp)
    jr      t0

    .globl  __riscv_save_2
    .type   __riscv_save_2, @function
__riscv_save_2:
    .globl  __riscv_save_3
    .type   __riscv_save_3, @function
__riscv_save_3:
    addi    sp, sp, -32
    sd      ra, 24(sp)
    sd      s0, 16(sp)
    sd      s1, 8(sp)
    sd      s2, 0(sp)
    jr      t0

    .globl  __riscv_save_4
    .type   __riscv_save_4, @function
__riscv_save_4:
    .globl  __riscv_save_5
    .type   __riscv_save_5, @function
__riscv_save_5:
    addi    sp, sp, -48
    sd      ra, 40(sp)
    sd      s0, 32(sp)
    sd      s1, 24(sp)
    sd      s2, 16(sp)
    sd      s3, 8(sp)
    sd      s4, 0(sp)
    jr      t0

    .globl  __riscv_save_6
    .type   __riscv_save_6, @function
__riscv_save_6:
    .globl  __riscv_save_7
    .type   __riscv_save_7, @function
__riscv_save_7:
    addi    sp, sp, -64
    sd      ra, 56(sp)
    sd      s0, 48(sp)
    sd      s1, 40(sp)
    sd      s2, 32(sp)
    sd      s3, 24(sp)
    sd      s4, 16(sp)
    sd      s5, 8(sp)
    sd      s6, 0(sp)
    jr      t0

    .globl  __riscv_save_8
    .type   __riscv_save_8, @function
__riscv_save_8:
    .globl  __riscv_save_9
    .type   __riscv_save_9, @function
__riscv_save_9:
    addi    sp, sp, -80
    sd      ra, 72(sp)
    sd      s0, 64(sp)
    sd      s1, 56(sp)
    sd      s2, 48(sp)
    sd      s3, 40(sp)
    sd      s4, 32(sp)
    sd      s5, 24(sp)
    sd      s6, 16(sp)
    sd      s7, 8(sp)
    sd      s8, 0(sp)
    jr      t0

    .globl  __riscv_save_10
    .type   __riscv_save_10, @function
__riscv_save_10:
    .globl  __riscv_save_11
    .type   __riscv_save_11, @function
__riscv_save_11:
    addi    sp, sp, -96
    sd      ra, 88(sp)
    sd      s0, 80(sp)
    sd      s1, 72(sp)
    sd      s2, 64(sp)
    sd      s3, 56(sp)
    sd      s4, 48(sp)
    sd      s5, 40(sp)
    sd      s6, 32(sp)
    sd      s7, 24(sp)
    sd      s8, 16(sp)
    sd      s9, 8(sp)
    sd      s10, 0(sp)
    jr      t0

    .globl  __riscv_save_12
    .type   __riscv_save_12, @function
__riscv_save_12:
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
    jr      t0

# Each takes two registers and goes on with the next one.

    .globl  __riscv_restore_12
    .type   __riscv_restore_12, @function
__riscv_restore_12:
    ld      s11, 8(sp)
    addi    sp, sp, 16

    .globl  __riscv_restore_11
    .type   __riscv_restore_11, @function
__riscv_restore_11:
    .globl  __riscv_restore_10
    .type   __riscv_restore_10, @function
__riscv_restore_10:
    ld      s10, 0(sp)
    ld      s9, 8(sp)
    addi    sp, sp, 16

    .globl  __riscv_restore_9
    .type   __riscv_restore_9, @function
__riscv_restore_9:
    .globl  __riscv_restore_8
    .type   __riscv_restore_8, @function
__riscv_restore_8:
    ld      s8, 0(sp)
    ld      s7, 8(sp)
    addi    sp, sp, 16

    .globl  __riscv_restore_7
    .type   __riscv_restore_7, @function
__riscv_restore_7:
    .globl  __riscv_restore_6
    .type   __riscv_restore_6, @function
__riscv_restore_6:
    ld      s6, 0(sp)
    ld      s5, 8(sp)
    addi    sp, sp, 16

    .globl  __riscv_restore_5
    .type   __riscv_restore_5, @function
__riscv_restore_5:
    .globl  __riscv_restore_4
    .type   __riscv_restore_4, @function
__riscv_restore_4:
    ld      s4, 0(sp)
    ld      s3, 8(sp)
    addi    sp, sp, 16

    .globl  __riscv_restore_3
    .type   __riscv_restore_3, @function
__riscv_restore_3:
    .globl  __riscv_restore_2
    .type   __riscv_restore_2, @function
__riscv_restore_2:
    ld      s2, 0(sp)
    ld      s1, 8(sp)
    addi    sp, sp, 16

    .globl  __riscv_restore_1
    .type   __riscv_restore_1, @function
__riscv_restore_1:
    .globl  __riscv_restore_0
    .type   __riscv_restore_0, @function
__riscv_restore_0:
    ld      s0, 0(sp)
    ld      ra, 8(sp)
    addi    sp, sp, 16
    ret
