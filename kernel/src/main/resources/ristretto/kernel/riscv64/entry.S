# The only assembly of the kernel: the way in from the firmware, the way in from a process and back, and the floating-point registers.
# Rule: sscratch holds the frame of the running thread while a process runs, and 0 while the kernel does; so a trap knows where it
# comes from. Interrupts are off inside the kernel. Offsets are those of RegisterFrame (xn at 8 * n) and FloatFrame.

    .equ    FRAME_PC, 256
    .equ    FRAME_STATUS, 264
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
    csrw    sscratch, zero
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
    la      t0, trap_entry
    csrw    stvec, t0
    call    kernel_boot
    j       trap_return
    .size   _start, . - _start

# Every trap. From a process: saves all registers in its frame, calls kernel_fast_path(frame, scause) and,
# where that answers 0, kernel_trap(scause).
    .section .text.trap, "ax", @progbits
    .balign 4
    .globl  trap_entry
    .type   trap_entry, @function
trap_entry:
    csrrw   a0, sscratch, a0
    beqz    a0, trap_in_kernel
    sd      x1, 8(a0)
    sd      x2, 16(a0)
    sd      x3, 24(a0)
    sd      x4, 32(a0)
    sd      x5, 40(a0)
    sd      x6, 48(a0)
    sd      x7, 56(a0)
    sd      x8, 64(a0)
    sd      x9, 72(a0)
    sd      x11, 88(a0)
    sd      x12, 96(a0)
    sd      x13, 104(a0)
    sd      x14, 112(a0)
    sd      x15, 120(a0)
    sd      x16, 128(a0)
    sd      x17, 136(a0)
    sd      x18, 144(a0)
    sd      x19, 152(a0)
    sd      x20, 160(a0)
    sd      x21, 168(a0)
    sd      x22, 176(a0)
    sd      x23, 184(a0)
    sd      x24, 192(a0)
    sd      x25, 200(a0)
    sd      x26, 208(a0)
    sd      x27, 216(a0)
    sd      x28, 224(a0)
    sd      x29, 232(a0)
    sd      x30, 240(a0)
    sd      x31, 248(a0)
    csrrw   t0, sscratch, zero
    sd      t0, 80(a0)
    csrr    t0, sepc
    sd      t0, FRAME_PC(a0)
    csrr    t0, sstatus
    sd      t0, FRAME_STATUS(a0)
    la      sp, kernel_stack_top
    li      s0, 0
    csrr    a1, scause
    call    kernel_fast_path
    bnez    a0, 1f
    csrr    a0, scause
    call    kernel_trap

# a0 = frame of the thread to go on with, 0: none.
trap_return:
    beqz    a0, idle
1:  csrw    sscratch, a0
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
    wfi                                     # ends also for interrupts that are off
    la      sp, kernel_stack_top
    li      s0, 0
    call    kernel_wake
    j       trap_return
    .size   trap_entry, . - trap_entry

# A trap of the kernel's own is the end: panics with the registers as they were, on a stack of its own.
    .type   trap_in_kernel, @function
trap_in_kernel:
    la      a0, panic_frame
    sd      x1, 8(a0)
    sd      x2, 16(a0)
    sd      x3, 24(a0)
    sd      x4, 32(a0)
    sd      x5, 40(a0)
    sd      x6, 48(a0)
    sd      x7, 56(a0)
    sd      x8, 64(a0)
    sd      x9, 72(a0)
    sd      x11, 88(a0)
    sd      x12, 96(a0)
    sd      x13, 104(a0)
    sd      x14, 112(a0)
    sd      x15, 120(a0)
    sd      x16, 128(a0)
    sd      x17, 136(a0)
    sd      x18, 144(a0)
    sd      x19, 152(a0)
    sd      x20, 160(a0)
    sd      x21, 168(a0)
    sd      x22, 176(a0)
    sd      x23, 184(a0)
    sd      x24, 192(a0)
    sd      x25, 200(a0)
    sd      x26, 208(a0)
    sd      x27, 216(a0)
    sd      x28, 224(a0)
    sd      x29, 232(a0)
    sd      x30, 240(a0)
    sd      x31, 248(a0)
    csrrw   t0, sscratch, zero
    sd      t0, 80(a0)
    csrr    t0, sepc
    sd      t0, FRAME_PC(a0)
    csrr    t0, sstatus
    sd      t0, FRAME_STATUS(a0)
    la      sp, panic_stack_top
    li      s0, 0
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
