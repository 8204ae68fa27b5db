package ristretto.compiler.time;

import ristretto.compiler.link.Immediates;

/**
 * One instruction of riscv64, as far as the way that control takes is concerned (The RISC-V Instruction Set Manual, volume I, chapters 34
 * and 35; volume II for {@code sret} and {@code wfi}).
 *
 * @param target of a branch, jump or call; for {@link Kind#CONSTANT} the value, for {@link Kind#STEP} what is added
 * @param destination register that is written, where the kind is about registers
 * @param source first register that is read
 * @param second second register that is read
 */
record Instruction(long address, int bytes, Kind kind, long target, int destination, int source, int second) {
    enum Kind {
        /** Goes on behind itself, and computes nothing that is followed here. */
        PLAIN,
        BRANCH,
        JUMP,
        CALL,
        /** To where a register says. */
        INDIRECT,
        INDIRECT_CALL,
        RETURN,
        /** Back to the process, or a wait for an interrupt. */
        LEAVE,
        /** {@code auipc}: a register gets an address. */
        CONSTANT,
        /** {@code addi}. */
        STEP,
        /** {@code add} of two registers. */
        SUM,
        /** {@code ld}. */
        LOAD,
        /** Writes memory. */
        STORE,
        /** Reads which interrupts are pending. */
        PENDING
    }

    private static final int RETURN_ADDRESS = 1;
    private static final int SRET = 0x10200073;
    private static final int WFI = 0x10500073;
    private static final int SIP = 0x144;

    long next() {
        return address + bytes;
    }

    static Instruction decode(byte[] code, int at, long address) {
        int half = code[at] & 0xff | (code[at + 1] & 0xff) << 8;
        if ((half & 3) != 3) {
            return ofHalf(half, address);
        }
        return ofWord(half | (code[at + 2] & 0xff) << 16 | (code[at + 3] & 0xff) << 24, address);
    }

    private static Instruction ofHalf(int half, long address) {
        int register = half >> 7 & 31;
        int other = half >> 2 & 31;
        switch (half & 0xe003) {
            case 0xa001 -> {
                return make(address, 2, Kind.JUMP, address + Immediates.shortJump(half));
            }
            case 0xc001, 0xe001 -> {
                return make(address, 2, Kind.BRANCH, address + Immediates.shortBranch(half));
            }
            case 0x8002 -> {
                if (other == 0 && register != 0) {
                    boolean links = (half & 0x1000) != 0;
                    Kind kind = links ? Kind.INDIRECT_CALL : register == RETURN_ADDRESS ? Kind.RETURN : Kind.INDIRECT;
                    return new Instruction(address, 2, kind, 0, 0, register, 0);
                }
                // c.mv is the sum with x0.
                boolean adds = (half & 0x1000) != 0;
                return new Instruction(address, 2, Kind.SUM, 0, register, adds ? register : 0, other);
            }
            case 0x0001 -> {
                int immediate = Immediates.shortConstant(half);
                return new Instruction(address, 2, Kind.STEP, immediate, register, register, 0);
            }
            case 0x6000 -> {
                int offset = (half >> 10 & 7) << 3 | (half >> 5 & 3) << 6;
                return new Instruction(address, 2, Kind.LOAD, offset, 8 + (half >> 2 & 7), 8 + (half >> 7 & 7), 0);
            }
            // c.li
            case 0x4001 -> {
                int immediate = Immediates.shortConstant(half);
                return new Instruction(address, 2, Kind.STEP, immediate, register, 0, 0);
            }
            case 0x0000, 0x4000, 0x2001, 0x6001, 0x0002, 0x4002, 0x6002 -> {
                int written = (half & 3) == 0 ? 8 + (half >> 2 & 7) : register;
                return new Instruction(address, 2, Kind.PLAIN, 0, written, 0, 0);
            }
            case 0xa000, 0xc000, 0xe000, 0xa002, 0xc002, 0xe002 -> {
                return make(address, 2, Kind.STORE, 0);
            }
            case 0x8001 -> {
                return new Instruction(address, 2, Kind.PLAIN, 0, 8 + (half >> 7 & 7), 0, 0);
            }
            default -> {
                return make(address, 2, Kind.PLAIN, 0);
            }
        }
    }

    private static Instruction ofWord(int word, long address) {
        int destination = word >> 7 & 31;
        int source = word >> 15 & 31;
        int second = word >> 20 & 31;
        int function = word >> 12 & 7;
        switch (word & 0x7f) {
            case 0x63 -> {
                return make(address, 4, Kind.BRANCH, address + Immediates.branch(word));
            }
            case 0x6f -> {
                Kind kind = destination == 0 ? Kind.JUMP : Kind.CALL;
                return make(address, 4, kind, address + Immediates.jump(word));
            }
            case 0x67 -> {
                Kind kind = destination != 0
                        ? Kind.INDIRECT_CALL
                        : source == RETURN_ADDRESS && word >> 20 == 0 ? Kind.RETURN : Kind.INDIRECT;
                return new Instruction(address, 4, kind, word >> 20, destination, source, 0);
            }
            case 0x17 -> {
                return new Instruction(address, 4, Kind.CONSTANT, address + (word & 0xfffff000), destination, 0, 0);
            }
            case 0x73 -> {
                if (word == SRET || word == WFI) {
                    return make(address, 4, Kind.LEAVE, 0);
                }
                boolean reads = function != 0 && word >>> 20 == SIP;
                return new Instruction(address, 4, reads ? Kind.PENDING : Kind.PLAIN, 0, destination, source, 0);
            }
            case 0x13 -> {
                Kind kind = function == 0 ? Kind.STEP : Kind.PLAIN;
                return new Instruction(address, 4, kind, word >> 20, destination, source, 0);
            }
            case 0x33 -> {
                Kind kind = function == 0 && word >>> 25 == 0 ? Kind.SUM : Kind.PLAIN;
                return new Instruction(address, 4, kind, 0, destination, source, second);
            }
            case 0x03 -> {
                Kind kind = function == 3 ? Kind.LOAD : Kind.PLAIN;
                return new Instruction(address, 4, kind, word >> 20, destination, source, 0);
            }
            case 0x23, 0x27 -> {
                return make(address, 4, Kind.STORE, 0);
            }
            case 0x37, 0x1b, 0x3b, 0x2f -> {
                return new Instruction(address, 4, Kind.PLAIN, 0, destination, 0, 0);
            }
            default -> {
                return make(address, 4, Kind.PLAIN, 0);
            }
        }
    }

    private static Instruction make(long address, int bytes, Kind kind, long target) {
        return new Instruction(address, bytes, kind, target, 0, 0, 0);
    }
}
