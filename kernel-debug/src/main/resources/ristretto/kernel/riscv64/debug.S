# Linked into the debug build only, whose linker leads every call of the name N to __wrap_N and gives N itself the name __real_N:
# around each way out of the kernel, kernel_check looks at everything. It runs on the kernel's stack, which is empty then.

    .section .text.debug, "ax", @progbits

# A function that entry.S calls; what it answers goes through.
.macro checked_call name
    .globl  __wrap_\name
    .type   __wrap_\name, @function
__wrap_\name:
    addi    sp, sp, -16
    sd      ra, 8(sp)
    call    __real_\name
    sd      a0, 0(sp)
    call    kernel_check
    ld      a0, 0(sp)
    ld      ra, 8(sp)
    addi    sp, sp, 16
    ret
    .size   __wrap_\name, . - __wrap_\name
.endm

    checked_call kernel_boot
    checked_call kernel_trap
    checked_call kernel_wake
    checked_call kernel_short_call

# A jump from a fast path into entry.S, with a message in a0-a7, t1, t3 and t4, frames in s1 and s2. The stack is the process's until now.
.macro checked_jump name
    .globl  __wrap_\name
    .type   __wrap_\name, @function
__wrap_\name:
    la      sp, kernel_stack_top
    addi    sp, sp, -96
    sd      a0, 0(sp)
    sd      a1, 8(sp)
    sd      a2, 16(sp)
    sd      a3, 24(sp)
    sd      a4, 32(sp)
    sd      a5, 40(sp)
    sd      a6, 48(sp)
    sd      a7, 56(sp)
    sd      t1, 64(sp)
    sd      t3, 72(sp)
    sd      t4, 80(sp)
    call    kernel_check
    ld      a0, 0(sp)
    ld      a1, 8(sp)
    ld      a2, 16(sp)
    ld      a3, 24(sp)
    ld      a4, 32(sp)
    ld      a5, 40(sp)
    ld      a6, 48(sp)
    ld      a7, 56(sp)
    ld      t1, 64(sp)
    ld      t3, 72(sp)
    ld      t4, 80(sp)
    j       __real_\name
    .size   __wrap_\name, . - __wrap_\name
.endm

    checked_jump trap_switch
    checked_jump trap_switch_back
