package ristretto.runtime.jdk;

import java.time.chrono.Chronology;
import java.time.format.FormatStyle;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import ristretto.runtime.Alias;
import ristretto.runtime.Delete;
import ristretto.runtime.Substitute;
import ristretto.runtime.platform.Clock;
import ristretto.runtime.text.Patterns;
import ristretto.runtime.text.Zones;

/** {@code java.time} and time zones with the zones and texts that are part of the image. Where a process runs it is UTC. */
final class TimeSubstitute {

    @Substitute("java.util.TimeZone")
    static final class TimeZones {
        @Alias("defaultTimeZone")
        static native void setDefault(TimeZone zone);

        static TimeZone setDefaultZone() {
            TimeZone zone = TimeZone.getTimeZone("UTC");
            setDefault(zone);
            return zone;
        }

        private TimeZones() {}
    }

    @Substitute("sun.util.calendar.ZoneInfoFile")
    static final class ZoneFile {

        static Object getZoneInfo(String name) {
            return name == null ? null : Zones.timeZoneOf(name);
        }

        static String[] getZoneIds() {
            return Zones.timeZoneNames().stream().sorted().toArray(String[]::new);
        }

        static String[] getZoneIds(int offset) {
            return zoneIds(offset).toArray(String[]::new);
        }

        static Stream<String> zoneIds() {
            return Zones.timeZoneNames().stream().sorted();
        }

        static Stream<String> zoneIds(int offset) {
            return zoneIds().filter(name -> Zones.timeZoneOf(name).getRawOffset() == offset);
        }

        static Map<String, String> getAliasMap() {
            return new HashMap<>();
        }

        private ZoneFile() {}
    }

    @Substitute("sun.util.calendar.CalendarSystem")
    static final class Systems {
        @Alias("getGregorianCalendar")
        static native Object gregorian();

        static Object forName(String name) {
            return switch (name) {
                case "gregorian" -> gregorian();
                case "julian" -> JulianSystem.make();
                default -> throw new UnsupportedOperationException("the calendar " + name + " is not part of an image");
            };
        }

        private Systems() {}
    }

    @Substitute("sun.util.calendar.JulianCalendar")
    static final class JulianSystem {
        @Alias("new")
        static native Object make();

        private JulianSystem() {}
    }

    @Substitute("java.time.zone.ZoneRulesProvider")
    static final class Rules {

        static ZoneRules getRules(String name, boolean isForCaching) {
            ZoneRules rules = Zones.rulesOf(Objects.requireNonNull(name, "zoneId"));
            if (rules == null) {
                throw new ZoneRulesException("Unknown time-zone ID: " + name);
            }
            return rules;
        }

        static Set<String> getAvailableZoneIds() {
            return Zones.ruleNames();
        }

        @Delete("zones come with the image, in one version")
        static native NavigableMap<String, ZoneRules> getVersions(String name);

        @Delete("zones come with the image, from the JDK that builds it")
        static native void registerProvider(ZoneRulesProvider provider);

        private Rules() {}
    }

    @Substitute("java.time.format.DateTimeTextProvider")
    static final class Texts {

        static Object getLocalizedResource(String key, Locale locale) {
            return Patterns.timeText(key, locale);
        }

        private Texts() {}
    }

    @Substitute("java.time.format.DateTimeFormatterBuilder$DayPeriod")
    static final class DayPeriods {

        static Map<?, Long> getDayPeriodMap(Locale locale) {
            throw new UnsupportedOperationException("periods of the day (pattern letter B) are not part of an image");
        }

        private DayPeriods() {}
    }

    @Substitute("java.time.format.DateTimeFormatterBuilder")
    static final class Builders {

        static String getLocalizedDateTimePattern(
                FormatStyle dateStyle, FormatStyle timeStyle, Chronology chronology, Locale locale) {
            Objects.requireNonNull(locale, "locale");
            Objects.requireNonNull(chronology, "chrono");
            if (dateStyle == null && timeStyle == null) {
                throw new IllegalArgumentException("Either dateStyle or timeStyle must be non-null");
            }
            return Patterns.ofTime(dateStyle, timeStyle, locale);
        }

        static String getLocalizedDateTimePattern(String template, Chronology chronology, Locale locale) {
            throw new UnsupportedOperationException(
                    "patterns made from a template need locale data that is not part of an image: write the pattern out");
        }

        private Builders() {}
    }

    @Substitute("jdk.internal.misc.VM")
    static final class Machine {
        private static final long NANOSECONDS = 1_000_000_000;

        static long getNanoTimeAdjustment(long seconds) {
            return Clock.sinceEpochNanoseconds() - seconds * NANOSECONDS;
        }

        private Machine() {}
    }

    private TimeSubstitute() {}
}
