package ristretto.runtime.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import ristretto.runtime.ForEachConstant;

/**
 * The time zones that string constants of the program name, from the data of the JDK that builds. All of them would be a hundred kilobytes. A name
 * that is put together at run time and would be right in the JDK is told from one that is wrong.
 */
public final class Zones {
    /** Long and short standard name, long and short name of summer time, long and short general name. */
    private static final int NAMES = 6;

    @ForEachConstant("zoneRules")
    private static Object[] rules = {};

    @ForEachConstant("timeZone")
    private static Object[] timeZones = {};

    @ForEachConstant("zoneNames")
    private static Object[] names = {};

    /** Hash codes of all names that there are, in order. */
    private static final int[] EXISTING = Arrays.stream(TimeZone.getAvailableIDs())
            .mapToInt(String::hashCode)
            .sorted()
            .toArray();

    // ---- asked on the build machine

    static Object zoneRules(String name) throws IOException, ClassNotFoundException {
        return ZoneId.getAvailableZoneIds().contains(name)
                ? fresh(ZoneId.of(name).getRules())
                : null;
    }

    static Object timeZone(String name) throws IOException, ClassNotFoundException {
        boolean exists = Arrays.asList(TimeZone.getAvailableIDs()).contains(name);
        return exists ? fresh(TimeZone.getTimeZone(name)) : null;
    }

    /** An object as nobody has used it yet: others may have filled caches in it. */
    private static Object fresh(Object object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
            output.writeObject(object);
        }
        return new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    }

    /** For each locale of {@link Locales} the six names. */
    static Object zoneNames(String name) {
        if (!Arrays.asList(TimeZone.getAvailableIDs()).contains(name)) {
            return null;
        }
        return Locales.each(locale -> {
            String[] found = new String[NAMES];
            TimeZone zone = TimeZone.getTimeZone(name);
            for (int i = 0; i < 4; i++) {
                found[i] = zone.getDisplayName(i >= 2, i % 2 == 0 ? TimeZone.LONG : TimeZone.SHORT, locale);
            }
            found[4] = HostLocales.genericZoneName(name, TimeZone.LONG, locale);
            found[5] = HostLocales.genericZoneName(name, TimeZone.SHORT, locale);
            return found;
        });
    }

    // ---- in the program

    private static Object find(Object[] table, String name) {
        for (int i = 0; i < table.length; i += 2) {
            if (table[i].equals(name)) {
                return table[i + 1];
            }
        }
        if (Arrays.binarySearch(EXISTING, name.hashCode()) >= 0) {
            throw new UnsupportedOperationException(
                    "time zone " + name
                            + " is not in the image, which has those that a string constant of the program names: write its name as a constant");
        }
        return null;
    }

    /** Null: there is no such zone. */
    public static ZoneRules rulesOf(String name) {
        return (ZoneRules) find(rules, name);
    }

    /** Null: there is no such zone. */
    public static TimeZone timeZoneOf(String name) {
        TimeZone zone = (TimeZone) find(timeZones, name);
        return zone == null ? null : (TimeZone) zone.clone();
    }

    public static Set<String> ruleNames() {
        return namesIn(rules);
    }

    public static Set<String> timeZoneNames() {
        return namesIn(timeZones);
    }

    private static Set<String> namesIn(Object[] table) {
        Set<String> found = new HashSet<>();
        for (int i = 0; i < table.length; i += 2) {
            found.add((String) table[i]);
        }
        return found;
    }

    /** The zone's name, then its six names; null: there is no such zone. */
    public static String[] displayNames(String name, Locale locale) {
        Object[] found = (Object[]) find(names, name);
        if (found == null) {
            return null;
        }
        String[] texts = (String[]) found[Locales.index(locale)];
        String[] result = new String[NAMES + 1];
        result[0] = name;
        System.arraycopy(texts, 0, result, 1, NAMES);
        return result;
    }

    /** The same for all zones. */
    public static String[][] allDisplayNames(Locale locale) {
        String[][] all = new String[names.length / 2][];
        for (int i = 0; i < all.length; i++) {
            all[i] = displayNames((String) names[2 * i], locale);
        }
        return all;
    }

    private Zones() {}
}
