# A root process of two threads that fill all their registers with values of their own, let the kernel take the core away from them all the
# time, and look whether everything is as it was. Ends the machine with exit code 0, or: 1 to 31 an integer register was lost, 32 to 63 a
# floating-point register, 64 its control register, 65 a call was refused, 66 the second thread came nowhere, 128 more: the second thread says so.

    .equ    STEP, 0x0102030405060708
    .equ    SEED_OF_FIRST, 0x1122334455667788
    .equ    SEED_OF_SECOND, 0x0123456789abcdef
    .equ    ROUNDS, 5000
    .equ    TURNS, 4000                     # of an empty loop, about as long as a budget
    .equ    POWER_PLACE, 0xf000
    .equ    OF_SECOND, 128

    .equ    YIELD, 7
    .equ    INVOKE, 8

# a0 to a5 hold the arguments
.macro invoke capability, operation
    li      t0, \capability
    li      t1, \operation
    li      t3, INVOKE
    li      t4, 0
    ecall
    beqz    t0, 1f
    li      s0, 65
    j       end
1:
.endm

.macro make type, size, slot
    li      a0, \type
    li      a1, \size
    li      a2, 1
    li      a3, \slot
    li      a4, 1
    invoke  10, 1
.endm

.macro share slot
    li      a0, \slot
    li      a1, 20000
    li      a2, 40000
    invoke  5, 50
.endm

.macro fill seed, control
    .irp i, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
    li      x31, \seed - STEP * \i
    fmv.d.x f\i, x31
    .endr
    li      x31, \control
    fscsr   x31
    .irp i, 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30
    li      x\i, \seed + STEP * \i
    .endr
.endm

.macro same register, value, number, wrong
    li      x31, \value
    beq     \register, x31, 1f
    li      x31, \number
    j       \wrong
1:
.endm

.macro check_integers seed, wrong, registers:vararg
    .irp i, \registers
    same    x\i, \seed + STEP * \i, \i, \wrong
    .endr
.endm

.macro check_floats seed, control, wrong
    .irp i, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
    fmv.x.d x30, f\i
    same    x30, \seed - STEP * \i, 32 + \i, \wrong
    .endr
    frcsr   x30
    same    x30, \control, 64, \wrong
.endm

# One round: through some budgets, then through a call that gives way.
.macro round seed, control, wrong
    fill    \seed, \control
    li      x31, TURNS
2:  addi    x31, x31, -1
    bnez    x31, 2b
    check_integers \seed, \wrong, 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30
    li      x28, YIELD
    li      x31, STEP
    ecall
    li      x28, STEP
    same    x31, STEP, 31, \wrong
    same    x5, 0, 5, \wrong
    check_integers \seed, \wrong, 1,2,3,4,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,29,30
    check_floats \seed, \control, \wrong
.endm

    .section .text.start, "ax", @progbits
    .globl  _start
_start:
    make    7, 0, 20
    make    5, 4096, 21
    make    6, 0, 22
    li      a0, 0x100000
    li      a1, 4096
    li      a2, 10
    li      a3, 1
    li      a4, 23
    invoke  8, 32
    li      a0, 2
    li      a1, POWER_PLACE
    li      a2, 3
    invoke  23, 30
    share   20
    share   4
    li      a0, 2
    li      a1, 1
    li      a2, 21
    li      a3, 0
    li      a4, 20
    li      a5, 255
    invoke  22, 40
    fill    SEED_OF_FIRST, 0x21             # nothing of this may reach the second thread
    la      a0, second
    li      a1, SEED_OF_SECOND
    li      a2, 0
    invoke  22, 41
next:
    round   SEED_OF_FIRST, 0x21, lost
    la      s0, second_lost
    ld      s0, 0(s0)
    bnez    s0, end
    la      s1, rounds
    ld      s0, 0(s1)
    addi    s0, s0, 1
    sd      s0, 0(s1)
    li      s1, ROUNDS
    bltu    s0, s1, next
    la      s1, second_rounds
    ld      s1, 0(s1)
    li      s0, 66
    li      s2, ROUNDS / 4
    bltu    s1, s2, end
    li      s0, 0
    j       end
lost:
    mv      s0, x31

# Ends the machine with exit code s0.
end:
    li      t0, POWER_PLACE
    li      t1, 0x5555
    beqz    s0, 1f
    slli    t1, s0, 16
    li      t2, 0x3333
    or      t1, t1, t2
1:  sw      t1, 0(t0)
    j       1b

second:
    .irp i, 1,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30
    same    x\i, 0, \i, second_wrong
    .endr
    same    x2, SEED_OF_SECOND, 2, second_wrong
    .irp i, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
    fmv.x.d x30, f\i
    same    x30, 0, 32 + \i, second_wrong
    .endr
    frcsr   x30
    same    x30, 0, 64, second_wrong
second_next:
    round   SEED_OF_SECOND, 0x42, second_wrong
    la      s1, second_rounds
    ld      s0, 0(s1)
    addi    s0, s0, 1
    sd      s0, 0(s1)
    j       second_next
second_wrong:
    addi    x31, x31, OF_SECOND
    la      x30, second_lost
    sd      x31, 0(x30)
spin:
    j       spin

    .bss
    .balign 8
rounds:
    .skip   8
second_rounds:
    .skip   8
second_lost:
    .skip   8
