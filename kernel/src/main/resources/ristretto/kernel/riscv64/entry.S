# The only assembly of the kernel: the way in from the firmware, the way in from a process and back, and the floating-point registers.
# Rule: sscratch holds the frame of the thread that runs or has called; panic_frame while there is none. Interrupts are off inside the
# kernel. Offsets are those of RegisterFrame (xn at 8 * n), behind
# which lie f0 to f31 and the floating-point control register.

    .equ    FRAME_PC, 256
    .equ    FRAME_STATUS, 264
    .equ    CALL_FROM_USER, 8               # in scause
    .equ    FROM_KERNEL, 0x100              # SPP in sstatus
    .equ    CALL_BYTES, 4                   # of an ecall
    .equ    CALL_REPLY_RECEIVE, 1
    .equ    CALL_INVOKE, 8
    .equ    STACK_BYTES, 4096               # the build holds them against what is needed
    .equ    PANIC_STACK_BYTES, 1024
    .equ    FLOAT_STATE, 0x6000             # both bits of FS in sstatus
    .equ    FLOAT_STATE_DIRTY_BIT, 0x2000   # dirty without it: clean
    .equ    CORE_FLOAT_OWNER, 8             # Core.floatOwner
    .equ    LEAF_ALL, 0xcf                  # valid, readable, writable, executable, accessed, dirty

# Registers xn to and from the frame at a base, a list of n.
.macro save base, list:vararg
.irp n, \list
    sd      x\n, 8 * \n(\base)
.endr
.endm
.macro load base, list:vararg
.irp n, \list
    ld      x\n, 8 * \n(\base)
.endr
.endm
# f0 to f31, of which the first lies at an offset from the base.
.macro save_floats base, offset
.irp n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
    fsd     f\n, \offset + 8 * \n(\base)
.endr
.endm
.macro load_floats base, offset
.irp n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
    fld     f\n, \offset + 8 * \n(\base)
.endr
.endm

# From the firmware, or machine.S: supervisor mode, translation off, a0 = number of this hart, a1 = physical address of the device tree.
# The first table maps one gigabyte by one entry: where we are now, the same high up, and the devices. KernelTables makes it the kernel's own.
    .section .text.start, "ax", @progbits
    .globl  _start
    .type   _start, @function
_start:
    csrw    sie, zero
    li      t0, 0x46022                     # SIE, SPIE, FS, SUM: all off
    csrc    sstatus, t0
    la      t0, kernel_tables
    li      t1, 0x20000000 | LEAF_ALL       # 0x80000000 to 0xbfffffff
    sd      t1, 16(t0)                      # at entry 2: itself
    addi    t2, t0, 2040
    sd      t1, 24(t2)                      # at entry 258: 0xffffffc080000000
    li      t1, LEAF_ALL                    # 0x00000000 to 0x3fffffff
    sd      t1, 8(t2)                       # at entry 256: 0xffffffc000000000
    srli    t0, t0, 12
    li      t1, 8 << 60                     # mode Sv39
    or      t0, t0, t1
    sfence.vma
    csrw    satp, t0
    sfence.vma
    la      t0, high
    li      t1, 0xffffffc000000000
    add     t0, t0, t1
    jr      t0
high:
    la      sp, kernel_stack_top
    li      s0, 0
    la      t0, panic_frame
    csrw    sscratch, t0
    la      t0, trap_entry
    csrw    stvec, t0
    call    kernel_boot
    j       trap_return
    .size   _start, . - _start

# Every trap. sscratch is the frame of the running thread. Three ways lead on: CALL and REPLY_RECEIVE, with the message left in a0-a7;
# the short calls, which usually go on in the same thread; and the general way, for which all registers are saved.
    .section .text.trap, "ax", @progbits
    .balign 4
    .globl  trap_entry
    .type   trap_entry, @function
trap_entry:
    csrrw   t6, sscratch, t6
    sd      t5, 240(t6)
    csrrw   t5, sscratch, t6
    sd      t5, 248(t6)
    csrr    t5, scause
    addi    t5, t5, -CALL_FROM_USER         # the kernel itself cannot cause that one
    bnez    t5, trap_other
    sd      sp, 16(t6)
    bnez    t4, trap_general_call           # a deadline
    addi    t5, t3, -CALL_REPLY_RECEIVE
    blez    t5, trap_message
    addi    t5, t3, -CALL_INVOKE
    beqz    t5, trap_general_call

# A short call. On success its thread goes on as it was, else the call goes the general way.
    save    t6, 1, 5, 6, 7, 28, 29, 10, 11, 12, 13, 14, 15, 16, 17
    la      sp, kernel_stack_top
    mv      a0, t0
    mv      a1, t3
    call    kernel_short_call               # (capability, number)
    csrr    t6, sscratch
    beqz    a0, 1f
    bltz    a0, 2f
    csrr    t0, sepc
    addi    t0, t0, CALL_BYTES
    csrw    sepc, t0
    li      t0, 0                           # OK
    load    t6, 1, 2, 6, 7, 28, 29, 10, 11, 12, 13, 14, 15, 16, 17, 30, 31
    sret
1:
    load    t6, 1, 5, 6, 7, 28, 29, 10, 11, 12, 13, 14, 15, 16, 17
    j       trap_general_call

2:  save    t6, 8, 9, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27
    mv      s1, t6
    mv      s2, a0
    j       trap_switch_back

# CALL or REPLY_RECEIVE. The kept registers go to the frame, so that Java may use them: see Jump in magic.
trap_message:
    save    t6, 1, 8, 9, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27
    mv      s1, t0
    mv      s2, t1
    mv      s3, t2
    beqz    t3, 1f
    j       kernel_reply_receive            # (capability, tag, reply, -)
1:  j       kernel_call                     # (capability, tag, reply, -)

# (s1 capability, -, s3 reply, -): what trap_message began needs the general way.
    .globl  trap_message_general
    .type   trap_message_general, @function
trap_message_general:
    csrr    t6, sscratch
    mv      t0, s1
    mv      t2, s3
    la      sp, kernel_stack_top
    save    t6, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 15, 16, 17, 28, 29
    j       trap_saved

# t6 = frame, with x2, x30 and x31 saved; all other registers as the process had them.
trap_general_call:
    la      sp, kernel_stack_top
    j       trap_save
trap_other:
    csrr    t5, sstatus
    andi    t5, t5, FROM_KERNEL
    bnez    t5, trap_in_kernel
    sd      sp, 16(t6)
    la      sp, kernel_stack_top
trap_save:
    save    t6, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29
trap_saved:
    csrr    t1, sepc
    sd      t1, FRAME_PC(t6)
    csrr    t1, sstatus
    sd      t1, FRAME_STATUS(t6)
    li      s0, 0
    csrr    a0, scause
    call    kernel_trap

# a0 = frame of the thread to go on with, 0: none.
trap_return:
    beqz    a0, idle
    csrw    sscratch, a0
    ld      t0, FRAME_PC(a0)
    csrw    sepc, t0
    ld      t0, FRAME_STATUS(a0)
    csrw    sstatus, t0
    load    a0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
    ld      a0, 80(a0)
    sret

idle:
    la      t0, panic_frame
    csrw    sscratch, t0
    wfi                                     # ends also for interrupts that are off
    la      sp, kernel_stack_top
    li      s0, 0
    call    kernel_wake
    j       trap_return

# (s1 frame of the caller, s2 frame of its partner, s3 badge, s4 core): the message, its tag in t1 and what is in t3 and t4 (0 or 1, and 0)
# stay where they are, the threads change around them.
    .globl  trap_switch
    .type   trap_switch, @function
trap_switch:
    andi    t0, t1, 0xff                    # what is no part of the message becomes 0: two bytes of code each
    beqz    t0, 1f
    addi    t2, t0, -8
    bgez    t2, 2f
    la      t2, 1f
    slli    t0, t0, 1
    add     t2, t2, t0
    jr      t2
1:
    c.li    a0, 0
    c.li    a1, 0
    c.li    a2, 0
    c.li    a3, 0
    c.li    a4, 0
    c.li    a5, 0
    c.li    a6, 0
    c.li    a7, 0
2:  sd      gp, 24(s1)
    sd      tp, 32(s1)
    csrr    t0, sepc
    addi    t0, t0, CALL_BYTES
    sd      t0, FRAME_PC(s1)
    csrr    t0, sstatus
    slli    t5, t0, 49                      # the higher bit of FS: clean or dirty
    bltz    t5, switch_save_floats
3:  ld      t0, FRAME_PC(s2)
    csrw    sepc, t0
    ld      t0, FRAME_STATUS(s2)
    slli    t5, t0, 49
    bltz    t5, switch_load_floats          # the unit is on for the partner
4:  csrw    sstatus, t0
    csrw    sscratch, s2
    mv      t2, s3
    mv      t6, s2
    load    t6, 1, 2, 3, 4, 8, 9, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 30, 31
    li      t0, 0                           # OK
    sret

    .option push
    .option arch, +f, +d
switch_save_floats:
    li      t5, FLOAT_STATE_DIRTY_BIT
    xor     t0, t0, t5                      # dirty becomes clean
    bltz    t0, 5f                          # the sign sums up all dirty state
    li      t5, FLOAT_STATE                 # clean becomes off: it did not use them this time
    not     t5, t5
    and     t0, t0, t5
    sd      t0, FRAME_STATUS(s1)
    j       3b
5:  sd      t0, FRAME_STATUS(s1)
    save_floats s1, 272
    frcsr   t5
    sd      t5, 528(s1)
    j       3b
switch_load_floats:
    li      t5, FLOAT_STATE
    csrs    sstatus, t5
    ld      t5, CORE_FLOAT_OWNER(s4)
    beq     t5, s2, 4b
    sd      s2, CORE_FLOAT_OWNER(s4)
    load_floats s2, 272
    ld      t5, 528(s2)
    fscsr   t5
    j       4b
    .option pop

# (s1 frame of the caller, s2 frame of its partner, -, -): as trap_switch, but the partner goes on with all registers as they were,
# because it has a fault behind it, or was taken from the scheduler.
    .globl  trap_switch_back
    .type   trap_switch_back, @function
trap_switch_back:
    csrr    t0, sstatus
    bltz    t0, 5f
    ld      t0, FRAME_STATUS(s2)
    slli    t5, t0, 49
    bltz    t5, 5f
    sd      gp, 24(s1)
    sd      tp, 32(s1)
    csrr    t0, sepc
    addi    t0, t0, CALL_BYTES
    sd      t0, FRAME_PC(s1)
    mv      a0, s2
    j       trap_return
5:  sd      gp, 24(s1)                      # with floats: the general end of a call does that
    sd      tp, 32(s1)
    csrr    t0, sepc
    addi    t0, t0, CALL_BYTES
    sd      t0, FRAME_PC(s1)
    csrr    t0, sstatus
    sd      t0, FRAME_STATUS(s1)
    la      sp, kernel_stack_top
    li      s0, 0
    mv      a0, s1
    mv      a1, s2
    call    kernel_change_floats            # (frame of who leaves, frame of who enters), answers the latter
    j       trap_return
    .size   trap_entry, . - trap_entry

# A trap of the kernel's own is the end: panics with the registers as they were, on a stack of its own. t6 is the frame in which t5 and
# t6 are saved.
    .type   trap_in_kernel, @function
trap_in_kernel:
    la      t5, panic_frame
    save    t5, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29
    ld      t0, 240(t6)
    sd      t0, 240(t5)
    ld      t0, 248(t6)
    sd      t0, 248(t5)
    csrr    t0, sepc
    sd      t0, FRAME_PC(t5)
    csrr    t0, sstatus
    sd      t0, FRAME_STATUS(t5)
    csrw    sscratch, t5
    la      sp, panic_stack_top
    li      s0, 0
    mv      a0, t5
    csrr    a1, scause
    call    kernel_panic
1:  wfi
    j       1b
    .size   trap_in_kernel, . - trap_in_kernel

# void float_save(address of room for f0 to f31 and the control register)
    .section .text.float, "ax", @progbits
    .option push
    .option arch, +f, +d
    .globl  float_save
    .type   float_save, @function
float_save:
    save_floats a0, 0
    frcsr   t0
    sd      t0, 256(a0)
    ret
    .size   float_save, . - float_save

# void float_restore(the same): the unit is on afterwards
    .globl  float_restore
    .type   float_restore, @function
float_restore:
    li      t0, FLOAT_STATE
    csrs    sstatus, t0
    load_floats a0, 0
    ld      t0, 256(a0)
    fscsr   t0
    ret
    .size   float_restore, . - float_restore
    .option pop

    .section .bss.panic, "aw", @nobits
    .balign 16
    .globl  panic_stack
panic_stack:
    .skip   PANIC_STACK_BYTES
    .globl  panic_stack_top
panic_stack_top:
panic_frame:
    .skip   272

# The page below the kernel's stack is never mapped.
    .section .kernel_stack, "aw", @nobits
    .balign 4096
    .globl  kernel_stack_guard
kernel_stack_guard:
    .skip   4096
    .globl  kernel_stack
kernel_stack:
    .skip   STACK_BYTES
    .globl  kernel_stack_top
kernel_stack_top:
    .globl  kernel_tables
kernel_tables:
    .skip   4 * 4096
