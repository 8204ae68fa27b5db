package ristretto.tool.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ristretto.tool.House;
import ristretto.tool.UserError;
import ristretto.tool.description.Components;
import ristretto.tool.description.DescriptionReader;
import ristretto.tool.description.SystemDescription;

/** Finds the system description that an argument of a command means: a name in {@code systems/}, or a file. */
public final class Systems {

    public static SystemDescription find(House house, String argument) {
        return find(house, argument, new HouseComponents(house));
    }

    public static SystemDescription find(House house, String argument, Components components) {
        return find(house, argument, "", components);
    }

    /** @param profile which of the description's profiles; empty: none */
    public static SystemDescription find(House house, String argument, String profile, Components components) {
        if (argument.endsWith(".toml")) {
            return DescriptionReader.read(Path.of(argument), Path.of(argument), profile, components);
        }
        String file = argument + ".toml";
        Path path = house.systems().resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new UserError("no system \"" + argument + "\"; systems/ has " + String.join(", ", names(house)));
        }
        return DescriptionReader.read(path, Path.of("systems", file), profile, components);
    }

    /**
     * Where the boot ELF of a system goes, if nobody says otherwise; a description that lies elsewhere may have the name of one of ours.
     *
     * @param argument as {@link #find} took it
     */
    public static Path bootFile(House house, String argument, SystemDescription system) {
        String name = system.name();
        Path folder = Path.of(argument).toAbsolutePath().normalize().getParent();
        if (argument.endsWith(".toml") && !folder.equals(house.systems())) {
            name += "-" + new ContentHash().text(folder.toString()).hex().substring(0, 8);
        }
        return house.build().resolve("systems").resolve(name + ".elf");
    }

    private static List<String> names(House house) {
        try (Stream<Path> files = Files.list(house.systems())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".toml"))
                    .map(name -> name.replace(".toml", ""))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Systems() {}
}
