# From one fiber's stack to another's. Each has a header of two words: a guard (the header's own address) and the stack pointer of a fiber that
# is not running; see FiberSwitch. A fiber that was left has a frame like compiled code on its stack, so that a trace begins there.
    .intel_syntax noprefix
    .equ    GUARD, 0
    .equ    STACK_POINTER, 8
    .equ    SAVED, 40

# Throwable fiber_switch(long from, long to): the addresses of the headers. Returns null.
    .section .text.fiber_switch, "ax", @progbits
    .globl  fiber_switch
    .type   fiber_switch, @function
fiber_switch:
    push    rbp
    push    rbx
    push    r12
    push    r13
    push    r14
    push    r15
    cmp     [rdi + GUARD], rdi
    mov     [rdi + STACK_POINTER], rsp
    jne     overrun
    mov     rsp, [rsi + STACK_POINTER]
    pop     r15
    pop     r14
    pop     r13
    pop     r12
    pop     rbx
    pop     rbp
    xor     eax, eax
    ret
overrun:
    and     rsp, -16
    call    report_overrun                  # never returns
    ud2
    .size   fiber_switch, . - fiber_switch

# void fiber_prepare(long header, long high): the first switch to this stack calls fiber_main; the chain of frames ends there.
    .section .text.fiber_prepare, "ax", @progbits
    .globl  fiber_prepare
    .type   fiber_prepare, @function
fiber_prepare:
    and     rsi, -16
    lea     rax, [rip + fiber_start]
    mov     [rsi - 8], rax
    mov     qword ptr [rsi - 16], 0
    sub     rsi, SAVED + 16
    mov     [rdi + STACK_POINTER], rsi
    ret
    .size   fiber_prepare, . - fiber_prepare
    .type   fiber_start, @function
fiber_start:
    xor     ebp, ebp
    call    fiber_main                      # never returns
    ud2
    .size   fiber_start, . - fiber_start

# long fiber_frame(long header): the frame that fiber_switch left on this stack.
    .section .text.fiber_frame, "ax", @progbits
    .globl  fiber_frame
    .type   fiber_frame, @function
fiber_frame:
    mov     rax, [rdi + STACK_POINTER]
    add     rax, SAVED
    ret
    .size   fiber_frame, . - fiber_frame
