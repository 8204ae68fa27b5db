package ristretto.tool.description;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import ristretto.tool.UserError;

/**
 * The tables {@code profile.NAME}: each has what is to be different in the system if it is chosen, in the form of a description of its own.
 */
final class Profiles {
    static final String PROFILE = "profile";

    private final Map<String, Table> differences = new LinkedHashMap<>();

    /**
     * Takes the profiles out of a description.
     *
     * @param tables that a profile may have
     */
    static Profiles takeFrom(Table description, Section top, Set<String> tables) {
        Profiles profiles = new Profiles();
        for (Section section : top.sections(PROFILE)) {
            String name = section.name();
            if (!DescriptionReader.NAME.matcher(name).matches()) {
                section.problem("", DescriptionReader.A_NAME, Section.show(name), null);
            }
            section.refuseOthersThan(tables);
            Table difference = section.table().copy(PROFILE + "." + name + ".");
            difference.keys().retainAll(tables);
            profiles.differences.put(name, difference);
        }
        description.remove(PROFILE);
        return profiles;
    }

    Set<String> names() {
        return differences.keySet();
    }

    /** The description as it is with this profile. */
    Table applied(String name, Table description) {
        Table table = description.copy("");
        table.override(differences.get(name));
        return table;
    }

    /** Says that somebody chose a profile that is not there. */
    void expect(String name, Object file) {
        if (names().contains(name)) {
            return;
        }
        String nearest = NearestName.of(name, names());
        String expected = names().isEmpty()
                ? "none, as " + file + " has no profiles"
                : "one of " + String.join(", ", names()) + ", which " + file + " has";
        throw new UserError("--profile: expected " + expected + ", got " + Section.show(name)
                + (nearest == null ? "" : " (nearest: " + nearest + ")"));
    }
}
