package ristretto.tool.desk;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import ristretto.desk.DeskMachine;
import ristretto.tool.machine.Terminal;

/** The user's terminal as the serial line of a machine on the desk; Ctrl-A X pulls the plug, as in QEMU. */
public final class DeskTerminal {
    private static final int ESCAPE = 1;

    /** Runs the system until it is off; answers its exit code. */
    public static int run(DeskSystem system) throws InterruptedException {
        Optional<String> settings = Terminal.stty("-g");
        Thread onDeath = new Thread(() -> settings.ifPresent(Terminal::stty));
        Runtime.getRuntime().addShutdownHook(onDeath);
        settings.ifPresent(present -> Terminal.stty("raw", "-echo"));
        try (DeskMachine machine = system.machine(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            machine.start();
            Thread.ofPlatform().daemon().name("standard input").start(() -> feed(machine));
            return machine.awaitEnd();
        } finally {
            settings.ifPresent(Terminal::stty);
            Runtime.getRuntime().removeShutdownHook(onDeath);
        }
    }

    private static void feed(DeskMachine machine) {
        byte[] buffer = new byte[256];
        boolean escaped = false;
        try {
            InputStream input = new FileInputStream(FileDescriptor.in);
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                byte[] typed = new byte[count];
                int length = 0;
                for (int i = 0; i < count; i++) {
                    if (!escaped && buffer[i] == ESCAPE) {
                        escaped = true;
                        continue;
                    }
                    if (escaped && (buffer[i] | 0x20) == 'x') {
                        machine.close();
                        return;
                    }
                    escaped = false;
                    typed[length++] = buffer[i];
                }
                machine.type(typed, length);
            }
        } catch (IOException e) {
            // As at its end: nothing more is typed.
        }
    }

    private DeskTerminal() {}
}
