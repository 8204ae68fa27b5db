package ristretto.root;

import ristretto.sdk.DeviceRegisters;

/**
 * QEMU's {@code sifive_test} device (hw/misc/sifive_test.c): ends the machine, with an exit code for whoever started
 * it, or restarts it.
 */
final class PowerSwitch {
    private static final int PASS = 0x5555;
    private static final int FAIL = 0x3333;
    private static final int RESET = 0x7777;

    private final DeviceRegisters registers;

    PowerSwitch(DeviceRegisters registers) {
        this.registers = registers;
    }

    void restart() {
        registers.storeInt(0, RESET);
    }

    void off(int exitCode) {
        registers.storeInt(0, exitCode == 0 ? PASS : (exitCode & 0xff) << 16 | FAIL);
    }
}
