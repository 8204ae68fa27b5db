package ristretto.tool.description;

import java.nio.file.Path;

/**
 * Where something of a description stands.
 *
 * @param file its name in messages
 * @param line counted from 1
 * @param prefix what comes before an element's path there: {@code profile.NAME.} in a profile, else nothing
 */
record Place(Path file, int line, String prefix) {

    Place(Path file, int line) {
        this(file, line, "");
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
