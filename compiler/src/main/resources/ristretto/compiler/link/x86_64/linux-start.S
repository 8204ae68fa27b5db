# The first instructions of every program for Linux, and the only assembly in one besides memory.S.
    .intel_syntax noprefix

# Entry: rsp = address of the number of arguments, with these, the environment and the auxiliary vector behind it. The chain of frames
# ends where the saved frame pointer is 0.
    .section .text.start, "ax", @progbits
    .globl  _start
_start:
    xor     ebp, ebp
    mov     rdi, rsp
    and     rsp, -16
    call    process_start
    ud2                                     # it never returns

# void save_registers_and_collect(): calls collect_from(rsp) of the runtime with every register that a caller may still need on the
# stack, where the collector looks for references. Has a frame like compiled code, so that a trace passes through it.
    .section .text.save_registers_and_collect, "ax", @progbits
    .globl  save_registers_and_collect
    .type   save_registers_and_collect, @function
save_registers_and_collect:
    push    rbp
    mov     rbp, rsp
    push    rbx
    push    r12
    push    r13
    push    r14
    push    r15
    push    0
    mov     rdi, rsp
    call    collect_from                    # leaves rbx and r12 to r15 as they were
    add     rsp, 48
    pop     rbp
    ret
    .size   save_registers_and_collect, . - save_registers_and_collect
