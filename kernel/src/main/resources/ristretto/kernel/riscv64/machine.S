# Without firmware the board begins here, in machine mode, at the first byte of memory: it gives all traps, interrupts, counters and the
# timer (Sstc) to supervisor mode, and closes this page and the core-local interrupter to it. A trap that comes here ends the machine.
    .section .text.machine, "ax", @progbits
machine_start:
    la      t0, machine_trap
    csrw    mtvec, t0
    csrw    mie, zero
    li      t0, -1
    csrw    medeleg, t0
    csrw    mideleg, t0
    csrwi   mcounteren, 7                   # cycle, time, instret
    slli    t0, t0, 63
    csrw    menvcfg, t0                     # STCE
    li      t0, 0x200001ff                  # of 4 KiB from 0x80000000 on, nothing
    csrw    pmpaddr0, t0
    li      t0, 0x00801fff                  # of 64 KiB from 0x02000000 on, nothing
    csrw    pmpaddr1, t0
    li      t0, 0x0fffffff                  # of devices, from 0 to 0x7fffffff, no instructions
    csrw    pmpaddr2, t0
    li      t0, 0x2fffffff                  # of memory, from 0x80000000 to 0xffffffff, all; of the rest, nothing
    csrw    pmpaddr3, t0
    li      t0, 0x1f1b1818
    csrw    pmpcfg0, t0
    csrw    satp, zero                      # a warm restart leaves both as they were
    csrw    sie, zero
    li      t0, 0x0800                      # MPP: supervisor
    csrw    mstatus, t0
    la      t0, _start
    csrw    mepc, t0
    mret
    .balign 4
machine_trap:
    lui     t0, 0x100                       # the board's power switch
    li      t1, 0x653333                    # failed, exit code 101
    sw      t1, (t0)
    j       machine_trap
