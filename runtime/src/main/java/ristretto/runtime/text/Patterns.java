package ristretto.runtime.text;

import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Patterns of dates and times by style and locale, and other texts of java.time; from the JDK that builds. */
public final class Patterns {
    private static final int STYLES = 4;

    /** By locale, date style + 1 and time style + 1, where -1 means without. */
    private static final Object[] OF_CALENDAR = Locales.each(locale -> {
        String[] patterns = new String[(STYLES + 1) * (STYLES + 1)];
        for (int date = -1; date < STYLES; date++) {
            for (int time = -1; time < STYLES; time++) {
                DateFormat format = date < 0 && time < 0
                        ? null
                        : date < 0
                                ? DateFormat.getTimeInstance(time, locale)
                                : time < 0
                                        ? DateFormat.getDateInstance(date, locale)
                                        : DateFormat.getDateTimeInstance(date, time, locale);
                patterns[place(date, time)] = format == null ? null : ((SimpleDateFormat) format).toPattern();
            }
        }
        return patterns;
    });

    private static final Object[] OF_TIME = Locales.each(locale -> {
        String[] patterns = new String[(STYLES + 1) * (STYLES + 1)];
        for (int date = -1; date < STYLES; date++) {
            for (int time = -1; time < STYLES; time++) {
                patterns[place(date, time)] = date < 0 && time < 0
                        ? null
                        : DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                                style(date), style(time), IsoChronology.INSTANCE, locale);
            }
        }
        return patterns;
    });

    private static final String[] TIME_KEYS = {
        "QuarterNames",
        "standalone.QuarterNames",
        "QuarterAbbreviations",
        "standalone.QuarterAbbreviations",
        "QuarterNarrows",
        "standalone.QuarterNarrows",
        "timezone.gmtZeroFormat",
        "timezone.gmtFormat",
        "timezone.hourFormat"
    };

    private static final Object[] TIME_TEXTS = Locales.each(locale -> {
        Object[] texts = new Object[TIME_KEYS.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = HostLocales.timeResource(TIME_KEYS[i], locale);
        }
        return texts;
    });

    private static FormatStyle style(int style) {
        return style < 0 ? null : FormatStyle.values()[style];
    }

    private static int place(int date, int time) {
        return (date + 1) * (STYLES + 1) + time + 1;
    }

    /** Styles of DateFormat, -1: without. */
    public static String ofCalendar(int dateStyle, int timeStyle, Locale locale) {
        return ((String[]) OF_CALENDAR[Locales.index(locale)])[place(dateStyle, timeStyle)];
    }

    /** Null: without. */
    public static String ofTime(FormatStyle dateStyle, FormatStyle timeStyle, Locale locale) {
        int date = dateStyle == null ? -1 : dateStyle.ordinal();
        int time = timeStyle == null ? -1 : timeStyle.ordinal();
        return ((String[]) OF_TIME[Locales.index(locale)])[place(date, time)];
    }

    /** A text, or array of texts, of the JDK's bundle for java.time; null: it has none. */
    public static Object timeText(String key, Locale locale) {
        for (int i = 0; i < TIME_KEYS.length; i++) {
            if (TIME_KEYS[i].equals(key)) {
                return ((Object[]) TIME_TEXTS[Locales.index(locale)])[i];
            }
        }
        throw new UnsupportedOperationException("the text " + key + " is not part of an image");
    }

    private Patterns() {}
}
