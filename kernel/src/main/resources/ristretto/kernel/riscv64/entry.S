# The only assembly of the kernel: the way in from the firmware, the way in from a process and back, and the floating-point registers.
# Rule: sscratch holds the frame of the thread that runs or has called; panic_frame while there is none. Interrupts are off inside the
# kernel. Offsets are those of RegisterFrame (xn at 8 * n) and FloatFrame.

    .equ    FRAME_PC, 256
    .equ    FRAME_STATUS, 264
    .equ    CALL_FROM_USER, 8               # in scause
    .equ    FROM_KERNEL, 0x100              # SPP in sstatus
    .equ    CALL_BYTES, 4                   # of an ecall
    .equ    CALL_REPLY_RECEIVE, 1
    .equ    CALL_INVOKE, 8
    .equ    STACK_BYTES, 16384
    .equ    PANIC_STACK_BYTES, 4096
    .equ    FLOAT_STATE, 0x6000             # both bits of FS in sstatus
    .equ    LEAF_ALL, 0xcf                  # valid, readable, writable, executable, accessed, dirty

# From the firmware: translation off, a0 = number of this hart, a1 = physical address of the device tree. The first tables map
# one gigabyte each, by one entry each: where we are now, the same high up, and the devices. Boot replaces them.
    .section .text.start, "ax", @progbits
    .globl  _start
    .type   _start, @function
_start:
    csrw    sie, zero
    li      t0, 0x6022                      # SIE, SPIE, FS: all off
    csrc    sstatus, t0
    li      t0, 0x40000                     # SUM off
    csrc    sstatus, t0
    la      t0, early_table
    li      t1, 0x20000000 | LEAF_ALL       # 0x80000000 to 0xbfffffff
    sd      t1, 16(t0)                      # at entry 2: itself
    li      t2, 2048
    add     t2, t0, t2
    sd      t1, 16(t2)                      # at entry 258: 0xffffffc080000000
    li      t1, LEAF_ALL                    # 0x00000000 to 0x3fffffff
    sd      t1, 0(t2)                       # at entry 256: 0xffffffc000000000
    srli    t0, t0, 12
    li      t1, 8
    slli    t1, t1, 60                      # mode Sv39
    or      t0, t0, t1
    sfence.vma
    csrw    satp, t0
    sfence.vma
    la      t0, high
    li      t1, -1
    slli    t1, t1, 38                      # 0xffffffc000000000
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
    sd      x1, 8(t6)
    sd      x5, 40(t6)
    sd      x6, 48(t6)
    sd      x7, 56(t6)
    sd      x28, 224(t6)
    sd      x29, 232(t6)
    sd      x10, 80(t6)
    sd      x11, 88(t6)
    sd      x12, 96(t6)
    sd      x13, 104(t6)
    sd      x14, 112(t6)
    sd      x15, 120(t6)
    sd      x16, 128(t6)
    sd      x17, 136(t6)
    la      sp, kernel_stack_top
    mv      a0, t0
    mv      a1, t3
    call    kernel_short_call               # (capability, number)
    csrr    t6, sscratch
    beqz    a0, 1f
    csrr    t0, sepc
    addi    t0, t0, CALL_BYTES
    csrw    sepc, t0
    li      t0, 0                           # OK
    ld      x1, 8(t6)
    ld      x2, 16(t6)
    ld      x6, 48(t6)
    ld      x7, 56(t6)
    ld      x28, 224(t6)
    ld      x29, 232(t6)
    ld      x10, 80(t6)
    ld      x11, 88(t6)
    ld      x12, 96(t6)
    ld      x13, 104(t6)
    ld      x14, 112(t6)
    ld      x15, 120(t6)
    ld      x16, 128(t6)
    ld      x17, 136(t6)
    ld      x30, 240(t6)
    ld      x31, 248(t6)
    sret
1:
    ld      x1, 8(t6)
    ld      x5, 40(t6)
    ld      x6, 48(t6)
    ld      x7, 56(t6)
    ld      x28, 224(t6)
    ld      x29, 232(t6)
    ld      x10, 80(t6)
    ld      x11, 88(t6)
    ld      x12, 96(t6)
    ld      x13, 104(t6)
    ld      x14, 112(t6)
    ld      x15, 120(t6)
    ld      x16, 128(t6)
    ld      x17, 136(t6)
    j       trap_general_call

# CALL or REPLY_RECEIVE. The kept registers go to the frame, so that Java may use them: see Jump in magic.
trap_message:
    sd      x1, 8(t6)
    sd      x8, 64(t6)
    sd      x9, 72(t6)
    sd      x18, 144(t6)
    sd      x19, 152(t6)
    sd      x20, 160(t6)
    sd      x21, 168(t6)
    sd      x22, 176(t6)
    sd      x23, 184(t6)
    sd      x24, 192(t6)
    sd      x25, 200(t6)
    sd      x26, 208(t6)
    sd      x27, 216(t6)
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
    ld      x1, 8(t6)
    ld      x8, 64(t6)
    ld      x9, 72(t6)
    ld      x18, 144(t6)
    ld      x19, 152(t6)
    ld      x20, 160(t6)
    ld      x21, 168(t6)
    ld      x22, 176(t6)
    ld      x23, 184(t6)
    ld      x24, 192(t6)
    ld      x25, 200(t6)
    ld      x26, 208(t6)
    ld      x27, 216(t6)

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
    sd      x1, 8(t6)
    sd      x3, 24(t6)
    sd      x4, 32(t6)
    sd      x5, 40(t6)
    sd      x6, 48(t6)
    sd      x7, 56(t6)
    sd      x8, 64(t6)
    sd      x9, 72(t6)
    sd      x10, 80(t6)
    sd      x11, 88(t6)
    sd      x12, 96(t6)
    sd      x13, 104(t6)
    sd      x14, 112(t6)
    sd      x15, 120(t6)
    sd      x16, 128(t6)
    sd      x17, 136(t6)
    sd      x18, 144(t6)
    sd      x19, 152(t6)
    sd      x20, 160(t6)
    sd      x21, 168(t6)
    sd      x22, 176(t6)
    sd      x23, 184(t6)
    sd      x24, 192(t6)
    sd      x25, 200(t6)
    sd      x26, 208(t6)
    sd      x27, 216(t6)
    sd      x28, 224(t6)
    sd      x29, 232(t6)
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
    ld      x1, 8(a0)
    ld      x2, 16(a0)
    ld      x3, 24(a0)
    ld      x4, 32(a0)
    ld      x5, 40(a0)
    ld      x6, 48(a0)
    ld      x7, 56(a0)
    ld      x8, 64(a0)
    ld      x9, 72(a0)
    ld      x11, 88(a0)
    ld      x12, 96(a0)
    ld      x13, 104(a0)
    ld      x14, 112(a0)
    ld      x15, 120(a0)
    ld      x16, 128(a0)
    ld      x17, 136(a0)
    ld      x18, 144(a0)
    ld      x19, 152(a0)
    ld      x20, 160(a0)
    ld      x21, 168(a0)
    ld      x22, 176(a0)
    ld      x23, 184(a0)
    ld      x24, 192(a0)
    ld      x25, 200(a0)
    ld      x26, 208(a0)
    ld      x27, 216(a0)
    ld      x28, 224(a0)
    ld      x29, 232(a0)
    ld      x30, 240(a0)
    ld      x31, 248(a0)
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

# (s1 frame of the caller, s2 frame of its partner, s3 badge, -): the message, its tag in t1 and what is in t3 and t4 (0 or 1, and 0) stay
# where they are, the threads change around them.
    .globl  trap_switch
    .type   trap_switch, @function
trap_switch:
    andi    t0, t1, 15                      # what is no part of the message becomes 0: two bytes of code each
    beqz    t0, 1f
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
    sd      gp, 24(s1)
    sd      tp, 32(s1)
    csrr    t0, sepc
    addi    t0, t0, CALL_BYTES
    sd      t0, FRAME_PC(s1)
    ld      t0, FRAME_PC(s2)
    csrw    sepc, t0
    ld      t0, FRAME_STATUS(s2)
    csrw    sstatus, t0
    csrw    sscratch, s2
    mv      t2, s3
    mv      t6, s2
    ld      x1, 8(t6)
    ld      x2, 16(t6)
    ld      x3, 24(t6)
    ld      x4, 32(t6)
    ld      x8, 64(t6)
    ld      x9, 72(t6)
    ld      x18, 144(t6)
    ld      x19, 152(t6)
    ld      x20, 160(t6)
    ld      x21, 168(t6)
    ld      x22, 176(t6)
    ld      x23, 184(t6)
    ld      x24, 192(t6)
    ld      x25, 200(t6)
    ld      x26, 208(t6)
    ld      x27, 216(t6)
    ld      x30, 240(t6)
    ld      x31, 248(t6)
    li      t0, 0                           # OK
    sret
    .size   trap_entry, . - trap_entry

# A trap of the kernel's own is the end: panics with the registers as they were, on a stack of its own. t6 is the frame in which t5 and
# t6 are saved.
    .type   trap_in_kernel, @function
trap_in_kernel:
    la      t5, panic_frame
    sd      x1, 8(t5)
    sd      x2, 16(t5)
    sd      x3, 24(t5)
    sd      x4, 32(t5)
    sd      x5, 40(t5)
    sd      x6, 48(t5)
    sd      x7, 56(t5)
    sd      x8, 64(t5)
    sd      x9, 72(t5)
    sd      x10, 80(t5)
    sd      x11, 88(t5)
    sd      x12, 96(t5)
    sd      x13, 104(t5)
    sd      x14, 112(t5)
    sd      x15, 120(t5)
    sd      x16, 128(t5)
    sd      x17, 136(t5)
    sd      x18, 144(t5)
    sd      x19, 152(t5)
    sd      x20, 160(t5)
    sd      x21, 168(t5)
    sd      x22, 176(t5)
    sd      x23, 184(t5)
    sd      x24, 192(t5)
    sd      x25, 200(t5)
    sd      x26, 208(t5)
    sd      x27, 216(t5)
    sd      x28, 224(t5)
    sd      x29, 232(t5)
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

# void float_save(FloatFrame)
    .section .text.float, "ax", @progbits
    .option push
    .option arch, +f, +d
    .globl  float_save
    .type   float_save, @function
float_save:
    fsd     f0, 8(a0)
    fsd     f1, 16(a0)
    fsd     f2, 24(a0)
    fsd     f3, 32(a0)
    fsd     f4, 40(a0)
    fsd     f5, 48(a0)
    fsd     f6, 56(a0)
    fsd     f7, 64(a0)
    fsd     f8, 72(a0)
    fsd     f9, 80(a0)
    fsd     f10, 88(a0)
    fsd     f11, 96(a0)
    fsd     f12, 104(a0)
    fsd     f13, 112(a0)
    fsd     f14, 120(a0)
    fsd     f15, 128(a0)
    fsd     f16, 136(a0)
    fsd     f17, 144(a0)
    fsd     f18, 152(a0)
    fsd     f19, 160(a0)
    fsd     f20, 168(a0)
    fsd     f21, 176(a0)
    fsd     f22, 184(a0)
    fsd     f23, 192(a0)
    fsd     f24, 200(a0)
    fsd     f25, 208(a0)
    fsd     f26, 216(a0)
    fsd     f27, 224(a0)
    fsd     f28, 232(a0)
    fsd     f29, 240(a0)
    fsd     f30, 248(a0)
    fsd     f31, 256(a0)
    frcsr   t0
    sd      t0, 264(a0)
    ret
    .size   float_save, . - float_save

# void float_restore(FloatFrame): turns the unit on
    .globl  float_restore
    .type   float_restore, @function
float_restore:
    li      t0, FLOAT_STATE
    csrs    sstatus, t0
    fld     f0, 8(a0)
    fld     f1, 16(a0)
    fld     f2, 24(a0)
    fld     f3, 32(a0)
    fld     f4, 40(a0)
    fld     f5, 48(a0)
    fld     f6, 56(a0)
    fld     f7, 64(a0)
    fld     f8, 72(a0)
    fld     f9, 80(a0)
    fld     f10, 88(a0)
    fld     f11, 96(a0)
    fld     f12, 104(a0)
    fld     f13, 112(a0)
    fld     f14, 120(a0)
    fld     f15, 128(a0)
    fld     f16, 136(a0)
    fld     f17, 144(a0)
    fld     f18, 152(a0)
    fld     f19, 160(a0)
    fld     f20, 168(a0)
    fld     f21, 176(a0)
    fld     f22, 184(a0)
    fld     f23, 192(a0)
    fld     f24, 200(a0)
    fld     f25, 208(a0)
    fld     f26, 216(a0)
    fld     f27, 224(a0)
    fld     f28, 232(a0)
    fld     f29, 240(a0)
    fld     f30, 248(a0)
    fld     f31, 256(a0)
    ld      t0, 264(a0)
    fscsr   t0
    ret
    .size   float_restore, . - float_restore
    .option pop

# The page below the kernel's stack is never mapped.
    .section .bss.kernel_stack, "aw", @nobits
    .balign 4096
    .globl  kernel_stack_guard
kernel_stack_guard:
    .skip   4096
    .globl  kernel_stack
kernel_stack:
    .skip   STACK_BYTES
    .globl  kernel_stack_top
kernel_stack_top:
    .globl  panic_stack
panic_stack:
    .skip   PANIC_STACK_BYTES
    .globl  panic_stack_top
panic_stack_top:
    .globl  kernel_tables
kernel_tables:
    .skip   4 * 4096
    .globl  early_table
early_table:
    .skip   4096
panic_frame:
    .skip   272
