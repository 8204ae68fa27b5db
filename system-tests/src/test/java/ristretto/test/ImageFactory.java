package ristretto.test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import ristretto.tool.House;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.KernelKind;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.Systems;
import ristretto.tool.machine.Machine;

/** Builds what the tests boot. Images are compiled once, in this JVM, and shared with the {@code ristretto} command's. */
public final class ImageFactory {
    public static final House HOUSE = House.ofThisRun();

    /** {@code -Dristretto.debugKernel=true}: all systems boot the kernel's debug build. */
    private static final KernelKind KERNEL =
            Boolean.getBoolean("ristretto.debugKernel") ? KernelKind.DEBUG : KernelKind.SHIPPED;

    private static SystemBuilder builder;

    public static synchronized SystemBuilder builder() throws IOException {
        if (builder == null) {
            builder = new SystemBuilder(HOUSE, new AheadOfTimeCompiler(), KERNEL);
        }
        return builder;
    }

    /** A system of {@code systems/}, on the machine that its description asks for. */
    static synchronized Machine machine(String system) throws IOException {
        SystemDescription description = Systems.find(HOUSE, system);
        Path elf = HOUSE.build().resolve("system-tests").resolve(system + ".elf");
        return Machine.of(builder().build(description, List.of(), elf), description.platform());
    }

    private ImageFactory() {}
}
