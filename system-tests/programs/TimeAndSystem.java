import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;

/** Clocks go forward, properties are there, dates are computed. */
public class TimeAndSystem {
    public static void main(String[] args) {
        long start = System.nanoTime();
        long millis = System.currentTimeMillis();
        int work = 0;
        while (System.nanoTime() == start) {
            work++;
        }
        System.out.println((System.nanoTime() > start) + " " + (System.currentTimeMillis() >= millis) + " " + (work >= 0));
        System.out.println(System.lineSeparator().length() + System.getProperty("file.separator") + System.getProperty("no.such.property", "default")
                + System.getProperty("java.specification.version"));
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        System.out.println((runtime.freeMemory() > 0) + " " + (runtime.totalMemory() >= runtime.freeMemory()) + " " + (runtime.availableProcessors() >= 1));
        Object object = new Object();
        System.out.println((System.identityHashCode(object) == object.hashCode()) + " " + System.identityHashCode(null) + " " + object.equals(new Object()));
        LocalDate date = LocalDate.of(2024, Month.FEBRUARY, 28).plusDays(2);
        System.out.println(date + " " + date.isLeapYear() + " " + date.getDayOfWeek() + " " + date.plusMonths(12).lengthOfMonth() + " " + DayOfWeek.FRIDAY.plus(3));
        System.out.println(Duration.ofSeconds(3725).plusMillis(5) + " " + Duration.ofMinutes(90).toHours() + " " + date.toEpochDay());
    }
}
