/**
 * What is different on each architecture, here riscv64 (Sv39, Sstc, PLIC, OpenSBI or nothing underneath): boot, traps, page-table
 * entries, registers, devices that the kernel uses itself, and the end in a panic. {@code entry.S} and, without
 * firmware, {@code machine.S}, among the resources, are all the assembly there is.
 */
package ristretto.kernel.riscv64;
