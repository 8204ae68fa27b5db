package ristretto.tool.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ristretto.tool.House;

/** Which kernel an image boots. */
public enum KernelKind {
    SHIPPED(List.of()),

    /** The shipped one, with all invariants checked at every way out of it; a broken one is a panic that names it. */
    DEBUG(List.of("kernel_boot", "kernel_trap", "kernel_wake", "kernel_short_call", "trap_switch", "trap_switch_back"));

    private final List<String> wrapped;

    KernelKind(List<String> wrapped) {
        this.wrapped = wrapped;
    }

    /** Functions that a function of the name {@code __wrap_…} goes around, as the linker's option {@code --wrap} does it. */
    List<String> wrapped() {
        return wrapped;
    }

    List<Path> classPath(House house) {
        List<Path> path = new ArrayList<>(house.kernelClassPath());
        if (this == DEBUG) {
            path.add(house.classes("kernel-debug"));
        }
        return path;
    }
}
