# memcpy, memmove, memset and memcmp, which LLVM calls for copies and fills whose size it does not know. As in C; for every
# alignment. They use 8-byte accesses, always aligned, since the machine may trap on others: where source and destination are
# aligned differently, each stored word is merged from two loaded ones. No word is touched that holds none of the bytes concerned.
# They use no stack and only temporary and argument registers, so the kernel can use them too.

# void *memmove(void *destination, const void *source, size_t bytes)
    .section .text.memory_copy, "ax", @progbits
    .globl  memmove
    .type   memmove, @function
memmove:
    sub     t0, a0, a1
    bltu    t0, a2, move_down               # the destination begins inside the source
    .size   memmove, . - memmove

# void *memcpy(void *destination, const void *source, size_t bytes): upwards, t6 = where to
    .globl  memcpy
    .type   memcpy, @function
memcpy:
    mv      t6, a0
    li      t0, 16
    bltu    a2, t0, copy_bytes
    neg     t0, t6
    andi    t0, t0, 7                       # bytes to the next word of the destination
    sub     a2, a2, t0
    beqz    t0, 2f
1:  lbu     t1, 0(a1)
    addi    a1, a1, 1
    sb      t1, 0(t6)
    addi    t6, t6, 1
    addi    t0, t0, -1
    bnez    t0, 1b
2:  andi    t0, a1, 7
    bnez    t0, copy_merged
    andi    t1, a2, -64
    beqz    t1, 4f
    add     t1, t6, t1
3:  ld      t0, 0(a1)
    ld      t2, 8(a1)
    ld      t3, 16(a1)
    ld      t4, 24(a1)
    ld      t5, 32(a1)
    ld      a3, 40(a1)
    ld      a4, 48(a1)
    ld      a5, 56(a1)
    addi    a1, a1, 64
    sd      t0, 0(t6)
    sd      t2, 8(t6)
    sd      t3, 16(t6)
    sd      t4, 24(t6)
    sd      t5, 32(t6)
    sd      a3, 40(t6)
    sd      a4, 48(t6)
    sd      a5, 56(t6)
    addi    t6, t6, 64
    bne     t6, t1, 3b
    andi    a2, a2, 63
4:  andi    t1, a2, -8
    beqz    t1, 6f
    add     t1, t6, t1
5:  ld      t0, 0(a1)
    addi    a1, a1, 8
    sd      t0, 0(t6)
    addi    t6, t6, 8
    bne     t6, t1, 5b
6:  andi    a2, a2, 7
copy_bytes:
    beqz    a2, 8f
    add     a2, a2, t6
7:  lbu     t0, 0(a1)
    addi    a1, a1, 1
    sb      t0, 0(t6)
    addi    t6, t6, 1
    bne     t6, a2, 7b
8:  ret

copy_merged:                                # t0 = bytes by which the source is beyond a word
    sub     a1, a1, t0
    slli    t2, t0, 3
    neg     t3, t2                          # shifts count modulo 64
    andi    t1, a2, -8
    add     t1, t6, t1
    ld      t4, 0(a1)
1:  ld      t5, 8(a1)
    srl     t4, t4, t2
    sll     a3, t5, t3
    or      a3, a3, t4
    mv      t4, t5
    sd      a3, 0(t6)
    addi    a1, a1, 8
    addi    t6, t6, 8
    bne     t6, t1, 1b
    add     a1, a1, t0
    andi    a2, a2, 7
    j       copy_bytes
    .size   memcpy, . - memcpy

move_down:                                  # from the end, t6 = end of where to, a1 = end of where from
    add     t6, a0, a2
    add     a1, a1, a2
    li      t0, 16
    bltu    a2, t0, move_bytes
    andi    t0, t6, 7
    sub     a2, a2, t0
    beqz    t0, 2f
1:  addi    a1, a1, -1
    lbu     t1, 0(a1)
    addi    t6, t6, -1
    sb      t1, 0(t6)
    addi    t0, t0, -1
    bnez    t0, 1b
2:  andi    t1, a2, -8
    sub     t1, t6, t1
    andi    t0, a1, 7
    bnez    t0, move_merged
3:  addi    a1, a1, -8
    ld      t0, 0(a1)
    addi    t6, t6, -8
    sd      t0, 0(t6)
    bne     t6, t1, 3b
4:  andi    a2, a2, 7
move_bytes:
    beqz    a2, 6f
    sub     a2, t6, a2
5:  addi    a1, a1, -1
    lbu     t0, 0(a1)
    addi    t6, t6, -1
    sb      t0, 0(t6)
    bne     t6, a2, 5b
6:  ret

move_merged:
    sub     a1, a1, t0
    slli    t2, t0, 3
    neg     t3, t2
    ld      t4, 0(a1)
1:  addi    a1, a1, -8
    ld      t5, 0(a1)
    sll     t4, t4, t3
    srl     a3, t5, t2
    or      a3, a3, t4
    mv      t4, t5
    addi    t6, t6, -8
    sd      a3, 0(t6)
    bne     t6, t1, 1b
    add     a1, a1, t0
    andi    a2, a2, 7
    j       move_bytes

# void *memset(void *destination, int value, size_t bytes)
    .section .text.memory_set, "ax", @progbits
    .globl  memset
    .type   memset, @function
memset:
    mv      t6, a0
    li      t0, 16
    bltu    a2, t0, set_bytes
    andi    a1, a1, 255
    slli    t0, a1, 8
    or      a1, a1, t0
    slli    t0, a1, 16
    or      a1, a1, t0
    slli    t0, a1, 32
    or      a1, a1, t0
    neg     t0, t6
    andi    t0, t0, 7
    sub     a2, a2, t0
    beqz    t0, 2f
1:  sb      a1, 0(t6)
    addi    t6, t6, 1
    addi    t0, t0, -1
    bnez    t0, 1b
2:  andi    t1, a2, -64
    beqz    t1, 4f
    add     t1, t6, t1
3:  sd      a1, 0(t6)
    sd      a1, 8(t6)
    sd      a1, 16(t6)
    sd      a1, 24(t6)
    sd      a1, 32(t6)
    sd      a1, 40(t6)
    sd      a1, 48(t6)
    sd      a1, 56(t6)
    addi    t6, t6, 64
    bne     t6, t1, 3b
    andi    a2, a2, 63
4:  andi    t1, a2, -8
    beqz    t1, 6f
    add     t1, t6, t1
5:  sd      a1, 0(t6)
    addi    t6, t6, 8
    bne     t6, t1, 5b
6:  andi    a2, a2, 7
set_bytes:
    beqz    a2, 8f
    add     a2, a2, t6
7:  sb      a1, 0(t6)
    addi    t6, t6, 1
    bne     t6, a2, 7b
8:  ret
    .size   memset, . - memset

# int memcmp(const void *a, const void *b, size_t bytes)
    .section .text.memory_compare, "ax", @progbits
    .globl  memcmp
    .type   memcmp, @function
memcmp:
    add     a2, a2, a0                      # end of the first
    xor     t0, a0, a1
    andi    t0, t0, 7
    bnez    t0, compare_bytes
1:  andi    t0, a0, 7                       # equal alignment: bytes until both are at a word
    beqz    t0, 2f
    beq     a0, a2, compare_equal
    lbu     t0, 0(a0)
    lbu     t1, 0(a1)
    bne     t0, t1, compare_different
    addi    a0, a0, 1
    addi    a1, a1, 1
    j       1b
2:  andi    t2, a2, -8
3:  bgeu    a0, t2, compare_bytes
    ld      t0, 0(a0)
    ld      t1, 0(a1)
    bne     t0, t1, compare_bytes           # the bytes say which is less
    addi    a0, a0, 8
    addi    a1, a1, 8
    j       3b
compare_bytes:
    beq     a0, a2, compare_equal
    lbu     t0, 0(a0)
    lbu     t1, 0(a1)
    bne     t0, t1, compare_different
    addi    a0, a0, 1
    addi    a1, a1, 1
    j       compare_bytes
compare_different:
    sub     a0, t0, t1
    ret
compare_equal:
    li      a0, 0
    ret
    .size   memcmp, . - memcmp
