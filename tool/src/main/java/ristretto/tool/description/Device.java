package ristretto.tool.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ristretto.sdk.system.DeviceGrant;
import ristretto.sdk.system.InterruptGrant;

/**
 * A device of the board, from a table {@code devices.NAME}.
 *
 * @param interrupt null where it has none
 * @param virtio what is plugged into the board there; null: it is a part of the board
 */
record Device(DeviceGrant registers, InterruptGrant interrupt, String virtio) {
    /** What can be plugged into the board's eight virtio slots, and as what QEMU knows it. */
    private static final Map<String, List<String>> VIRTIO =
            Map.of("rng", List.of("-object", "rng-builtin,id=entropy", "-device", "virtio-rng-device,rng=entropy"));

    private static final long VIRTIO_SLOTS = 0x1000_1000;
    private static final int SLOTS = 8;
    private static final int SLOT_BYTES = 4096;

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
    static final Key<String> PLUGGED = Key.absent(
            "virtio",
            Texts.choice("rng"),
            "",
            "What is plugged into the board there, in one of its eight slots for virtio: 0x10001000 with interrupt 1 to 0x10008000 with interrupt 8. If missing, it is a part of the board.");
    static final Form FORM = Form.of("devices.NAME", REGISTERS, SIZE, INTERRUPT, PLUGGED);

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
        String virtio = null;
        if (section.has(PLUGGED)) {
            virtio = section.value(PLUGGED);
            long slot = (address - VIRTIO_SLOTS) / SLOT_BYTES;
            if (address < VIRTIO_SLOTS || slot >= SLOTS) {
                section.problem(
                        REGISTERS,
                        "0x10001000 to 0x10008000, where the board has slots for virtio",
                        "0x" + Long.toHexString(address));
            } else if (interrupt == null || interrupt.number() != slot + 1) {
                section.problem(
                        INTERRUPT,
                        (slot + 1) + ", that of the slot",
                        interrupt == null ? "nothing" : Integer.toString(interrupt.number()));
            }
        }
        section.refuseOthersThan(FORM.names());
        return new Device(new DeviceGrant(name, address, bytes), interrupt, virtio);
    }

    /** QEMU's arguments for all that is plugged into the board. */
    static List<String> arguments(Map<String, Device> devices) {
        List<String> arguments = new ArrayList<>();
        for (Device device : devices.values()) {
            if (device.virtio != null) {
                if (arguments.isEmpty()) {
                    arguments.addAll(List.of("-global", "virtio-mmio.force-legacy=false"));
                }
                long slot = (device.registers.physicalAddress() - VIRTIO_SLOTS) / SLOT_BYTES;
                List<String> own = new ArrayList<>(VIRTIO.get(device.virtio));
                own.add(own.removeLast() + ",bus=virtio-mmio-bus." + slot);
                arguments.addAll(own);
            }
        }
        return List.copyOf(arguments);
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
