/** Switches over strings, characters, boxed numbers and sparse ints, with fall through. */
public class StringSwitch {
    private static int text(String s) {
        switch (s) {
            case "Aa":
            case "BB":
                return 1;
            case "one":
                return 11;
            case "":
                return 0;
            case "long string with spaces":
                return 99;
            default:
                return -1;
        }
    }

    private static String fallThrough(int i) {
        StringBuilder result = new StringBuilder();
        switch (i) {
            case 1:
                result.append("one ");
            case 2:
                result.append("two ");
                break;
            case 1000000:
                result.append("million ");
            default:
                result.append("default ");
            case -5:
                result.append("minus five ");
        }
        return result.toString();
    }

    private static String character(char c) {
        return switch (c) {
            case 'a', 'e', 'i', 'o', 'u' -> "vowel";
            case 'y' -> "sometimes";
            default -> Character.isLetter(c) ? "consonant" : "none";
        };
    }

    private static int boxed(Integer i) {
        return switch (i) {
            case 1, 2, 3 -> i * 10;
            default -> i;
        };
    }

    public static void main(String[] args) {
        for (String s : new String[] {"Aa", "BB", "AaBB", "one", "", "long string with spaces", "ONE"}) {
            System.out.print(text(s) + " ");
        }
        System.out.println();
        for (int i : new int[] {1, 2, 3, 1000000, -5, Integer.MIN_VALUE}) {
            System.out.println(i + ": " + fallThrough(i));
        }
        for (char c : "aby9 ".toCharArray()) {
            System.out.print(character(c) + " ");
        }
        System.out.println(boxed(2) + " " + boxed(4));
        String block = """
                A text block
                  indented "quotes" \
                joined
                tab\there \u00e9
                """;
        System.out.print(block);
        System.out.println(block.length());
        try {
            text(null);
        } catch (NullPointerException e) {
            System.out.println("null");
        }
    }
}
