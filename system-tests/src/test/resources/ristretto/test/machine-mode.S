# Supervisor mode and user mode as machine.S leaves them, with no kernel and translation off: what must not work is tried, and each attempt
# has to end in supervisor mode with the cause that it deserves. Ends the machine with exit code 0, or with the number of the attempt that did
# otherwise.

    .equ    MACHINE_PAGE, 0x80000000
    .equ    INTERRUPTER, 0x02000000         # the core-local one
    .equ    UART, 0x10000000
    .equ    FINISHER, 0x00100000
    .equ    TIMER, 0x20
    .equ    STIMECMP, 0x14d

# s2 = cause of the trap that the instructions took, s3 = where it goes on, s4 = number of the attempt.
.macro attempt
    la      s3, 9f
    li      s2, -1
    addi    s4, s4, 1
.endm
.macro expect cause
9:  li      t0, \cause
    bne     s2, t0, failed
.endm

# In user mode what works ends in the call that follows, cause 8.
.macro user
    la      t0, 8f
    csrw    sepc, t0
    li      t0, 0x100
    csrc    sstatus, t0
    sret
8:
.endm

.macro load address, cause
    attempt
    li      t1, \address
    ld      t2, (t1)
    expect  \cause
    attempt
    li      t1, \address
    user
    ld      t2, (t1)
    ecall
    expect  \cause
.endm
.macro store address, cause
    attempt
    li      t1, \address
    sd      t1, (t1)
    expect  \cause
    attempt
    li      t1, \address
    user
    sd      t1, (t1)
    ecall
    expect  \cause
.endm
.macro run address, cause
    attempt
    li      t1, \address
    jr      t1
    expect  \cause
    attempt
    li      t1, \address
    user
    jr      t1
    expect  \cause
.endm

    .section .text.start, "ax", @progbits
    .globl  _start
_start:
    li      s4, 0
    la      t0, trap
    csrw    stvec, t0

    load    MACHINE_PAGE, 5                 # 1
    load    MACHINE_PAGE + 4088, 5          # 3
    store   MACHINE_PAGE, 7                 # 5
    store   MACHINE_PAGE + 4088, 7          # 7
    run     MACHINE_PAGE, 1                 # 9
    load    INTERRUPTER, 5                  # 11
    store   INTERRUPTER + 0xbff8, 7         # 13
    run     UART, 1                         # 15
    load    0x100000000, 5                  # 17
    attempt                                 # 19: what lies behind the page is open
    li      t1, MACHINE_PAGE + 4096
    user
    ld      t2, (t1)
    ecall
    expect  8
    attempt                                 # 20
    csrr    t1, mstatus
    expect  2
    attempt                                 # 21
    csrw    pmpcfg0, zero
    expect  2
    attempt                                 # 22
    mret
    expect  2
    attempt                                 # 23
    ecall
    expect  9
    attempt                                 # 24
    user
    csrr    t1, sstatus
    ecall
    expect  2
    attempt                                 # 25
    user
    ebreak
    ecall
    expect  3
    attempt                                 # 26: counters are supervisor mode's to give
    csrwi   scounteren, 0
    user
    csrr    t1, time
    ecall
    expect  2
    attempt                                 # 27
    csrwi   scounteren, 7
    user
    csrr    t1, cycle
    csrr    t1, time
    csrr    t1, instret
    ecall
    expect  8
    attempt                                 # 28: the timer is supervisor mode's own
    csrr    t1, time
    addi    t1, t1, 1000
    csrw    STIMECMP, t1
    li      t1, TIMER
    csrw    sie, t1
    user
1:  j       1b
    expect  0x8000000000000005

    li      t1, 0x5555
1:  li      t0, FINISHER
    sw      t1, (t0)
    j       1b
failed:
    slli    t1, s4, 16
    li      t0, 0x3333
    or      t1, t1, t0
    j       1b

    .balign 4
trap:
    csrr    s2, scause
    jr      s3
