package ristretto.tool.description;

import java.util.LinkedHashMap;
import java.util.Map;
import ristretto.sdk.system.DeviceGrant;
import ristretto.sdk.system.InterruptGrant;

/**
 * A device of the board, from a table {@code devices.NAME}.
 *
 * @param interrupt null where it has none
 */
record Device(DeviceGrant registers, InterruptGrant interrupt) {
    private static final long HIGHEST_ADDRESS = (1L << 40) - 4096;

    static final Key<Long> REGISTERS = Key.required(
            "registers",
            Numbers.integer(0, HIGHEST_ADDRESS),
            "Physical address of its registers, a multiple of 0x1000. No other device has them.");
    static final Key<Long> SIZE =
            Key.optional("size", Numbers.size(4096, 4096, 16 << 20), 4096L, "How many bytes they are.");
    static final Key<Long> INTERRUPT = Key.absent(
            "interrupt",
            Numbers.integer(1, 1023),
            0L,
            "Number of its interrupt at the platform's controller. No other device has it.");
    static final Form FORM = Form.of("devices.NAME", REGISTERS, SIZE, INTERRUPT);

    /** Two devices never share registers or an interrupt. */
    static Map<String, Device> readAll(Section top) {
        Map<String, Device> devices = new LinkedHashMap<>();
        for (Section section : top.sections("devices")) {
            Device device = read(section);
            for (Map.Entry<String, Device> other : devices.entrySet()) {
                device.refuseSharing(other.getValue(), section);
            }
            devices.put(section.name(), device);
        }
        return devices;
    }

    private static Device read(Section section) {
        String name = section.name();
        if (!DescriptionReader.NAME.matcher(name).matches()) {
            section.problem("", DescriptionReader.A_NAME, Section.show(name), null);
        }
        long address = section.value(REGISTERS);
        if (address % 4096 != 0) {
            section.problem(REGISTERS, "a multiple of 0x1000", "0x" + Long.toHexString(address));
        }
        long bytes = section.value(SIZE);
        InterruptGrant interrupt = null;
        if (section.has(INTERRUPT)) {
            interrupt = new InterruptGrant(name, section.value(INTERRUPT).intValue());
        }
        section.refuseOthersThan(FORM.names());
        return new Device(new DeviceGrant(name, address, bytes), interrupt);
    }

    private void refuseSharing(Device other, Section section) {
        DeviceGrant theirs = other.registers;
        if (theirs.physicalAddress() < registers.physicalAddress() + registers.bytes()
                && registers.physicalAddress() < theirs.physicalAddress() + theirs.bytes()) {
            section.problem(
                    REGISTERS,
                    "registers of its own",
                    "0x" + Long.toHexString(registers.physicalAddress()) + ", in devices." + theirs.name()
                            + " already");
        }
        if (interrupt != null && other.interrupt != null && interrupt.number() == other.interrupt.number()) {
            section.problem(
                    INTERRUPT,
                    "an interrupt of its own",
                    interrupt.number() + ", in devices." + theirs.name() + " already");
        }
    }
}
