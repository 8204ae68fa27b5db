package ristretto.tool.image;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import ristretto.tool.House;
import ristretto.tool.description.Components;

/** The components of a working copy: the compiled classes of {@code services/} and {@code bench/}. */
public record HouseComponents(House house) implements Components {

    /** The class folder that holds this class. */
    public Optional<Path> folderOf(String className) {
        return house.components().stream()
                .filter(folder -> new ProgramClasses(folder).bytes(className).isPresent())
                .findFirst();
    }

    @Override
    public Lookup look(String className) {
        Optional<Path> folder = folderOf(className);
        if (folder.isEmpty()) {
            return Lookup.MISSING;
        }
        byte[] classFile = new ProgramClasses(folder.get()).bytes(className).orElseThrow();
        return ProgramClasses.hasMain(classFile) ? Lookup.RUNNABLE : Lookup.WITHOUT_MAIN;
    }

    @Override
    public Collection<String> runnable() {
        return house.components().stream()
                .flatMap(folder -> new ProgramClasses(folder).runnable().stream())
                .toList();
    }
}
