package ristretto.tool.description;

import java.nio.file.Path;

/**
 * One thing that is wrong with a system description, said so that its author can mend it without looking anywhere else:
 * where it stands, which element it is, what was expected there, what was found, and the nearest name that would be right.
 *
 * @param line counted from 1
 * @param element dotted path as in the file, {@code process.shell.priority}
 * @param nearest a name that would be right, or null where none is near
 */
public record Problem(Path file, int line, String element, String expected, String got, String nearest) {

    /** A problem that is there if a profile is chosen; where it does not stand in the profile, it says so. */
    Problem withProfile(String name) {
        boolean within = element.startsWith(Profiles.PROFILE + "." + name + ".");
        return within ? this : new Problem(file, line, element, expected + ", with profile " + name, got, nearest);
    }

    @Override
    public String toString() {
        String place = file + ":" + line + ": " + (element.isEmpty() ? "" : element + ": ");
        return place + "expected " + expected + ", got " + got + (nearest == null ? "" : " (nearest: " + nearest + ")");
    }
}
