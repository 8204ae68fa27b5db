/** Every kind of switch. */
public class Switching {
    enum Day {
        MONDAY, TUESDAY, SUNDAY {
            @Override
            boolean free() {
                return true;
            }
        };

        boolean free() {
            return false;
        }
    }

    sealed interface Shape permits Circle, Rectangle, Nothing {}

    record Circle(double radius) implements Shape {}

    record Rectangle(int width, int height) implements Shape {}

    enum Nothing implements Shape {
        NOTHING
    }

    record Pair(Object first, Object second) {}

    static String dense(int n) {
        switch (n) {
            case -1:
            case 0:
                return "low";
            case 1:
                n += 10;
            case 2:
                n += 100;
                break;
            case 3: {
                return "three";
            }
            default:
                n = -n;
            case 5:
                n++;
        }
        return "n" + n;
    }

    static int sparse(int n) {
        return switch (n) {
            case Integer.MIN_VALUE -> 1;
            case -1_000_000 -> 2;
            case 0 -> 3;
            case 0x7fff_fffe, Integer.MAX_VALUE -> 4;
            case 'x' -> 5;
            default -> n > 0 ? 6 : 7;
        };
    }

    static String text(String s) {
        return switch (s) {
            case "Aa" -> "first";
            case "BB" -> "collides";
            case "AaAa", "BBBB" -> "both";
            case "AaBB" -> "mixed";
            case "" -> "empty";
            case "\0" -> "nul";
            case "\ud800" -> "lone surrogate";
            case "\u00e9\u20ac\ud83d\ude00" -> "unicode";
            default -> "other " + s.length();
        };
    }

    static String character(char c, byte b, short s) {
        String result = switch (c) {
            case 'a', 'e', 'i', 'o', 'u' -> "vowel";
            case '\uffff' -> "last";
            default -> c < 'a' ? "small" : "consonant";
        };
        switch (b) {
            case Byte.MIN_VALUE -> result += "min";
            case Byte.MAX_VALUE -> result += "max";
            default -> {}
        }
        return result + switch (s) {
            case -1 -> 'm';
            case 300 -> {
                try {
                    yield (char) Integer.parseInt("x");
                } catch (NumberFormatException e) {
                    yield 'n';
                } finally {
                    result += "f";
                }
            }
            default -> '.';
        } + result.length();
    }

    static int days(Day day) {
        switch (day) {
            case MONDAY:
                return 1;
            case SUNDAY:
                return day.free() ? 7 : 0;
            default:
                return -1;
        }
    }

    static String shape(Shape shape) {
        return switch (shape) {
            case null -> "null";
            case Circle(double radius) when radius < 0 -> "negative";
            case Circle c -> "circle " + c.radius();
            case Rectangle(int width, int height) when width == height -> "square " + width;
            case Rectangle(var width, var height) -> width + " by " + height;
            case Nothing.NOTHING -> "nothing";
        };
    }

    static String object(Object o) {
        return switch (o) {
            case Integer i when i > 100 -> "big " + i;
            case Integer i -> "int " + i;
            case Long l -> "long " + l;
            case String s when s.isEmpty() -> "empty";
            case String s -> "string " + s;
            case Day d when d == Day.TUESDAY -> "tuesday";
            case Day d -> "day " + d.ordinal();
            case int[] array -> "ints " + array.length;
            case Object[] array -> "array " + array.length;
            case Pair(Pair(Integer a, var b), String c) -> "nested " + a + b + c;
            case Pair(var a, var b) -> "pair " + object(a) + object(b);
            case null, default -> "default " + (o == null);
        };
    }

    record Wide(long number, double fraction, boolean flag) {}

    static String components(Object o) {
        return switch (o) {
            case Wide(long n, double f, boolean b) when n == 1 -> "one " + f + b;
            case Wide(long n, double f, boolean b) when f > 2 -> "two " + n + b;
            case Wide(long n, double f, boolean b) when b -> "three " + n + f;
            case Wide(var n, var f, var b) -> "four";
            default -> "none";
        };
    }

    static String failing(Day day) {
        try {
            return switch (day) {
                case MONDAY -> "m";
                case TUESDAY -> throw new IllegalStateException("t");
                case SUNDAY -> "s";
            };
        } catch (IllegalStateException | NullPointerException e) {
            return e.getClass().getSimpleName();
        }
    }

    static long onTheStack(int n) {
        return 1000L * switch (n & 3) {
            case 0 -> 1;
            case 1 -> {
                int sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += switch (i % 3) {
                        case 0 -> 1;
                        case 1 -> 10;
                        default -> 100;
                    };
                }
                yield sum;
            }
            default -> n;
        } + switch (Integer.toString(n)) {
            case "5" -> 50L;
            default -> 7.9f > n ? 1 : 2;
        };
    }

    public static void main(String[] args) {
        for (int i = -3; i < 8; i++) {
            System.out.print(dense(i) + " ");
        }
        System.out.println();
        for (int i : new int[] {Integer.MIN_VALUE, -1_000_000, 0, 0x7fff_fffe, Integer.MAX_VALUE, 120, 121, -5}) {
            System.out.print(sparse(i) + " ");
        }
        System.out.println();
        String[] texts = {"Aa", "BB", "AaAa", "BBBB", "AaBB", "BBAa", "", "\0", "\ud800", "\udc00", "?", "\u00e9\u20ac\ud83d\ude00", "x"};
        for (String s : texts) {
            System.out.print(text(s) + ", ");
        }
        System.out.println();
        System.out.println(character('a', (byte) -128, (short) -1) + character('\uffff', (byte) 127, (short) 300) + character('Z', (byte) 0, (short) 0));
        for (Day day : Day.values()) {
            System.out.print(days(day) + failing(day) + " " + Day.valueOf(day.name()).free() + " ");
        }
        System.out.println(failing(null));
        Shape[] shapes = {null, new Circle(-1), new Circle(2), new Rectangle(3, 3), new Rectangle(3, 4), Nothing.NOTHING};
        for (Shape shape : shapes) {
            System.out.print(shape(shape) + ", ");
        }
        System.out.println();
        Object[] objects = {
            1, 1000, 5L, "", "s", Day.TUESDAY, Day.SUNDAY, new int[2], new String[3], new Pair(new Pair(1, 'b'), "c"), new Pair("a", null),
            new Pair(1, new Pair(null, 2)), null, 1.5
        };
        for (Object o : objects) {
            System.out.print(object(o) + ", ");
        }
        System.out.println();
        System.out.println(components(new Wide(1, 2, true)) + components(new Wide(2, 3, false)) + components(new Wide(2, 1, true))
                + components(new Wide(2, Double.NaN, false)) + components("x"));
        for (int i = 0; i < 14; i++) {
            System.out.print(onTheStack(i) + " ");
        }
        System.out.println();
        try {
            text(null);
        } catch (NullPointerException e) {
            System.out.println("null");
        }
    }
}
