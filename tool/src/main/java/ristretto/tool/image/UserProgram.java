package ristretto.tool.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ristretto.tool.House;
import ristretto.tool.UserError;
import ristretto.tool.description.Components;
import ristretto.tool.description.NearestName;
import ristretto.tool.description.SystemDescription;

/** A program from outside of the working copy, whose class path and main class have been found to exist. */
public record UserProgram(List<Path> classPath, String mainClass) {

    /** @throws UserError where there is no such class path entry, no such class, or no {@code main} in it */
    public static UserProgram check(String classPath, String mainClass) {
        List<Path> entries = entries(classPath);
        Optional<byte[]> classFile = entries.stream()
                .map(entry -> new ProgramClasses(entry).bytes(mainClass))
                .flatMap(Optional::stream)
                .findFirst();
        if (classFile.isEmpty()) {
            List<String> names = entries.stream()
                    .flatMap(entry -> new ProgramClasses(entry).runnable().stream())
                    .toList();
            String nearest = NearestName.of(mainClass, names);
            throw new UserError("main class: expected a class on the class path " + classPath + ", got " + mainClass
                    + (nearest == null ? "" : " (nearest: " + nearest + ")"));
        }
        if (!ProgramClasses.hasMain(classFile.get())) {
            throw new UserError("main class: expected one with void main(String[]) or void main(), got " + mainClass
                    + ", which has neither");
        }
        return new UserProgram(entries, mainClass);
    }

    /** @throws UserError where one of the folders and jars does not exist */
    public static List<Path> entries(String classPath) {
        List<Path> entries = new ArrayList<>();
        for (String entry : classPath.split(":")) {
            if (entry.isEmpty()) {
                continue;
            }
            if (!Files.exists(Path.of(entry))) {
                throw new UserError("class path: expected a folder or a jar, got " + entry + ", which does not exist");
            }
            entries.add(Path.of(entry).toAbsolutePath());
        }
        return entries;
    }

    /** The components of a working copy, and this program. */
    public Components among(House house) {
        HouseComponents components = new HouseComponents(house);
        return new Components() {
            @Override
            public Lookup look(String className) {
                return className.equals(SystemDescription.PROGRAM) ? Lookup.RUNNABLE : components.look(className);
            }

            @Override
            public Collection<String> runnable() {
                return components.runnable();
            }
        };
    }
}
