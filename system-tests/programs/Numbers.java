/** Parsing and printing of numbers, boxes, limits. */
public class Numbers {
    private static void tryInt(String text, int radix) {
        try {
            System.out.print(Integer.parseInt(text, radix) + " ");
        } catch (NumberFormatException e) {
            System.out.println(e.getMessage());
        }
    }

    public static void main(String[] args) {
        for (String s : new String[] {"0", "-0", "+17", "2147483647", "-2147483648", "2147483648", "", "-", "1 ", "٣", "ff"}) {
            tryInt(s, 10);
        }
        tryInt("ff", 16);
        tryInt("-zz", 36);
        tryInt("102", 2);
        System.out.println();
        String[] doubles = {"0", "-0.0", "1e10", "1.7976931348623157e308", "4.9e-324", "1e400", "NaN", "-Infinity", " 12.5 ", "0x1p3", ".5", "5.", "1e-400",
            "123456789012345678901234567890", "0.1", "3.0e-5f", "2.2250738585072014E-308"};
        for (String s : doubles) {
            System.out.println(s + " " + Double.parseDouble(s) + " " + Float.parseFloat(s));
        }
        double[] values = {1, 0.1, 100, 1e6, 1e7, 12345678.9, 1e21, 1.0E-5, 0.001, 1.0 / 3, 2.0 / 3, 123456.789e-10, Double.MIN_NORMAL, 4.35, 1e23, 9007199254740993.0};
        for (double d : values) {
            System.out.println(d + " " + (float) d + " " + Double.toString(-d) + " " + Double.hashCode(d));
        }
        System.out.println(Long.parseLong("-9223372036854775808") + " " + Long.parseUnsignedLong("18446744073709551615") + " " + Long.toUnsignedString(-1));
        System.out.println(Integer.decode("0x1F") + " " + Integer.decode("-010") + " " + Integer.decode("#ff") + " " + Integer.valueOf("12", 5));
        System.out.println(Byte.parseByte("-128") + " " + Short.parseShort("7fff", 16) + " " + Boolean.parseBoolean("TRUE") + " " + Boolean.parseBoolean("yes"));
        System.out.println(Integer.MAX_VALUE + 1 + " " + Byte.MAX_VALUE + " " + Character.MAX_VALUE + 0 + " " + Float.MAX_VALUE + " " + Long.MIN_VALUE);
        System.out.println(Integer.compare(3, 5) + " " + Integer.valueOf(5).equals(5L) + " " + Double.valueOf("2.50") + " " + Long.valueOf(7).intValue());
        System.out.println(Integer.toString(-255, 16) + " " + Long.toString(1L << 40, 32) + " " + Integer.parseUnsignedInt("4294967295") + " " + Integer.toUnsignedLong(-1));
        System.out.println(Double.isFinite(1 / 0.0) + " " + Double.MIN_EXPONENT + " " + Math.ulp(1.0) + " " + Math.nextUp(1.0f) + " " + Math.getExponent(1024.5));
        System.out.println(0x7fff_ffff + 0b1010 + 017 + 1_000 + " " + 'a' + 1 + " " + (char) ('a' + 1) + " " + 1e-7f + " " + 100.0f + " " + 3.4e10f);
    }
}
