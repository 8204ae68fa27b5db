package ristretto.tool.description;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ristretto.abi.ArchiveLayout;

/** Which images a description needs: one for each main class, or one with the code of all processes. */
final class Images {
    /** Names in the boot file that no image of a process can have. */
    private static final Set<String> TAKEN = Set.of(SystemDescription.KERNEL, ArchiveLayout.SYSTEM);

    private final Components components;
    private final boolean oneImage;
    private final Map<String, String> mains = new LinkedHashMap<>();

    Images(Components components, boolean oneImage) {
        this.components = components;
        this.oneImage = oneImage;
    }

    boolean isOne() {
        return oneImage;
    }

    /** As {@link SystemDescription#images} has them. */
    Map<String, String> mains() {
        return mains;
    }

    /** The name of the image with this section's main class; processes of the same class share one, or all do. */
    String of(Section section) {
        String main = section.value(ProcessKeys.MAIN);
        if (TAKEN.contains(section.name())) {
            section.problem(
                    "",
                    "another name than kernel and system, which the boot file has",
                    Section.show(section.name()),
                    null);
        }
        boolean isProgram = section.name().equals(SystemDescription.PROGRAM);
        if (isProgram && !main.equals(SystemDescription.PROGRAM) && !section.isWrong(ProcessKeys.MAIN)) {
            section.problem(
                    ProcessKeys.MAIN,
                    "\"program\", as a process of this name runs what the command line says",
                    Section.show(main));
        } else if (oneImage && main.equals(SystemDescription.PROGRAM)) {
            section.problem(ProcessKeys.MAIN, "a component, as all processes share one image", Section.show(main));
        } else if (!section.isWrong(ProcessKeys.MAIN)) {
            expectRunnable(section, ProcessKeys.MAIN, main);
        }
        if (oneImage) {
            mains.put(section.name(), main);
            return ArchiveLayout.ROOT;
        }
        for (Map.Entry<String, String> image : mains.entrySet()) {
            if (image.getValue().equals(main)) {
                return image.getKey();
            }
        }
        if (mains.containsKey(section.name())) {
            section.problem("", "a name that no version of a process has", Section.show(section.name()), null);
        }
        mains.put(section.name(), main);
        return section.name();
    }

    private void expectRunnable(Section section, Key<String> key, String main) {
        switch (components.look(main)) {
            case MISSING ->
                section.problem(
                        key.name(),
                        "a class of this build, or of -cp",
                        Section.show(main),
                        NearestName.of(main, components.runnable()));
            case WITHOUT_MAIN ->
                section.problem(key, "a class with static void main(String[]) or main()", Section.show(main));
            case RUNNABLE -> {}
        }
    }

    /** Images of other versions of a process: entries of the boot archive, named as the keys of its table {@code versions}. */
    List<String> versions(Section section) {
        if (!section.has(ProcessKeys.VERSIONS)) {
            return List.of();
        }
        Section versions = section.section(ProcessKeys.VERSIONS.name());
        if (versions == null) {
            return List.of();
        }
        if (oneImage || DescriptionReader.FIRST.contains(section.name()) || !section.has(ProcessKeys.PROVIDES)) {
            section.problem(ProcessKeys.VERSIONS, "none but for a server with an image of its own", "a table");
            return List.of();
        }
        for (String name : versions.keys()) {
            Key<String> version = Key.required(name, Texts.TEXT, "");
            String main = versions.value(version);
            if (!DescriptionReader.NAME.matcher(name).matches()) {
                versions.problem(version, DescriptionReader.A_NAME, Section.show(name));
            } else if (mains.containsKey(name) || TAKEN.contains(name) || name.equals(SystemDescription.PROGRAM)) {
                versions.problem(version, "a name that no other image has", Section.show(name));
            } else if (!versions.isWrong(version)) {
                expectRunnable(versions, version, main);
                mains.put(name, main);
            }
        }
        return versions.keys();
    }
}
