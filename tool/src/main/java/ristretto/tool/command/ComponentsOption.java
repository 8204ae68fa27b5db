package ristretto.tool.command;

import picocli.CommandLine.Option;
import ristretto.tool.House;
import ristretto.tool.image.HouseComponents;
import ristretto.tool.image.UserProgram;

/** The option {@code -cp} of the commands that take a system: where components are that are not of this working copy. */
final class ComponentsOption {
    @Option(
            names = {"-cp", "-classpath", "--class-path"},
            defaultValue = "",
            paramLabel = "PATH",
            description = "Folders and jars with components of your own, separated by ':'.")
    private String classPath;

    HouseComponents of(House house) {
        return new HouseComponents(house, UserProgram.entries(classPath));
    }
}
