package ristretto.tool.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ristretto.tool.House;
import ristretto.tool.UserError;
import ristretto.tool.description.NearestName;
import ristretto.tool.description.SystemDescription;

/**
 * Puts the process into a system by which a test calls its services: the system's own description stays as it is, and another one includes it, the gateway's, and says what the gateway
 * uses. A line between the test and the gateway is plugged into the machine.
 */
public final class TestGateway {
    private static final String DESCRIPTION = "parts/test-gateway.toml";

    private TestGateway() {}

    /**
     * @param argument as {@link Systems#find} took it for that system
     * @param services that the test calls
     * @throws UserError where the system does not have one of them, or cannot have the gateway
     */
    public static SystemDescription addedTo(
            SystemDescription system,
            House house,
            String argument,
            String profile,
            List<String> services,
            HouseComponents components) {
        check(system, services);
        String file = argument.endsWith(".toml")
                ? Path.of(argument).toAbsolutePath().toString()
                : house.systems().resolve(argument + ".toml").toString();
        String names = services.stream().map(TestGateway::quoted).collect(Collectors.joining(", "));
        String text = """
                include = [%s, %s]

                [process.test-gateway]
                uses = [%s]
                arguments = [%s]
                """.formatted(
                quoted(file), quoted(house.systems().resolve(DESCRIPTION).toString()), names, names);
        try {
            Path folder = Files.createTempDirectory("ristretto-gateway-");
            Path description = folder.resolve(name(file) + ".toml");
            try {
                Files.writeString(description, text);
                return Systems.find(house, description.toString(), profile, components);
            } finally {
                Files.deleteIfExists(description);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(SystemDescription system, List<String> services) {
        List<String> provided = new ArrayList<>();
        system.table().processes().forEach(process -> provided.addAll(process.provides()));
        Set<String> before = new HashSet<>();
        for (String service : services) {
            if (!provided.contains(service)) {
                String nearest = NearestName.of(service, provided);
                throw new UserError("--gateway: expected a service of the system " + system.name() + ", got \""
                        + service + "\"" + (nearest == null ? "" : " (nearest: " + nearest + ")"));
            }
            if (!before.add(service)) {
                throw new UserError("--gateway: expected each service once, got \"" + service + "\" twice");
            }
        }
    }

    private static String name(String file) {
        String last = Path.of(file).getFileName().toString();
        return last.substring(0, last.length() - ".toml".length()) + "+gateway";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Where the system's boot ELF goes, beside that of the system without the gateway; tests that call different services run at the same time. */
    public static Path bootFile(Path withoutGateway, List<String> services) {
        String name = withoutGateway.getFileName().toString();
        String hash = new ContentHash().text(String.join(",", services)).hex().substring(0, 8);
        return withoutGateway.resolveSibling(name.replace(".elf", "+gateway-" + hash + ".elf"));
    }

    /** @return QEMU's arguments for the line, whose other end is the socket at this path */
    public static List<String> arguments(Path socket) {
        return List.of(
                "-chardev",
                "socket,id=gateway,path=" + socket.toAbsolutePath().toString().replace(",", ",,"),
                "-device",
                "pci-serial,chardev=gateway,addr=1");
    }
}
