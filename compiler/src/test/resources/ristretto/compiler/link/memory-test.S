# Calls each memory routine with every combination of small sizes and alignments over 256 random bytes, in machine mode on QEMU's
# virt board without firmware, and prints for each routine a sum of all that it left in memory. MemoryRoutinesTest computes the same.
    .equ BYTES, 256
    .equ MAXIMUM, 100                       # bytes per call
    .equ UART, 0x10000000
    .equ POWER, 0x100000

    .section .text.start, "ax", @progbits
    .globl _start
_start:
    la      sp, stack_end
    la      s0, buffer
    li      s1, 88172645463325252           # state of the random numbers
    li      s11, 0                          # routine: 0 memcpy, 1 memmove, 2 memset, 3 memcmp
next_routine:
    li      s2, 0                           # sum
    li      s3, 0                           # bytes
next_size:
    li      s4, 0                           # offset of the destination
next_destination:
    li      s5, 0                           # offset of the source
next_source:
    mv      t0, s0
    addi    t1, s0, BYTES
1:  slli    t2, s1, 13                      # xorshift64
    xor     s1, s1, t2
    srli    t2, s1, 7
    xor     s1, s1, t2
    slli    t2, s1, 17
    xor     s1, s1, t2
    sd      s1, 0(t0)
    addi    t0, t0, 8
    bne     t0, t1, 1b

    add     a0, s0, s4
    add     a1, s0, s5
    mv      a2, s3
    li      t0, 1
    beq     s11, t0, call_move
    li      t0, 2
    beq     s11, t0, call_set
    addi    a1, a1, BYTES / 2
    bgtu    s11, t0, call_compare
    call    memcpy
    j       sum
call_move:
    call    memmove
    j       sum
call_set:
    lbu     a1, 0(a1)
    ori     a1, a1, 0x700                   # only the lowest byte counts
    call    memset
    j       sum
call_compare:                               # equal areas but for one byte, whose place is random
    call    memcpy
    add     a0, s0, s4
    beqz    s3, sum
    srli    t0, s1, 8
    remu    t0, t0, s3
    add     t0, t0, s0
    add     t0, t0, s4
    sb      s1, 0(t0)
    add     a0, s0, s4
    add     a1, s0, s5
    addi    a1, a1, BYTES / 2
    mv      a2, s3
    call    memcmp
    add     a0, a0, s0
    add     a0, a0, s4

sum:                                        # the routine's result, relative to the destination, and all bytes
    sub     a0, a0, s0
    sub     a0, a0, s4
    li      t3, 0x100000001b3
    mul     s2, s2, t3
    xor     s2, s2, a0
    mv      t0, s0
    addi    t1, s0, BYTES
2:  ld      t2, 0(t0)
    mul     s2, s2, t3
    xor     s2, s2, t2
    addi    t0, t0, 8
    bne     t0, t1, 2b

    li      t0, 11
    addi    s5, s5, 1
    bltu    s5, t0, next_source
    addi    s4, s4, 1
    bltu    s4, t0, next_destination
    li      t0, MAXIMUM
    addi    s3, s3, 1
    bleu    s3, t0, next_size

    li      t0, UART
    li      t1, 60
3:  srl     t2, s2, t1
    andi    t2, t2, 15
    addi    t2, t2, 'a'
    sb      t2, 0(t0)
    addi    t1, t1, -4
    bgez    t1, 3b
    li      t2, '\n'
    sb      t2, 0(t0)
    addi    s11, s11, 1
    li      t0, 4
    bltu    s11, t0, next_routine
    li      t0, POWER
    li      t1, 0x5555
    sw      t1, 0(t0)
4:  j       4b

    .bss
    .balign 16
buffer:
    .skip   BYTES
    .skip   1024
stack_end:
