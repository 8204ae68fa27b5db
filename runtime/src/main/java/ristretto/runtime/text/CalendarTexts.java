package ristretto.runtime.text;

import java.util.Calendar;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/** Names of months, days, eras and halves of the day, and how weeks are counted, by locale; from the JDK that builds. */
public final class CalendarTexts {
    private static final int[] FIELDS = {Calendar.ERA, Calendar.MONTH, Calendar.DAY_OF_WEEK, Calendar.AM_PM};
    private static final int[] STYLES = {
        Calendar.ALL_STYLES,
        Calendar.SHORT_FORMAT,
        Calendar.LONG_FORMAT,
        Calendar.NARROW_FORMAT,
        Calendar.SHORT_STANDALONE,
        Calendar.LONG_STANDALONE,
        Calendar.NARROW_STANDALONE
    };
    private static final int MOST_VALUES = 13;

    /** By locale, field and style: names by value, and pairs of a name and its value as the JDK lists them; of the calendar, and of java.time. */
    private static final Object[] OF_CALENDAR = Locales.each(locale -> texts(false, locale));

    private static final Object[] OF_TIME = Locales.each(locale -> texts(true, locale));
    private static final Object[] WEEKS = Locales.each(locale -> {
        Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("UTC"), locale);
        return new int[] {calendar.getFirstDayOfWeek(), calendar.getMinimalDaysInFirstWeek()};
    });

    // ---- on the build machine

    private static Object[][][] texts(boolean isOfTime, Locale locale) {
        Object[][][] texts = new Object[FIELDS.length * STYLES.length][2][];
        for (int field = 0; field < FIELDS.length; field++) {
            for (int style = 0; style < STYLES.length; style++) {
                Object[][] entry = texts[field * STYLES.length + style];
                String[] names = new String[MOST_VALUES];
                for (int value = 0; value < MOST_VALUES; value++) {
                    names[value] = STYLES[style] == Calendar.ALL_STYLES
                            ? null
                            : HostLocales.fieldName(isOfTime, FIELDS[field], value, STYLES[style], locale);
                }
                entry[0] = names;
                Map<String, Integer> all = HostLocales.fieldNames(isOfTime, FIELDS[field], STYLES[style], locale);
                entry[1] = all == null
                        ? null
                        : all.entrySet().stream()
                                .sorted(Map.Entry.<String, Integer>comparingByValue()
                                        .thenComparing(Map.Entry.comparingByKey()))
                                .flatMap(e -> java.util.stream.Stream.<Object>of(e.getKey(), e.getValue()))
                                .toArray();
            }
        }
        return texts;
    }

    // ---- in the program

    private static int indexOf(int[] values, int value) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == value) {
                return i;
            }
        }
        return -1;
    }

    private static Object[][] entry(Object[] table, String calendar, int field, int style, Locale locale) {
        if (!calendar.equals("gregory") && !calendar.equals("iso8601")) {
            throw new UnsupportedOperationException("names of the calendar " + calendar + " are not part of an image");
        }
        int fieldIndex = indexOf(FIELDS, field);
        int styleIndex = indexOf(STYLES, style);
        if (fieldIndex < 0 || styleIndex < 0) {
            return null;
        }
        return ((Object[][][]) table[Locales.index(locale)])[fieldIndex * STYLES.length + styleIndex];
    }

    /** Null: there is no such name. */
    private static String name(Object[] table, String calendar, int field, int value, int style, Locale locale) {
        Object[][] entry = entry(table, calendar, field, style, locale);
        return entry == null || value < 0 || value >= MOST_VALUES ? null : (String) entry[0][value];
    }

    private static Map<String, Integer> names(Object[] table, String calendar, int field, int style, Locale locale) {
        Object[][] entry = entry(table, calendar, field, style, locale);
        if (entry == null || entry[1] == null) {
            return null;
        }
        Map<String, Integer> names = new HashMap<>();
        for (int i = 0; i < entry[1].length; i += 2) {
            names.put((String) entry[1][i], (Integer) entry[1][i + 1]);
        }
        return names;
    }

    public static String nameOfCalendar(String calendar, int field, int value, int style, Locale locale) {
        return name(OF_CALENDAR, calendar, field, value, style, locale);
    }

    public static Map<String, Integer> namesOfCalendar(String calendar, int field, int style, Locale locale) {
        return names(OF_CALENDAR, calendar, field, style, locale);
    }

    public static String nameOfTime(String calendar, int field, int value, int style, Locale locale) {
        return name(OF_TIME, calendar, field, value, style, locale);
    }

    public static Map<String, Integer> namesOfTime(String calendar, int field, int style, Locale locale) {
        return names(OF_TIME, calendar, field, style, locale);
    }

    public static int firstDayOfWeek(Locale locale) {
        return ((int[]) WEEKS[Locales.index(locale)])[0];
    }

    public static int minimalDaysInFirstWeek(Locale locale) {
        return ((int[]) WEEKS[Locales.index(locale)])[1];
    }

    private CalendarTexts() {}
}
