/** Constants are one object; computed strings are not, until they are interned. */
public class StringInterning {
    private static final String CONSTANT = "ri" + "stretto";

    public static void main(String[] args) {
        String literal = "ristretto";
        String computed = "ristretto!".substring(0, 9);
        System.out.println((literal == CONSTANT) + " " + (computed == literal) + " " + (computed.intern() == literal));
        String unknown = new StringBuilder("never a ").append("literal").toString();
        System.out.println((unknown.intern() == unknown) + " " + (unknown.intern() == new String(unknown).intern()));
    }
}
