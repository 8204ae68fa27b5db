package ristretto.tool.command;

import java.util.List;
import picocli.CommandLine.Option;

/** {@code --gateway}: which of the system's services a test calls. */
final class GatewayOption {
    @Option(
            names = "--gateway",
            split = ",",
            paramLabel = "SERVICES",
            description =
                    "With one process more, by which a test calls these services, separated by ','. @BootTest(services = …) uses it.")
    private List<String> services = List.of();

    List<String> services() {
        return services;
    }
}
