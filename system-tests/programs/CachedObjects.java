/** Identity where the language promises it: boxes from -128 to 127, literals, constants, interned strings, and not elsewhere. */
public class CachedObjects {
    static final String CONSTANT = "ab";
    static final String COMPUTED = new String("ab");
    final String field = "a" + "b";

    static boolean same(Object a, Object b) {
        return a == b;
    }

    public static void main(String[] args) {
        for (int i : new int[] {-129, -128, -1, 0, 127, 128}) {
            Integer a = i;
            Integer b = i;
            Long c = (long) i;
            Long d = (long) i;
            Short e = (short) i;
            Short f = (short) i;
            System.out.println(i + " " + (a == b) + (c == d) + (e == f) + a.equals(b) + c.equals((long) i) + c.equals(i));
        }
        Byte byteA = (byte) 200;
        Byte byteB = (byte) 200;
        Character low = 127;
        Character low2 = 127;
        Character high = 128;
        Character high2 = 128;
        System.out.println(same(byteA, byteB) + " " + same(low, low2) + " " + same(high, high2) + " " + same(true, Boolean.valueOf("TRUE")));
        String a = "a";
        String joined = a + "b";
        final String constant = "a";
        System.out.println(same(CONSTANT, "ab") + " " + same(constant + "b", "ab") + " " + same(joined, "ab") + " " + same(joined.intern(), "ab"));
        System.out.println(same(COMPUTED, "ab") + " " + same(COMPUTED.intern(), CONSTANT) + " " + same(new CachedObjects().field, CONSTANT));
        System.out.println(same("".intern(), "") + " " + same("abc".substring(0), "abc") + " " + same("abc".substring(3), "") + " " + same("x".concat(""), "x"));
        System.out.println(same("a b".strip(), "a b") + " " + same("abc".replace('x', 'y'), "abc") + " " + same("abc".toString(), "abc"));
        Integer boxed = 1000;
        Integer kept = boxed;
        boxed++;
        System.out.println(boxed + " " + kept + " " + (boxed > kept) + " " + (boxed == 1001) + " " + new int[] {boxed}[0]);
        Object ternary = true ? 1 : 2.0;
        Object mixed = true ? (Object) 1 : 2.0;
        Object character = false ? 1 : 'a';
        int variable = 1;
        Object promoted = false ? variable : 'a';
        Object nulls = true ? null : 0;
        System.out.println(ternary + " " + mixed + " " + character + " " + promoted + " " + nulls);
        long hash = 0;
        for (int i = -1000; i < 1000; i++) {
            Integer box = i;
            hash = hash * 31 + box.hashCode() + Long.hashCode(i * 1_000_000_007L) + Double.hashCode(i / 3.0) + Boolean.hashCode(i > 0) + Character.hashCode((char) i);
        }
        System.out.println(hash);
    }
}
