/** The methods of String. */
public class Strings {
    public static void main(String[] args) {
        String s = "  The quick brown fox jumps over the lazy dog  ";
        System.out.println(s.length() + " " + s.trim() + "|" + s.strip() + "|" + s.stripLeading() + "|" + s.stripTrailing());
        System.out.println(s.indexOf("fox") + " " + s.lastIndexOf('o') + " " + s.indexOf('z', 10) + " " + s.indexOf("cat"));
        System.out.println(s.trim().substring(4) + "|" + s.trim().substring(4, 9) + "|" + s.trim().charAt(4));
        System.out.println(s.contains("jumps") + " " + s.trim().startsWith("The") + " " + s.endsWith("dog") + " " + s.isBlank() + " " + "".isEmpty());
        System.out.println(s.toUpperCase() + s.toLowerCase() + s.replace('o', '0') + s.replace("the", "a"));
        System.out.println("a,b,,c,,".split(",").length + " " + String.join("-", "x", "y", "z") + " " + "ab".repeat(3) + "".repeat(5));
        System.out.println("apple".compareTo("banana") + " " + "a".compareTo("abc") + " " + "Hello".equalsIgnoreCase("hELLO") + " "
                + "b".compareToIgnoreCase("A"));
        System.out.println("hello".hashCode() + " " + "".hashCode() + " " + "hello".equals("hel" + "lo") + " " + "x".equals(null));
        System.out.println("one\ntwo\r\nthree".lines().count() + " " + "abc".chars().sum() + " " + new String(new char[] {'o', 'k'}));
        System.out.println(String.valueOf(3.5) + String.valueOf(true) + String.valueOf('c') + String.valueOf(12L) + String.valueOf((Object) null));
        System.out.println("tab\tquote\"back\\slash\u00e9\u20ac".length() + " " + "été €".toUpperCase());
        System.out.println("mississippi".indexOf("issi", 2) + " " + "mississippi".lastIndexOf("issi") + " " + "mississippi".replace("ss", ""));
        System.out.println("%d items".formatted(3) + " " + "a-b".concat("!") + " " + "regionMatches".regionMatches(true, 6, "MATCH", 0, 5));
        char[] letters = "straße".toCharArray();
        System.out.println(letters.length + " " + new String(letters, 1, 3) + " " + "straße".toUpperCase() + " " + String.copyValueOf(letters));
        StringBuilder all = new StringBuilder();
        for (char c = 'a'; c <= 'z'; c++) {
            all.append(c);
        }
        System.out.println(all + " " + all.toString().intern().equals("abcdefghijklmnopqrstuvwxyz"));
        System.out.println("indent\nme".indent(2) + "a".compareTo("a") + " " + "x y z".strip().chars().filter(c -> c == ' ').count());
        System.out.println("Abc".translateEscapes() + " " + "a\\tb".translateEscapes() + " " + "  pad".stripIndent() + "|");
    }
}
