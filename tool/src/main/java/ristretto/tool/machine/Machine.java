package ristretto.tool.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ristretto.tool.description.Platform;

/**
 * The machine that we boot on: QEMU's {@code virt} board with one riscv64 core, no network, no disk; OpenSBI as firmware, or none.
 *
 * @param instructionShift one instruction takes 2 to the power of this nanoseconds of virtual time; -1: time is that of the host
 * @param skipsIdleTime where instructions are counted: nothing else takes time, and what the core would wait for comes at once; false: it waits as long as on the host
 * @param firmware whether OpenSBI starts the image, in supervisor mode
 * @param devices that are plugged into the board, as arguments of QEMU
 * @param debugger where it waits for gdb before its first instruction, as QEMU's option {@code -gdb} takes it; "": it does not
 */
public record Machine(
        Path image,
        long memoryBytes,
        int instructionShift,
        boolean skipsIdleTime,
        boolean firmware,
        String debugger,
        List<String> devices) {
    private static final int NOT_COUNTING = -1;

    public Machine(Path image, long memoryBytes) {
        this(image, memoryBytes, false);
    }

    public Machine(Path image, long memoryBytes, boolean countInstructions) {
        this(image, memoryBytes, countInstructions ? 0 : NOT_COUNTING, true, true, "", List.of());
    }

    /** The machine that a system's description asks for. */
    public static Machine of(Path image, Platform platform) {
        Machine machine = new Machine(image, platform.memoryBytes(), NOT_COUNTING, true, true, "", platform.devices());
        return platform.firmware() ? machine : machine.withoutFirmware();
    }

    /** The same machine, where one instruction takes one nanosecond. */
    public Machine countingInstructions() {
        return countingInstructions(0);
    }

    /** The same machine, where one instruction takes 2 to the power of {@code shift} nanoseconds. */
    public Machine countingInstructions(int shift) {
        return new Machine(image, memoryBytes, shift, skipsIdleTime, firmware, debugger, devices);
    }

    /**
     * The same machine, for which somebody on the host has an eye on what it does: one instruction takes 2 to the power of {@code shift} nanoseconds, however slow the host is, and it waits as
     * long as on the host.
     */
    public Machine watched(int shift) {
        return new Machine(image, memoryBytes, shift, false, firmware, debugger, devices);
    }

    /** The same machine, which starts the image in machine mode at the first address of its memory. */
    public Machine withoutFirmware() {
        return new Machine(image, memoryBytes, instructionShift, skipsIdleTime, false, debugger, devices);
    }

    /** The same machine with more plugged into its board. */
    public Machine with(List<String> moreDevices) {
        List<String> all = new ArrayList<>(devices);
        all.addAll(moreDevices);
        return new Machine(image, memoryBytes, instructionShift, skipsIdleTime, firmware, debugger, List.copyOf(all));
    }

    public Machine waitingFor(String newDebugger) {
        return new Machine(image, memoryBytes, instructionShift, skipsIdleTime, firmware, newDebugger, devices);
    }

    /** Serial line and QEMU's own monitor share the terminal, as with {@code -nographic}: Ctrl-A X ends it. */
    public List<String> onTerminal() {
        return command("mon:stdio");
    }

    /** The serial line is the process's standard input and output, byte for byte. */
    public List<String> onPipes() {
        return command("stdio");
    }

    private List<String> command(String serial) {
        List<String> command = new ArrayList<>(List.of(
                "qemu-system-riscv64",
                "-nodefaults",
                "-machine",
                "virt",
                "-cpu",
                "rv64",
                "-smp",
                "1",
                "-m",
                (memoryBytes >> 10) + "K",
                "-display",
                "none",
                "-serial",
                serial,
                "-kernel",
                image.toString()));
        if (!debugger.isEmpty()) {
            command.addAll(List.of("-gdb", debugger, "-S"));
        }
        if (instructionShift >= 0) {
            command.addAll(List.of("-icount", "shift=" + instructionShift + (skipsIdleTime ? ",sleep=off" : "")));
        }
        command.addAll(devices);
        if (!firmware) {
            command.addAll(List.of("-bios", "none"));
        }
        return command;
    }
}
