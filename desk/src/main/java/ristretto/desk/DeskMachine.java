package ristretto.desk;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import ristretto.desk.board.Board;
import ristretto.magic.SimulatedMemory;

/** A machine on the desk, from switching it on until it is off. Several may be on in one JVM. */
public final class DeskMachine implements AutoCloseable {
    /** Ticks of its clock per second, for the boot archive. */
    public static final long TICKS_PER_SECOND = DeskClock.TICKS_PER_SECOND;

    private final Processor processor;
    private final String name;

    /**
     * @param name for people
     * @param archive a boot archive whose images are {@linkplain DeskImage the desk's}, and which tells memory and clock
     * @param memoryBytes of the machine, as in the archive
     * @param classPaths by main class
     * @param serial where the serial port sends to
     */
    public DeskMachine(
            String name, byte[] archive, long memoryBytes, Map<String, List<Path>> classPaths, OutputStream serial) {
        this(name, archive, memoryBytes, classPaths, serial, OutputStream.nullOutputStream());
    }

    /** @param second where the second serial port, on the PCI bus, sends to */
    public DeskMachine(
            String name,
            byte[] archive,
            long memoryBytes,
            Map<String, List<Path>> classPaths,
            OutputStream serial,
            OutputStream second) {
        this.name = name;
        Processor[] itself = new Processor[1];
        MachineMemory memory = new MachineMemory(archive, (object, address) -> itself[0].destroyed(object, address));
        Board board = new Board(serial, second, code -> itself[0].switchOff(code));
        processor = new Processor(memory, memoryBytes, board, new Programs(name, classPaths));
        itself[0] = processor;
    }

    /** Whether the desk has a device whose registers lie at this physical address. */
    public static boolean hasDevice(long physical) {
        return Board.hasDevice(physical);
    }

    /** Switches it on. */
    public void start() {
        Thread.ofPlatform().daemon().name(name + " time").start(() -> {
            processor.run();
            SimulatedMemory.reset();
        });
    }

    /** Somebody types these bytes at the other end of the serial line. */
    public void type(byte[] bytes, int length) {
        processor.receive(board -> {
            for (int i = 0; i < length; i++) {
                board.type(bytes[i]);
            }
        });
    }

    /** The same at the second one. */
    public void typeAtSecond(byte[] bytes) {
        processor.receive(board -> {
            for (byte value : bytes) {
                board.typeAtSecond(value);
            }
        });
    }

    /**
     * Waits until it is off; answers the exit code that it was switched off with.
     *
     * @throws IllegalStateException where the kernel itself failed
     */
    public int awaitEnd() throws InterruptedException {
        return processor.awaitEnd();
    }

    /** Pulls the plug. */
    @Override
    public void close() {
        processor.switchOff(0);
    }
}
