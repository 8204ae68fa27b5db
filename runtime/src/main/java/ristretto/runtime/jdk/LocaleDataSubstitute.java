package ristretto.runtime.jdk;

import java.text.DateFormat;
import java.text.DateFormatSymbols;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.ListFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.util.Calendar;
import java.util.Currency;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import ristretto.runtime.Alias;
import ristretto.runtime.Substitute;
import ristretto.runtime.text.CalendarTexts;
import ristretto.runtime.text.Patterns;
import ristretto.runtime.text.Prototypes;
import ristretto.runtime.text.Zones;

/** {@code java.text} and calendars with the texts of three locales, in place of providers, bundles and their search. */
final class LocaleDataSubstitute {

    @Substitute("sun.util.locale.provider.CalendarDataUtility")
    static final class CalendarData {

        static int retrieveFirstDayOfWeek(Locale locale) {
            return CalendarTexts.firstDayOfWeek(locale);
        }

        static int retrieveMinimalDaysInFirstWeek(Locale locale) {
            return CalendarTexts.minimalDaysInFirstWeek(locale);
        }

        static String retrieveFieldValueName(String calendar, int field, int value, int style, Locale locale) {
            return CalendarTexts.nameOfCalendar(calendar, field, value, style, locale);
        }

        static Map<String, Integer> retrieveFieldValueNames(String calendar, int field, int style, Locale locale) {
            return CalendarTexts.namesOfCalendar(calendar, field, style, locale);
        }

        static String retrieveJavaTimeFieldValueName(String calendar, int field, int value, int style, Locale locale) {
            return CalendarTexts.nameOfTime(calendar, field, value, style, locale);
        }

        static Map<String, Integer> retrieveJavaTimeFieldValueNames(
                String calendar, int field, int style, Locale locale) {
            return CalendarTexts.namesOfTime(calendar, field, style, locale);
        }

        static Locale findRegionOverride(Locale locale) {
            return locale;
        }

        private CalendarData() {}
    }

    @Substitute("sun.util.locale.provider.TimeZoneNameUtility")
    static final class ZoneNames {

        static String[][] getZoneStrings(Locale locale) {
            return Zones.allDisplayNames(locale);
        }

        static String[] retrieveDisplayNames(String zone, Locale locale) {
            return Zones.displayNames(zone, locale);
        }

        static String retrieveGenericDisplayName(String zone, int style, Locale locale) {
            String[] names = Zones.displayNames(zone, locale);
            return names == null ? null : names[style == TimeZone.LONG ? 5 : 6];
        }

        static String retrieveDisplayName(String zone, boolean isSummer, int style, Locale locale) {
            String[] names = Zones.displayNames(zone, locale);
            return names == null ? null : names[(isSummer ? 3 : 1) + (style == TimeZone.LONG ? 0 : 1)];
        }

        private ZoneNames() {}
    }

    @Substitute("java.util.Calendar")
    static final class Calendars {

        static Calendar createCalendar(TimeZone zone, Locale locale) {
            return new GregorianCalendar(zone, locale);
        }

        static TimeZone defaultTimeZone(Locale locale) {
            return TimeZone.getDefault();
        }

        private Calendars() {}
    }

    @Substitute("java.text.DecimalFormatSymbols")
    static final class DecimalSymbols {
        @Alias("locale")
        static native void setLocale(DecimalFormatSymbols self, Locale locale);

        @Alias("currencyInitialized")
        static native void setHasCurrency(DecimalFormatSymbols self, boolean has);

        static DecimalFormatSymbols getInstance(Locale locale) {
            DecimalFormatSymbols symbols = Prototypes.decimalSymbolsOf(locale);
            setLocale(symbols, locale);
            return symbols;
        }

        static void initialize(DecimalFormatSymbols self, Locale locale) {
            DecimalFormatSymbols from = Prototypes.decimalSymbolsOf(locale);
            setLocale(self, locale);
            setHasCurrency(self, true);
            self.setZeroDigit(from.getZeroDigit());
            self.setGroupingSeparator(from.getGroupingSeparator());
            self.setDecimalSeparator(from.getDecimalSeparator());
            self.setPerMill(from.getPerMill());
            self.setPercent(from.getPercent());
            self.setDigit(from.getDigit());
            self.setPatternSeparator(from.getPatternSeparator());
            self.setInfinity(from.getInfinity());
            self.setNaN(from.getNaN());
            self.setMinusSign(from.getMinusSign());
            self.setCurrency(from.getCurrency());
            self.setCurrencySymbol(from.getCurrencySymbol());
            self.setMonetaryDecimalSeparator(from.getMonetaryDecimalSeparator());
            self.setMonetaryGroupingSeparator(from.getMonetaryGroupingSeparator());
            self.setExponentSeparator(from.getExponentSeparator());
            setExponential(self, 'E');
        }

        @Alias("exponential")
        static native void setExponential(DecimalFormatSymbols self, char exponential);

        static void initializeCurrency(DecimalFormatSymbols self, Locale locale) {
            setHasCurrency(self, true);
        }

        private DecimalSymbols() {}
    }

    @Substitute("java.text.DateFormatSymbols")
    static final class DateSymbols {
        @Alias("locale")
        static native void setLocale(DateFormatSymbols self, Locale locale);

        @Alias("copyMembers")
        static native void copyMembers(DateFormatSymbols self, DateFormatSymbols from, DateFormatSymbols to);

        static DateFormatSymbols getProviderInstance(Locale locale) {
            DateFormatSymbols symbols = Prototypes.dateSymbolsOf(locale);
            setLocale(symbols, locale);
            return symbols;
        }

        static void initializeData(DateFormatSymbols self, Locale locale) {
            copyMembers(self, Prototypes.dateSymbolsOf(locale), self);
            setLocale(self, locale);
        }

        private DateSymbols() {}
    }

    @Substitute("java.text.NumberFormat")
    static final class Numbers {
        private static final int CURRENCY = 1;
        private static final int PERCENT = 2;
        private static final int INTEGER = 4;
        private static final int COMPACT = 5;

        static NumberFormat getInstance(Locale locale, NumberFormat.Style style, int choice) {
            return switch (choice) {
                case CURRENCY -> Prototypes.currency(locale);
                case PERCENT -> Prototypes.percent(locale);
                case INTEGER -> Prototypes.integer(locale);
                case COMPACT ->
                    throw new UnsupportedOperationException("compact number formats are not part of an image");
                default -> Prototypes.number(locale);
            };
        }

        private Numbers() {}
    }

    @Substitute("java.text.DecimalFormat")
    static final class Decimals {
        @Alias("symbols")
        static native void setSymbols(DecimalFormat self, DecimalFormatSymbols symbols);

        @Alias("<init>")
        static void init_(DecimalFormat self) {
            start(self, "", DecimalFormatSymbols.getInstance(Locale.getDefault()));
            self.applyPattern(((DecimalFormat) Prototypes.number(Locale.getDefault())).toPattern());
        }

        @Alias("<init>")
        static native void start(DecimalFormat self, String pattern, DecimalFormatSymbols symbols);

        private Decimals() {}
    }

    @Substitute("java.text.DateFormat")
    static final class Dates {

        static DateFormat get(int timeStyle, int dateStyle, int flags, Locale locale) {
            boolean hasTime = (flags & 1) != 0;
            boolean hasDate = (flags & 2) != 0;
            if (hasTime && (timeStyle < 0 || timeStyle > 3)) {
                throw new IllegalArgumentException("Illegal time style " + timeStyle);
            }
            if (hasDate && (dateStyle < 0 || dateStyle > 3)) {
                throw new IllegalArgumentException("Illegal date style " + dateStyle);
            }
            return new SimpleDateFormat(
                    Patterns.ofCalendar(hasDate ? dateStyle : -1, hasTime ? timeStyle : -1, locale), locale);
        }

        private Dates() {}
    }

    @Substitute("java.text.SimpleDateFormat")
    static final class SimpleDates {

        @Alias("<init>")
        static void init_(SimpleDateFormat self) {
            Locale locale = Locale.getDefault();
            start(self, Patterns.ofCalendar(DateFormat.SHORT, DateFormat.SHORT, locale), locale);
        }

        @Alias("<init>")
        static native void start(SimpleDateFormat self, String pattern, Locale locale);

        private SimpleDates() {}
    }

    @Substitute("java.util.Currency")
    static final class Currencies {

        static String getSymbol(Currency self, Locale locale) {
            return Prototypes.currencySymbol(self.getCurrencyCode(), locale);
        }

        static String getDisplayName(Currency self, Locale locale) {
            throw new UnsupportedOperationException(
                    "names of currencies are not part of an image: use getCurrencyCode");
        }

        private Currencies() {}
    }

    @Substitute("java.text.ListFormat")
    static final class Lists {

        static ListFormat getInstance(Locale locale, ListFormat.Type type, ListFormat.Style style) {
            throw new UnsupportedOperationException("formats of lists are not part of an image");
        }

        private Lists() {}
    }

    private LocaleDataSubstitute() {}
}
