package ristretto.tool.desk;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import ristretto.abi.ArchiveLayout;
import ristretto.compiler.link.BootArchive;
import ristretto.desk.DeskImage;
import ristretto.desk.DeskMachine;
import ristretto.sdk.system.DeviceGrant;
import ristretto.sdk.system.KeptReportLayout;
import ristretto.sdk.system.MemoryNeeds;
import ristretto.sdk.system.ProcessDescription;
import ristretto.tool.UserError;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.HouseComponents;
import ristretto.tool.image.SystemBuilder;

/** A system as the desk boots it: nothing is compiled; its archive is that of the machine, but for images that name main classes. */
public final class DeskSystem {
    private final SystemDescription description;
    private final byte[] archive;
    private final Map<String, List<Path>> classPaths = new HashMap<>();

    /** @throws UserError where the system needs what the desk lacks */
    public DeskSystem(SystemDescription description, HouseComponents components) {
        this.description = description;
        if (description.images().containsKey(SystemDescription.PROGRAM)) {
            throw new UserError(description.name() + " runs programs, not components: on a JVM, java does that");
        }
        for (ProcessDescription process : description.table().processes()) {
            refuseWhatLacks(process);
        }
        for (String main : description.images().values()) {
            List<Path> path =
                    new ArrayList<>(components.classPathOf(main).orElseThrow(() -> new UserError("no class " + main)));
            path.addAll(components.house().underComponents());
            classPaths.put(main, path);
        }
        archive = archive();
    }

    private void refuseWhatLacks(ProcessDescription process) {
        for (DeviceGrant device : process.devices()) {
            if (!DeskMachine.hasDevice(device.physicalAddress())) {
                throw new UserError("%s: process %s has device %s, whose registers lie at 0x%x; the desk has none there"
                        .formatted(description.name(), process.name(), device.name(), device.physicalAddress()));
            }
        }
    }

    private byte[] archive() {
        SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
        if (description.oneImage()) {
            entries.put(ArchiveLayout.ROOT, DeskImage.write(new LinkedHashMap<>(description.images())));
        } else {
            description.images().forEach((name, main) -> {
                SequencedMap<String, String> one = new LinkedHashMap<>();
                one.put(name, main);
                entries.put(name, DeskImage.write(one));
            });
        }
        entries.put(ArchiveLayout.SYSTEM, description.table().encode());
        MemoryNeeds root = description.table().processes().getFirst().memory();
        return BootArchive.write(
                entries,
                new BootArchive.Parameters(
                        root.heapBytes(),
                        root.stackBytes(),
                        description.memoryBytes(),
                        DeskMachine.TICKS_PER_SECOND,
                        SystemBuilder.rootSlots(description),
                        KeptReportLayout.bytes(description.table())));
    }

    /** A machine that is not switched on yet. */
    public DeskMachine machine(OutputStream serial) {
        return machine(serial, OutputStream.nullOutputStream());
    }

    /** The same with somebody at the other end of the second serial line. */
    DeskMachine machine(OutputStream serial, OutputStream second) {
        return new DeskMachine(description.name(), archive, description.memoryBytes(), classPaths, serial, second);
    }
}
