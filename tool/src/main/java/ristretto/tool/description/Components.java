package ristretto.tool.description;

import java.util.Collection;

/** The classes that a system description may name. */
public interface Components {
    enum Lookup {
        MISSING,
        WITHOUT_MAIN,
        RUNNABLE
    }

    Lookup look(String className);

    /** Names of all classes with a {@code main}, to suggest from. */
    Collection<String> runnable();
}
