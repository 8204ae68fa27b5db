package ristretto.tool.command;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ristretto.tool.House;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.HouseComponents;
import ristretto.tool.image.Systems;
import ristretto.tool.image.TestGateway;

/** Which system a command is about: the argument {@code SYSTEM}, and the options {@code --profile} and {@code -cp}. */
final class SystemChoice {
    @Parameters(
            arity = "0..1",
            defaultValue = "demo",
            paramLabel = "SYSTEM",
            description = "A name in systems/, or a .toml file.")
    private String system;

    @Option(
            names = "--profile",
            defaultValue = "",
            paramLabel = "NAME",
            description = "With what stands in the tables [profile.NAME.…] of the description.")
    private String profile;

    @Mixin
    private ComponentsOption components;

    HouseComponents components(House house) {
        return components.of(house);
    }

    SystemDescription description(House house, HouseComponents known) {
        return Systems.find(house, system, profile, known);
    }

    /** With the gateway, where one is asked for. */
    SystemDescription description(House house, HouseComponents known, GatewayOption gateway) {
        SystemDescription without = description(house, known);
        List<String> services = gateway.services();
        return services.isEmpty() ? without : TestGateway.addedTo(without, house, system, profile, services, known);
    }

    /** Where its boot ELF goes, if nobody says otherwise. */
    Path bootFile(House house, SystemDescription description) {
        return Systems.bootFile(house, system, description);
    }

    Path bootFile(House house, SystemDescription description, GatewayOption gateway) {
        Path file = bootFile(house, description);
        return gateway.services().isEmpty() ? file : TestGateway.bootFile(file, gateway.services());
    }
}
