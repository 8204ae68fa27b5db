package ristretto.test.templates;

import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers as text and back: for each conversion a hash over very many values, printed at intervals, and the corners in full. */
final class NumberTextPrograms {
    private record Conversion(String name, int count, String body) {}

    private static final String CORNERS =
            "long[] corners = {0, 1, -1, 9, 10, -10, 127, 128, 255, 256, 32767, 32768, 65535, 65536, 99999, 100000, "
                    + "Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 32, 999999999999L, Long.MAX_VALUE, Long.MIN_VALUE, Double.doubleToLongBits(0.1), "
                    + "Double.doubleToLongBits(1e23), Double.doubleToLongBits(-5e-324), Double.doubleToLongBits(9007199254740993d), "
                    + "Double.doubleToLongBits(2.2250738585072014e-308), Double.doubleToLongBits(0.5), Double.doubleToLongBits(2.5), Double.doubleToLongBits(1.005), "
                    + "Double.doubleToLongBits(9.995), Double.doubleToLongBits(1e7), Double.doubleToLongBits(123456.789), Double.doubleToLongBits(Double.NaN), "
                    + "Double.doubleToLongBits(Double.NEGATIVE_INFINITY), Double.doubleToLongBits(-0.0)};";

    private static final Conversion[] CONVERSIONS = {
        new Conversion("IntToString", 1_000_000, "Integer.toString((int) v)"),
        new Conversion("LongToString", 500_000, "Long.toString(v)"),
        new Conversion("DoubleToString", 300_000, "Double.toString(Double.longBitsToDouble(v))"),
        new Conversion("DoubleNearOneToString", 300_000, "Double.toString(1 + (int) v * 1e-7)"),
        new Conversion("FloatToString", 500_000, "Float.toString(Float.intBitsToFloat((int) v))"),
        new Conversion(
                "IntToHexAndBack",
                300_000,
                "Integer.toHexString((int) v) + (Integer.parseUnsignedInt(Integer.toHexString((int) v), 16) == (int) v)"),
        new Conversion(
                "LongInRadix",
                100_000,
                "Long.toString(v, (int) (v & 31) + 5) + Long.parseLong(Long.toString(v, 36), 36)"),
        new Conversion(
                "LongUnsigned",
                200_000,
                "Long.toUnsignedString(v) + Long.parseUnsignedLong(Long.toUnsignedString(v)) + Integer.toUnsignedString((int) v)"),
        new Conversion("IntToBinaryAndOctal", 100_000, "Integer.toBinaryString((int) v) + Long.toOctalString(v)"),
        new Conversion(
                "IntParse",
                500_000,
                "\"\" + (Integer.parseInt(\"\" + (int) v) + Integer.parseInt(\"+\" + ((int) v >>> 1)))"),
        new Conversion("LongParse", 300_000, "\"\" + Long.parseLong(\"\" + v)"),
        new Conversion(
                "DoubleParse",
                100_000,
                "\"\" + Double.doubleToLongBits(Double.parseDouble(Double.longBitsToDouble(v) + \"\"))"),
        new Conversion(
                "DoubleParseDecimal",
                100_000,
                "\"\" + Double.doubleToLongBits(Double.parseDouble((v >> 20) + \".\" + (v & 0xfffff) + \"e\" + (int) (v >> 56)))"),
        new Conversion(
                "FloatParse",
                100_000,
                "\"\" + Float.floatToIntBits(Float.parseFloat((v >> 30) + \".\" + (v & 0xfff) + \"e\" + (int) (v >> 59)))"),
        new Conversion(
                "HexFloat",
                50_000,
                "Double.toHexString(Double.longBitsToDouble(v)) + Double.parseDouble(Double.toHexString(Double.longBitsToDouble(v)))"),
        new Conversion(
                "FormatFixed",
                8_000,
                "String.format(\"%.3f|%10.1f|%-9.0f|%+,.2f\", (int) v * 0.001, (int) v / 7.0, (double) (short) v, v * 1e-6)"),
        new Conversion(
                "FormatScientific",
                8_000,
                "String.format(\"%e|%.2E|%12.4e\", Double.longBitsToDouble(v), (double) v, (int) v * 1e-3)"),
        new Conversion(
                "FormatGeneral",
                8_000,
                "String.format(\"%g|%.3g|%12.5G\", (int) v * 1e-5, (double) v, (short) v * 0.01)"),
        new Conversion(
                "FormatWhole",
                8_000,
                "String.format(\"%d|%08d|%,d|%(d|% d|%+d|%-12d|\", v, (int) v, v, (int) v, (short) v, (byte) v, v)"),
        new Conversion("FormatHex", 8_000, "String.format(\"%x|%X|%#o|%016x|%h\", v, (int) v, (short) v, v, (int) v)"),
        new Conversion(
                "FormatText",
                8_000,
                "String.format(\"%5s|%-8.3s|%c|%b|%S|%2$s|%%|%n\", (byte) v, \"text\" + v, (char) ('a' + (v & 15)), v > 0, v % 2 == 0 ? null : \"up\")"),
        new Conversion(
                "BigIntegerText",
                3_000,
                "new java.math.BigInteger(\"\" + v).pow(5).toString() + new java.math.BigInteger(\"\" + v).multiply(java.math.BigInteger.valueOf(v >> 3)).toString(16)"),
        new Conversion(
                "BigDecimalText",
                3_000,
                "java.math.BigDecimal.valueOf(v, (int) (v & 63) - 20).toString() + java.math.BigDecimal.valueOf(v, 7).setScale(2, java.math.RoundingMode.HALF_EVEN).toPlainString()"),
        new Conversion(
                "BigDecimalDivision",
                3_000,
                "java.math.BigDecimal.valueOf(v, 5).divide(java.math.BigDecimal.valueOf((v >> 40) | 1), java.math.MathContext.DECIMAL64).stripTrailingZeros().toEngineeringString()"),
        new Conversion(
                "BigDecimalOfDouble",
                2_000,
                "Double.isFinite(Double.longBitsToDouble(v)) ? new java.math.BigDecimal((int) v * 0.1).toString() : \"none\""),
        new Conversion(
                "RoundAndCast",
                300_000,
                "\"\" + Math.round((int) v * 0.25) + Math.round((int) v * 0.5f) + (int) Double.longBitsToDouble(v) + (long) Float.intBitsToFloat((int) v) + Math.rint((int) v * 0.25)"),
        new Conversion(
                "CharacterNames",
                100_000,
                "Character.toString((int) ((v >>> 1) % 0x110000)).length() + Character.toChars((int) ((v >>> 3) % 0xd800))[0] + \"\""),
    };

    private static final String FRAME = """
            package numbertexts;

            public class %1$s {
                static String text(long v) { return %2$s; }

                public static void main(String[] arguments) {
                    %3$s
                    for (long v : corners) {
                        try { System.out.println(text(v)); } catch (RuntimeException e) { System.out.println(e); }
                    }
                    long state = 42;
                    int hash = 0;
                    for (int i = 1; i <= %4$d; i++) {
                        state ^= state << 13;
                        state ^= state >>> 7;
                        state ^= state << 17;
                        hash = hash * 31 + text(i %% 3 == 0 ? state : i %% 3 == 1 ? state >> (i & 63) : i).hashCode();
                        if (i %% %5$d == 0) { System.out.println(i + " " + Integer.toHexString(hash)); }
                    }
                }
            }
            """;

    static Map<String, String> all() {
        Map<String, String> programs = new LinkedHashMap<>();
        for (Conversion one : CONVERSIONS) {
            programs.put(
                    "numbertexts." + one.name(),
                    FRAME.formatted(one.name(), one.body(), CORNERS, one.count(), one.count() / 20));
        }
        return programs;
    }

    private NumberTextPrograms() {}
}
