import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;

/** java.time with zones, formatters and parsers, and the calendars that came before it. */
public class DatesAndTimes {
    private static final Locale[] LOCALES = {Locale.ROOT, Locale.ENGLISH, Locale.US};

    private static void zones() {
        for (String name : new String[] {"Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC", "Africa/Casablanca"}) {
            ZoneId zone = ZoneId.of(name);
            ZonedDateTime time = ZonedDateTime.of(2024, 3, 31, 1, 59, 0, 0, zone);
            System.out.println(time + " " + time.plusMinutes(1) + " " + time.plusMonths(7) + " " + time.withZoneSameInstant(ZoneOffset.UTC)
                    + " " + zone.getRules().isDaylightSavings(time.toInstant()) + " " + zone.getRules().nextTransition(Instant.EPOCH)
                    + " " + zone.getRules().getOffset(Instant.ofEpochSecond(-3_000_000_000L)));
            for (Locale locale : LOCALES) {
                System.out.println(zone.getDisplayName(TextStyle.FULL, locale) + " " + zone.getDisplayName(TextStyle.SHORT, locale)
                        + " " + time.format(DateTimeFormatter.ofPattern("zzz zzzz VV xxx XXX O OOOO", locale)));
            }
        }
        for (String name : new String[] {"Nowhere/At_All", "Europe/", "+18:01", "UTC+1", "GMT-2", "Z", ""}) {
            try {
                System.out.println(ZoneId.of(name) + " " + ZoneId.of(name).normalized());
            } catch (DateTimeException e) {
                System.out.println(e);
            }
        }
    }

    private static void patterns() {
        ZonedDateTime time = ZonedDateTime.of(2024, 2, 9, 15, 4, 5, 678_901_234, ZoneId.of("Europe/Berlin"));
        for (Locale locale : LOCALES) {
            for (String pattern : new String[] {"uuuu-MM-dd HH:mm:ss.SSS", "EEEE, d MMMM yyyy h:mm a", "EEE d MMM yy GGG", "EEEEE LLLLL QQQQ qqq w W e c", "D DDD A N n k K", "'at' hh 'o''clock'", "GGGG B".substring(0, 4)}) {
                System.out.println(time.format(DateTimeFormatter.ofPattern(pattern, locale)));
            }
            for (FormatStyle style : FormatStyle.values()) {
                System.out.println(time.format(DateTimeFormatter.ofLocalizedDateTime(style).withLocale(locale)));
                System.out.println(time.format(DateTimeFormatter.ofLocalizedDate(style).withLocale(locale)));
            }
            System.out.println(Month.MAY.getDisplayName(TextStyle.FULL, locale) + DayOfWeek.SUNDAY.getDisplayName(TextStyle.NARROW, locale)
                    + WeekFields.of(locale) + time.get(WeekFields.of(locale).weekOfWeekBasedYear()));
        }
        for (DateTimeFormatter formatter : new DateTimeFormatter[] {DateTimeFormatter.ISO_DATE_TIME, DateTimeFormatter.ISO_WEEK_DATE, DateTimeFormatter.ISO_ORDINAL_DATE,
            DateTimeFormatter.RFC_1123_DATE_TIME, DateTimeFormatter.BASIC_ISO_DATE, DateTimeFormatter.ISO_INSTANT, DateTimeFormatter.ISO_OFFSET_TIME}) {
            System.out.println(time.format(formatter));
        }
    }

    private static void parse(String text, String pattern, Locale locale) {
        try {
            System.out.println(DateTimeFormatter.ofPattern(pattern, locale).withResolverStyle(ResolverStyle.STRICT).parse(text));
        } catch (DateTimeParseException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void parsers() {
        parse("29/02/2024", "dd/MM/uuuu", Locale.ROOT);
        parse("29/02/2023", "dd/MM/uuuu", Locale.ROOT);
        parse("Friday 9 February 2024", "EEEE d MMMM uuuu", Locale.ENGLISH);
        parse("Monday 9 February 2024", "EEEE d MMMM uuuu", Locale.ENGLISH);
        parse("9 Feb 24 3:04 PM", "d MMM uu h:mm a", Locale.US);
        parse("2024-02-09T15:04[Europe/Berlin]", "uuuu-MM-dd'T'HH:mm'['VV']'", Locale.ROOT);
        parse("15:04 +0130", "HH:mm xx", Locale.ROOT);
        parse("12:61", "HH:mm", Locale.ROOT);
        System.out.println(Instant.parse("2024-01-01T00:00:00.5Z").toEpochMilli() + " " + OffsetDateTime.parse("2024-01-01T00:00+02:00").toInstant()
                + " " + ZonedDateTime.parse("2024-07-01T00:00+02:00[Europe/Berlin]") + " " + LocalTime.parse("23:59:59.999").plusNanos(1_000_000));
        System.out.println(Duration.parse("PT-1H30M").negated() + " " + Period.parse("P1Y2M3W4D").normalized() + " " + YearMonth.parse("2024-02").lengthOfMonth() + Year.of(1900).isLeap());
        try {
            LocalDate.parse("2023-02-30");
        } catch (DateTimeParseException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void arithmetic() {
        LocalDate date = LocalDate.of(2024, 1, 31);
        System.out.println(date.plusMonths(1) + " " + date.with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)) + " " + ChronoUnit.WEEKS.between(date, date.plusYears(1))
                + " " + date.until(LocalDate.of(2025, 3, 1)) + " " + date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) + " " + date.get(IsoFields.QUARTER_OF_YEAR));
        System.out.println(LocalDateTime.of(date, LocalTime.NOON).truncatedTo(ChronoUnit.DAYS) + " " + Duration.between(LocalTime.MIN, LocalTime.MAX).toMillis()
                + " " + Instant.ofEpochSecond(253402300799L) + " " + LocalDate.MIN + " " + Instant.MAX);
    }

    private static void calendars() {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("Europe/Berlin"), Locale.ROOT);
        calendar.setTimeInMillis(1_700_000_000_123L);
        System.out.println(calendar.get(Calendar.HOUR_OF_DAY) + " " + calendar.get(Calendar.WEEK_OF_YEAR) + " " + calendar.get(Calendar.DST_OFFSET) + " " + calendar.getFirstDayOfWeek());
        calendar.add(Calendar.MONTH, 5);
        calendar.roll(Calendar.DAY_OF_MONTH, 20);
        System.out.println(calendar.getTimeInMillis() + " " + calendar.getActualMaximum(Calendar.DAY_OF_MONTH) + " " + calendar.getDisplayName(Calendar.MONTH, Calendar.LONG, Locale.US));
        calendar.set(1500, Calendar.FEBRUARY, 29);
        System.out.println(calendar.getTimeInMillis() + " " + calendar.toInstant());
        System.out.println(String.format(Locale.ROOT, "%1$tF %1$tT.%1$tL %1$tY %1$tB %1$tA %1$tj %1$tp %1$ts %1$tz %1$tZ %1$tc %1$tD %1$tr", calendar));
        System.out.println(String.format(Locale.US, "%1$tF %1$tT %1$tB %1$ta", LocalDateTime.of(2024, 1, 2, 3, 4, 5)));
        TimeZone zone = TimeZone.getTimeZone("America/Sao_Paulo");
        System.out.println(zone.getID() + zone.getRawOffset() + zone.inDaylightTime(new Date(1_500_000_000_000L)) + zone.getDisplayName(Locale.US) + TimeZone.getTimeZone("GMT+2:30").getID());
        System.out.println(new Date(0).getTime() + " " + new Date(86_400_000).after(new Date(0)) + " " + new Date(5).toInstant());
    }

    public static void main(String[] args) {
        zones();
        patterns();
        parsers();
        arithmetic();
        calendars();
    }
}
