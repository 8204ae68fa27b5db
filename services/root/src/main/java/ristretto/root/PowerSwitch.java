package ristretto.root;

import ristretto.abi.RootSlot;
import ristretto.abi.UserLayout;
import ristretto.sdk.DeviceRegisters;
import ristretto.sdk.kernel.AddressSpace;
import ristretto.sdk.kernel.CapTable;
import ristretto.sdk.kernel.Frame;
import ristretto.sdk.kernel.Untyped;
import ristretto.sdk.loader.LoaderException;
import ristretto.sdk.loader.SlotRange;
import ristretto.sdk.system.DeviceGrant;
import ristretto.sdk.system.ProcessDescription;

/**
 * QEMU's {@code sifive_test} device (hw/misc/sifive_test.c): ends the machine, with an exit code for whoever started
 * it, or restarts it. It is the device {@code power} of root in the system description.
 */
final class PowerSwitch {
    private static final int PASS = 0x5555;
    private static final int FAIL = 0x3333;
    private static final int RESET = 0x7777;
    private static final int PAGE = 4096;
    /** The last page below root's image; the kernel has made the page table for it. */
    private static final long ADDRESS = UserLayout.IMAGE - PAGE;

    private final DeviceRegisters registers = new DeviceRegisters(ADDRESS, PAGE);

    private PowerSwitch() {}

    /** @param root what the system description says of root */
    static PowerSwitch of(ProcessDescription root, SlotRange slots) {
        for (DeviceGrant device : root.devices()) {
            if (device.name().equals("power")) {
                Frame registers = new Frame(RootSlot.DEVICES)
                        .derive(
                                device.physicalAddress(),
                                device.bytes(),
                                new Untyped(RootSlot.UNTYPED),
                                new CapTable(RootSlot.CAP_TABLE),
                                slots.take());
                registers.map(new AddressSpace(RootSlot.ADDRESS_SPACE), ADDRESS, Frame.READ_WRITE);
                return new PowerSwitch();
            }
        }
        throw new LoaderException("system description: expected root to have a device power, found none");
    }

    void restart() {
        registers.storeInt(0, RESET);
    }

    void off(int exitCode) {
        registers.storeInt(0, exitCode == 0 ? PASS : (exitCode & 0xff) << 16 | FAIL);
    }
}
