import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.lang3.ArrayUtils;
import org.apache.commons.lang3.BitField;
import org.apache.commons.lang3.BooleanUtils;
import org.apache.commons.lang3.CharSet;
import org.apache.commons.lang3.CharSetUtils;
import org.apache.commons.lang3.CharUtils;
import org.apache.commons.lang3.Conversion;
import org.apache.commons.lang3.IntegerRange;
import org.apache.commons.lang3.Range;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.Strings;
import org.apache.commons.lang3.Validate;
import org.apache.commons.lang3.builder.CompareToBuilder;
import org.apache.commons.lang3.builder.EqualsBuilder;
import org.apache.commons.lang3.builder.HashCodeBuilder;
import org.apache.commons.lang3.builder.ToStringBuilder;
import org.apache.commons.lang3.builder.ToStringStyle;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.commons.lang3.math.Fraction;
import org.apache.commons.lang3.math.NumberUtils;
import org.apache.commons.lang3.mutable.MutableInt;
import org.apache.commons.lang3.mutable.MutableObject;
import org.apache.commons.lang3.text.WordUtils;
import org.apache.commons.lang3.tuple.ImmutablePair;
import org.apache.commons.lang3.tuple.ImmutableTriple;
import org.apache.commons.lang3.tuple.Pair;
import org.apache.commons.lang3.tuple.Triple;

// library: org.apache.commons:commons-lang3
/** What programs take commons-lang for: strings, arrays, numbers, builders, ranges, tuples, checks. */
@SuppressWarnings("deprecation")
public class Utilities {
    private static final class Sensor implements Comparable<Sensor> {
        private final String name;
        private final int channel;
        private final double[] readings;

        Sensor(String name, int channel, double... readings) {
            this.name = name;
            this.channel = channel;
            this.readings = readings;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Sensor that
                    && new EqualsBuilder().append(name, that.name).append(channel, that.channel).append(readings, that.readings).isEquals();
        }

        @Override
        public int hashCode() {
            return new HashCodeBuilder(17, 37).append(name).append(channel).append(readings).toHashCode();
        }

        @Override
        public int compareTo(Sensor that) {
            return new CompareToBuilder().append(name, that.name).append(channel, that.channel).append(readings, that.readings).toComparison();
        }

        @Override
        public String toString() {
            return new ToStringBuilder(this, ToStringStyle.SHORT_PREFIX_STYLE).append("name", name).append("channel", channel)
                    .append("readings", readings).toString();
        }
    }

    public static void main(String[] arguments) {
        strings();
        characters();
        arrays();
        numbers();
        builders();
        tuples();
        ranges();
        failures();
    }

    private static void strings() {
        System.out.println(StringUtils.isBlank(" \t") + " " + StringUtils.isNumeric("123") + " " + StringUtils.isAlphaSpace("a b"));
        System.out.println(StringUtils.reverse("stressed") + " " + StringUtils.capitalize("äpfel") + " " + StringUtils.swapCase("Abc"));
        System.out.println(StringUtils.center("mid", 11, "*-") + "|" + StringUtils.leftPad("7", 3, '0') + "|" + StringUtils.repeat("ab", ",", 3));
        System.out.println(StringUtils.abbreviate("Now is the time for all good men", 18) + "|" + StringUtils.abbreviateMiddle("abcdefghij", "..", 6));
        System.out.println(StringUtils.substringBetween("[a][b]", "[", "]") + " " + Arrays.toString(StringUtils.substringsBetween("[a][b]", "[", "]")));
        System.out.println(StringUtils.getLevenshteinDistance("kitten", "sitting") + " " + StringUtils.getCommonPrefix("interview", "internet", "interval"));
        System.out.println(StringUtils.difference("i am a machine", "i am a robot") + " " + StringUtils.countMatches("abcabca", "abc"));
        System.out.println(Arrays.toString(StringUtils.splitByCharacterTypeCamelCase("ASFLicenseV2d0")) + Arrays.toString(StringUtils.split("a..b.c", '.')));
        System.out.println(StringUtils.replaceEach("abcde", new String[] {"ab", "d"}, new String[] {"w", "t"}));
        System.out.println(StringUtils.join(List.of(1, 2, 3), "; ") + " " + StringUtils.deleteWhitespace(" a\tb\nc ") + " " + StringUtils.normalizeSpace("  a   b  "));
        System.out.println(Strings.CI.contains("Hello World", "WORLD") + " " + Strings.CI.replace("aAbB", "a", "x") + " " + StringUtils.indexOfDifference("ab", "abxyz"));
        System.out.println(WordUtils.capitalizeFully("the qUICK brown") + "|" + WordUtils.wrap("Click here to jump to the commons website", 20).replace(System.lineSeparator(), "/"));
        System.out.println(StringUtils.wrap("x", '"') + StringUtils.unwrap("'y'", '\'') + StringUtils.rotate("abcdefg", 2) + StringUtils.truncate("abcdefg", 4));
    }

    private static void characters() {
        System.out.println(CharUtils.unicodeEscaped('ä') + " " + CharUtils.isAsciiPrintable('\t') + " " + CharSetUtils.count("hello", "k-p"));
        System.out.println(CharSetUtils.squeeze("hello", "k-p") + " " + CharSetUtils.delete("hello", "hl") + " " + CharSet.getInstance("a-e", "^c").contains('c'));
    }

    private static void arrays() {
        int[] numbers = {5, 3, 9, 1};
        ArrayUtils.reverse(numbers);
        System.out.println(Arrays.toString(ArrayUtils.add(numbers, 7)) + Arrays.toString(ArrayUtils.removeElement(numbers, 9)) + ArrayUtils.indexOf(numbers, 3));
        System.out.println(Arrays.toString(ArrayUtils.toObject(numbers)) + Arrays.toString(ArrayUtils.subarray(numbers, 1, 3)) + ArrayUtils.toString(new int[][] {{1}, {2, 3}}));
        String[] words = ArrayUtils.addAll(new String[] {"a", "b"}, "c", "d");
        ArrayUtils.shift(words, 1);
        ArrayUtils.swap(words, 0, 3);
        System.out.println(Arrays.toString(words) + ArrayUtils.isSorted(words) + ArrayUtils.contains(words, "b") + Arrays.toString(ArrayUtils.insert(2, words, "x", "y")));
        System.out.println(new TreeMap<>(ArrayUtils.toMap(new String[][] {{"red", "1"}, {"blue", "2"}})));
    }

    private static void numbers() {
        for (String text : List.of("12", "-0x1F", "1.5e3", "3.4f", "12345678901", "123456789012345678901", "1.1E-700F", "077", "1L", "abc", "--1", "0.1d")) {
            String created;
            try {
                Number number = NumberUtils.createNumber(text);
                created = number.getClass().getSimpleName() + " " + number;
            } catch (NumberFormatException e) {
                created = e.getMessage();
            }
            System.out.println(text + ": " + NumberUtils.isCreatable(text) + " " + NumberUtils.isParsable(text) + " " + created);
        }
        System.out.println(NumberUtils.toInt("x", -1) + " " + NumberUtils.max(3, 9, 4) + " " + NumberUtils.toScaledBigDecimal(2.345));
        Fraction third = Fraction.getFraction("1 1/3");
        System.out.println(third.multiplyBy(Fraction.getFraction(3, 8)).reduce() + " " + third.toProperString() + " " + Fraction.getFraction(0.3) + " " + third.pow(-2));
        System.out.println(BooleanUtils.toBoolean("yes") + " " + BooleanUtils.xor(new boolean[] {true, true, true}) + " " + BooleanUtils.toStringOnOff(false));
        System.out.println(new BitField(0xF0).getValue(0xAB) + " " + Conversion.intToHexDigit(11) + " " + Conversion.hexToInt("2A", 0, 0, 0, 2));
        MutableInt counter = new MutableInt(5);
        counter.add(3);
        System.out.println(counter.incrementAndGet() + " " + new MutableObject<>("held"));
    }

    private static void builders() {
        Sensor one = new Sensor("a", 1, 0.5, 1.5);
        Sensor same = new Sensor("a", 1, 0.5, 1.5);
        Sensor other = new Sensor("a", 2);
        System.out.println(one.equals(same) + " " + (one.hashCode() == same.hashCode()) + " " + one.hashCode() + " " + one.equals(other) + " " + one.compareTo(other));
        System.out.println(one + " " + other);
        System.out.println(new ToStringBuilder("x", ToStringStyle.JSON_STYLE).append("n", 1).append("t", "q\"uote").append("list", List.of(1, 2)).toString());
        System.out.println(new ToStringBuilder("x", ToStringStyle.NO_CLASS_NAME_STYLE).append("bytes", new byte[] {1, -1}).append("map", Map.of("k", 1)).toString());
    }

    private static void tuples() {
        Pair<String, Integer> pair = Pair.of("k", 1);
        Triple<Integer, String, Double> triple = Triple.of(1, "b", 2.5);
        System.out.println(pair + " " + triple + " " + pair.equals(Map.entry("k", 1)) + " " + pair.compareTo(ImmutablePair.of("k", 2)) + " " + ImmutableTriple.of(1, 2, 3).hashCode());
        System.out.println(pair.toString("%2$s=%1$s"));
    }

    private static void ranges() {
        Range<String> letters = Range.of("b", "y");
        IntegerRange numbers = IntegerRange.of(10, 20);
        System.out.println(letters.contains("a") + " " + letters + " " + numbers.intersectionWith(IntegerRange.of(15, 30)) + " " + numbers.fit(99) + " " + numbers.isOverlappedBy(IntegerRange.of(21, 22)));
        System.out.println(numbers.toString("%d..%d"));
    }

    private static void failures() {
        List<Runnable> checks = List.of(
                () -> Validate.isTrue(false, "must be greater than %d: %s", 5, "four"),
                () -> Validate.notEmpty(List.of()),
                () -> Validate.inclusiveBetween(1, 5, 6),
                () -> Validate.notNull(null, "the %s is missing", "thing"),
                () -> Validate.validIndex(new String[2], 2),
                () -> Validate.matchesPattern("abc", "\\d+"),
                () -> Fraction.getFraction(1, 0));
        for (Runnable check : checks) {
            try {
                check.run();
                System.out.println("passed");
            } catch (RuntimeException e) {
                System.out.println(ExceptionUtils.getMessage(e));
            }
        }
        Exception nested = new IllegalStateException("outer", new RuntimeException("middle", new ArithmeticException("inner")));
        System.out.println(ExceptionUtils.getRootCauseMessage(nested) + " " + ExceptionUtils.getThrowableCount(nested) + " " + ExceptionUtils.indexOfType(nested, RuntimeException.class));
    }
}
