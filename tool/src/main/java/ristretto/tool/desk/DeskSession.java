package ristretto.tool.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import ristretto.desk.DeskMachine;
import ristretto.tool.House;
import ristretto.tool.UserError;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.HouseComponents;
import ristretto.tool.image.Systems;
import ristretto.tool.image.TestGateway;
import ristretto.tool.image.UserProgram;

/** A system on the desk for {@code @BootTest}, which knows this class by its name only, and speaks to it by types of the JDK. */
public final class DeskSession implements Consumer<byte[]>, AutoCloseable {
    private final DeskMachine machine;
    private final Thread end;

    private DeskSession(DeskMachine machine, OutputStream serial) {
        this.machine = machine;
        machine.start();
        end = Thread.ofPlatform().daemon().name("end of the desk").start(() -> awaitEnd(serial));
    }

    /**
     * @param home Ristretto's working copy
     * @param system a name in {@code systems/}, or a file
     * @param profile which of the description's; empty: none
     * @param components folders and jars, separated by ':'
     * @param serial where the console writes to; closed when the machine is off
     * @throws UserError where the description is wrong, or the system needs what the desk lacks
     */
    public static DeskSession boot(Path home, String system, String profile, String components, OutputStream serial) {
        return boot(home, system, profile, List.of(), components, serial, OutputStream.nullOutputStream());
    }

    /**
     * The same system with a gateway.
     *
     * @param services that the gateway can call; none: there is no gateway
     * @param line where the gateway writes to
     */
    public static DeskSession boot(
            Path home,
            String system,
            String profile,
            List<String> services,
            String components,
            OutputStream serial,
            OutputStream line) {
        House house = new House(home.toAbsolutePath().normalize());
        HouseComponents known = new HouseComponents(house, UserProgram.entries(components));
        SystemDescription description = Systems.find(house, system, profile, known);
        if (!services.isEmpty()) {
            description = TestGateway.addedTo(description, house, system, profile, services, known);
        }
        return new DeskSession(new DeskSystem(description, known).machine(serial, line), serial);
    }

    /** Sends bytes to the gateway. */
    public Consumer<byte[]> gateway() {
        return machine::typeAtSecond;
    }

    private void awaitEnd(OutputStream serial) {
        try (serial) {
            machine.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types these bytes at the console. */
    @Override
    public void accept(byte[] bytes) {
        machine.type(bytes, bytes.length);
    }

    /** Pulls the plug, and waits until the machine is off. */
    @Override
    public void close() throws InterruptedException {
        machine.close();
        end.join();
    }
}
