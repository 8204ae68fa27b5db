/** Characters beyond ASCII: classes, cases, surrogates, encodings. */
public class Unicode {
    public static void main(String[] args) {
        String text = "aÄßéŒœ\u0130Ωσς€中\ud83d\ude00\ud835\udd04٣Ⅷ";
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            System.out.println(Integer.toHexString(c) + " " + Character.isLetter(c) + Character.isDigit(c) + Character.isUpperCase(c) + Character.isLowerCase(c)
                    + Character.isAlphabetic(c) + Character.isJavaIdentifierPart(c) + " " + Character.getType(c) + " " + Integer.toHexString(Character.toUpperCase(c))
                    + " " + Integer.toHexString(Character.toLowerCase(c)) + " " + Character.getNumericValue(c) + " " + Character.charCount(c));
        }
        System.out.println(text.toUpperCase() + " " + text.toLowerCase());
        System.out.println("ΟΔΥΣΣΕΥΣ ΣΑΣ".toLowerCase() + " " + "ﬁ ŉ ǰ".toUpperCase() + " " + "STRASSE".equalsIgnoreCase("strasse"));
        System.out.println(text.length() + " " + text.codePointCount(0, text.length()) + " " + text.offsetByCodePoints(0, 12) + " " + new StringBuilder(text).reverse());
        byte[] utf8 = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        System.out.println(utf8.length + " " + new String(utf8, java.nio.charset.StandardCharsets.UTF_8).equals(text));
        System.out.println(java.util.Arrays.toString("é€".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                + java.util.Arrays.toString("é€".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        System.out.println(new String(new byte[] {(byte) 0xe9, 65}, java.nio.charset.StandardCharsets.ISO_8859_1)
                + new String(new byte[] {(byte) 0xe9, 65}, java.nio.charset.StandardCharsets.UTF_8));
        for (char c : " \t\n\u00a0\u2003_$9x".toCharArray()) {
            System.out.print(Character.isWhitespace(c) + " " + Character.isSpaceChar(c) + " " + Character.isLetterOrDigit(c) + " " + Character.digit(c, 16) + ", ");
        }
        System.out.println();
        System.out.println(Character.forDigit(11, 16) + " " + Character.isSurrogatePair('\ud83d', '\ude00') + " " + Character.toString(0x1f600) + " "
                + Character.toTitleCase('ǆ') + " " + Character.compare('a', 'b') + " " + "\u2003x\u2003".strip() + "|" + (int) "\u2003x".trim().charAt(0));
        System.out.println("naïve café".replace('ï', 'i').indexOf('é') + " " + "ÅNGSTRÖM".toLowerCase().compareTo("ångström") + " " + "日本語".charAt(1) + "日本語".hashCode());
    }
}
