package ristretto.tool.image;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ristretto.tool.House;
import ristretto.tool.description.Components;

/**
 * The components that a system may name: those of somebody's own, and those of a working copy, the compiled classes of {@code services/} and
 * {@code bench/}.
 *
 * @param own class path of the former, folders and jars; its components may share classes and libraries
 */
public record HouseComponents(House house, List<Path> own) implements Components {
    public HouseComponents(House house) {
        this(house, List.of());
    }

    /** The class path of the component with this main class; empty: there is none. A component of a working copy is one folder: none can lean on another's. */
    public Optional<List<Path>> classPathOf(String mainClass) {
        if (own.stream().anyMatch(entry -> has(entry, mainClass))) {
            return Optional.of(own);
        }
        return house.components().stream()
                .filter(folder -> has(folder, mainClass))
                .findFirst()
                .map(List::of);
    }

    private static boolean has(Path entry, String className) {
        return new ProgramClasses(entry).bytes(className).isPresent();
    }

    @Override
    public Lookup look(String className) {
        Optional<byte[]> classFile = everywhere()
                .map(entry -> new ProgramClasses(entry).bytes(className))
                .flatMap(Optional::stream)
                .findFirst();
        if (classFile.isEmpty()) {
            return Lookup.MISSING;
        }
        return ProgramClasses.hasMain(classFile.get()) ? Lookup.RUNNABLE : Lookup.WITHOUT_MAIN;
    }

    @Override
    public Collection<String> runnable() {
        return everywhere()
                .flatMap(entry -> new ProgramClasses(entry).runnable().stream())
                .toList();
    }

    private Stream<Path> everywhere() {
        return Stream.concat(own.stream(), house.components().stream());
    }
}
