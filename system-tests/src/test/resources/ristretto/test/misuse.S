# A root process that lets three threads with much authority make system calls of all kinds with arguments by chance, takes all that they made
# away in the middle of it, and begins again. The kernel may refuse, never fail. Ends the machine with exit code 0, or 65: root itself was
# refused something. Root's table: 30 the memory of the three, 12 where root waits, 13 the power switch, 14 the table of the three.
# In that table an object of type t lies in one of the four slots from 16 + 4 * t on; 60 to 63 hold what there is one of; 0 to 3 interrupt lines.

    .equ    LIVES, 200
    .equ    KICKS, 20                       # in a life
    .equ    PAUSE, 4000                     # ticks between two kicks
    .equ    POWER_PLACE, 0xf000
    .equ    MAPPING_PLACE, 0x40000000
    .equ    TABLE_SLOTS, 64

    .equ    WAIT, 5
    .equ    INVOKE, 8
    .equ    TIMED_OUT, 12

.macro invoke capability, operation
    li      t0, \capability
    li      t1, \operation
    li      t3, INVOKE
    li      t4, 0
    ecall
    bnez    t0, refused
.endm

.macro make memory, type, size, slot, count
    li      a0, \type
    li      a1, \size
    li      a2, 1
    li      a3, \slot
    li      a4, \count
    invoke  \memory, 1
.endm

.macro give source, destination
    li      a0, \destination
    li      a1, 1
    li      a2, \source
    li      a3, 63
    invoke  14, 10
.endm

.macro live thread, context, frame, faults, priority
    li      a0, \context
    li      a1, 300000
    li      a2, 1000000
    invoke  5, 50
    li      a0, 2
    li      a1, 14
    li      a2, \frame
    li      a3, \faults
    li      a4, \context
    li      a5, \priority
    invoke  \thread, 40
    la      a0, misuse
    li      a1, 0
    li      a2, \thread
    invoke  \thread, 41
.endm

# Whatever has become of a thread, unless it is no thread that can run any more, it begins again.
.macro kick thread
    li      t0, \thread
    li      t1, 41
    li      t3, INVOKE
    la      a0, misuse
    li      a2, \thread
    ecall
.endm

    .section .text.start, "ax", @progbits
    .globl  _start
_start:
    make    10, 1, 0x100000, 30, 1
    make    10, 9, 0, 12, 1
    li      a0, 0x100000
    li      a1, 4096
    li      a2, 10
    li      a3, 1
    li      a4, 13
    invoke  8, 32
    li      a0, 2
    li      a1, POWER_PLACE
    li      a2, 3
    invoke  13, 30
    li      s0, LIVES
next_life:
    li      a0, 30
    invoke  1, 14
    make    30, 2, TABLE_SLOTS, 14, 1
    make    30, 6, 0, 16, 3
    make    30, 7, 0, 19, 3
    make    30, 5, 4096, 22, 3
    make    30, 8, 0, 25, 1
    make    30, 9, 0, 26, 1
    make    30, 10, 0, 27, 2
    give    30, 20
    give    30, 21
    give    30, 22
    give    14, 24
    give    14, 25
    give    14, 26
    give    2, 28
    give    2, 29
    give    22, 36
    give    23, 37
    give    16, 40
    give    17, 41
    give    19, 44
    give    20, 45
    give    25, 48
    give    26, 52
    give    27, 56
    give    28, 57
    give    5, 60
    give    6, 61
    give    8, 62
    give    7, 63
    live    16, 19, 22, 0, 100
    live    17, 20, 23, 25, 101
    live    18, 21, 24, 0, 101
    li      s1, KICKS
next_kick:
    li      t0, 12
    li      t3, WAIT
    rdtime  t4
    li      t5, PAUSE
    add     t4, t4, t5
    ecall
    li      t1, TIMED_OUT
    bne     t0, t1, refused
    kick    16
    kick    17
    kick    18
    addi    s1, s1, -1
    bnez    s1, next_kick
    addi    s0, s0, -1
    bnez    s0, next_life
    li      t1, 0x5555
    j       end
refused:
    li      t1, 65 << 16 | 0x3333
end:
    li      t0, POWER_PLACE
    sw      t1, 0(t0)
    j       end

# ---- the three. s0: state of the chance, s4: the hints of this call, s5: type of object that it is about

    .equ    ANY, 0xff
    .equ    SLOT, 0xfe                      # of the table
    .equ    PLACE, 0xfd                     # where something can be mapped
    .equ    CODE, 0xfc
    .equ    PAGES, 0xfb                     # up to seven, in bytes
    .equ    FEW, 0xfa                       # up to seven
    .equ    TIME, 0xf9
    .equ    PRIORITY, 0xf8                  # below root's
    .equ    LINE, 0xf7
    .equ    TYPE, 0xf6                      # of this call
    .equ    SIZE, 0xf5                      # of an object of this type
    .equ    TAG, 0xf4
    .equ    HINTS, 51
    .equ    THAT, 0xe0                      # a slot for an object of this call's type; + t: of type t

.macro chance register
    slli    t5, s0, 13
    xor     s0, s0, t5
    srli    t5, s0, 7
    xor     s0, s0, t5
    slli    t5, s0, 17
    xor     s0, s0, t5
    mv      \register, s0
.endm

.macro argument register, number
    lbu     t6, \number(s4)
    jal     s10, pick
    mv      \register, t6
.endm

misuse:
    rdtime  s0
    slli    t5, a0, 32
    add     s0, s0, t5
    ori     s0, s0, 1
again:
    chance  t6
    srli    t6, t6, 20
    andi    s5, t6, 15
    li      t5, 11
    bgeu    s5, t5, again
    srli    t6, t6, 8
    andi    t6, t6, 63
    li      t5, HINTS
    bgeu    t6, t5, again
    slli    t5, t6, 3
    slli    t6, t6, 1
    add     t5, t5, t6
    la      s4, hints
    add     s4, s4, t5
    argument s2, 2
    argument a0, 3
    argument a1, 4
    argument a2, 5
    argument a3, 6
    argument a4, 7
    argument a5, 8
    argument s3, 9
    argument a6, 5
    argument a7, 6
    chance  t6
    li      t4, 0
    andi    t6, t6, 31
    bnez    t6, 1f
    mv      t4, s3
1:  lbu     t3, 0(s4)
    lbu     t1, 1(s4)
    li      t5, INVOKE
    beq     t3, t5, 1f
    li      t6, TAG
    jal     s10, pick
    mv      t1, t6
1:  mv      t0, s2
    mv      t2, s3
    ecall
    j       again

# t6: what the hint t6 says, or, sometimes, anything.
pick:
    mv      s6, t6
    chance  s7
    andi    t5, s7, 31
    beqz    t5, value
    srli    s7, s7, 8
    li      t5, ANY
    beq     s6, t5, value
    li      t5, CODE
    la      t6, misuse
    beq     s6, t5, picked
    li      t5, TYPE
    mv      t6, s5
    beq     s6, t5, picked
    li      t5, SIZE
    beq     s6, t5, size
    li      t5, TIME
    beq     s6, t5, time
    li      t5, TAG
    beq     s6, t5, tag
    andi    t6, s7, 3
    li      t5, LINE
    beq     s6, t5, picked
    slli    t6, t6, 12
    li      t5, MAPPING_PLACE
    add     t6, t6, t5
    li      t5, PLACE
    beq     s6, t5, picked
    andi    t6, s7, 7
    li      t5, FEW
    beq     s6, t5, picked
    slli    t6, t6, 12
    li      t5, PAGES
    beq     s6, t5, picked
    andi    t6, s7, 63
    li      t5, SLOT
    beq     s6, t5, picked
    li      t5, PRIORITY
    beq     s6, t5, picked
    mv      t6, s6
    li      t5, THAT
    bltu    s6, t5, picked
    sub     t6, s6, t5
    bnez    t6, 1f
    mv      t6, s5
1:  slli    t6, t6, 2
    addi    t6, t6, 16
    andi    t5, s7, 3
    add     t6, t6, t5
picked:
    jr      s10
size:
    la      t6, sizes
    slli    t5, s5, 3
    add     t6, t6, t5
    ld      t6, 0(t6)
    jr      s10
time:
    andi    t6, s7, 63
    li      t5, 10000
    mul     t6, t6, t5
    jr      s10
tag:
    andi    t6, s7, 15
    srli    s7, s7, 8
    andi    t5, s7, 1
    slli    t5, t5, 32
    or      t6, t6, t5
    andi    t5, s7, 0xe
    bnez    t5, picked
    addi    t6, t6, 100
    jr      s10

# t6: what is often interesting, or anything.
value:
    chance  t6
    andi    t5, t6, 15
    beqz    t5, picked
    la      t6, values
    slli    t5, t5, 3
    add     t6, t6, t5
    ld      t6, 0(t6)
    jr      s10

    .section .rodata, "a", @progbits
    .balign 8
values:
    .dword  0, 0, 1, 2, 3, 5, 7, 10, 11, 4096, 8192, 0x200000, -1, 0x7fffffffffffffff, 0x7ffe000100000003, 0xffffffc080200000
sizes:
    .dword  0, 8192, 8, 0, 0, 4096, 0, 0, 0, 0, 0

# Call, operation, t0, a0 to a5, t2.
hints:
    .byte   INVOKE, 1, THAT + 1, TYPE, SIZE, THAT + 2, THAT, 1, ANY, ANY
    .byte   INVOKE, 1, THAT + 1, TYPE, SIZE, THAT + 2, THAT, 1, ANY, ANY
    .byte   INVOKE, 1, THAT + 1, TYPE, SIZE, THAT + 2, THAT, 1, ANY, ANY
    .byte   INVOKE, 1, THAT + 1, TYPE, SIZE, THAT + 2, THAT, 1, ANY, ANY
    .byte   INVOKE, 1, THAT + 1, TYPE, SIZE, THAT + 2, SLOT, FEW, ANY, ANY
    .byte   INVOKE, 2, THAT + 1, ANY, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 10, THAT + 2, THAT, THAT + 2, THAT, 63, ANY, ANY, ANY
    .byte   INVOKE, 10, THAT + 2, THAT, THAT + 2, THAT, SLOT, ANY, ANY, ANY
    .byte   INVOKE, 11, THAT + 2, THAT + 8, THAT + 2, THAT + 8, SLOT, ANY, ANY, ANY
    .byte   INVOKE, 11, THAT + 2, THAT + 9, THAT + 2, THAT + 9, SLOT, ANY, ANY, ANY
    .byte   INVOKE, 12, THAT + 2, THAT, THAT + 2, THAT, ANY, ANY, ANY, ANY
    .byte   INVOKE, 13, THAT + 2, THAT, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 13, THAT + 2, SLOT, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 14, THAT + 2, THAT, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 15, THAT + 2, SLOT, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 20, THAT + 4, THAT + 3, PLACE, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 20, THAT + 4, THAT + 3, PLACE, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 30, THAT + 5, THAT + 3, PLACE, FEW, ANY, ANY, ANY, ANY
    .byte   INVOKE, 30, THAT + 5, THAT + 3, PLACE, 1, ANY, ANY, ANY, ANY
    .byte   INVOKE, 31, THAT + 5, ANY, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 32, 62, PAGES, PAGES, THAT + 1, THAT + 2, THAT + 5, ANY, ANY
    .byte   INVOKE, 32, 63, PAGES, PAGES, THAT + 1, THAT + 2, THAT + 5, ANY, ANY
    .byte   INVOKE, 33, THAT + 5, 8, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 34, THAT + 5, 16, FEW, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 35, THAT + 5, 8, THAT + 5, PAGES, 64, ANY, ANY, ANY
    .byte   INVOKE, 40, THAT + 6, THAT + 3, THAT + 2, THAT + 5, THAT + 8, THAT + 7, PRIORITY, ANY
    .byte   INVOKE, 40, THAT + 6, THAT + 3, THAT + 2, THAT + 5, 0, THAT + 7, PRIORITY, ANY
    .byte   INVOKE, 41, THAT + 6, CODE, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 41, THAT + 6, CODE, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 42, THAT + 6, FEW, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 43, THAT + 6, ANY, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 44, THAT + 6, ANY, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 45, THAT + 6, PRIORITY, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 46, THAT + 6, THAT + 9, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 47, THAT + 6, ANY, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 48, THAT + 6, CODE, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 50, 60, THAT + 7, TIME, TIME, ANY, ANY, ANY, ANY
    .byte   INVOKE, 51, 60, ANY, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 60, 61, FEW, THAT + 2, LINE, ANY, ANY, ANY, ANY
    .byte   INVOKE, 70, LINE, THAT + 9, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   INVOKE, 71, LINE, ANY, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   0, 0, THAT + 8, ANY, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   0, 0, THAT + 8, ANY, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   1, 0, THAT + 8, ANY, ANY, ANY, ANY, ANY, ANY, THAT + 10
    .byte   1, 0, THAT + 8, ANY, ANY, ANY, ANY, ANY, ANY, THAT + 10
    .byte   2, 0, THAT + 8, ANY, ANY, ANY, ANY, ANY, ANY, THAT + 10
    .byte   3, 0, THAT + 8, ANY, ANY, ANY, ANY, ANY, ANY, THAT + 10
    .byte   4, 0, THAT + 9, ANY, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   5, 0, THAT + 9, ANY, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   6, 0, THAT + 9, ANY, ANY, ANY, ANY, ANY, ANY, ANY
    .byte   7, 0, ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY
