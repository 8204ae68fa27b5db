/** StringBuilder and StringBuffer, growing, shrinking, changing from bytes to characters. */
public class Builders {
    public static void main(String[] args) {
        StringBuilder b = new StringBuilder();
        b.append(1).append('x').append("yz").append(2.5).append(3.5f).append(true).append((Object) null).append(99999999999L);
        System.out.println(b + " " + b.length());
        b.insert(0, "start ").insert(3, 42).insert(b.length(), 'e').insert(1, 1.25);
        System.out.println(b);
        b.delete(2, 5).deleteCharAt(0).reverse();
        System.out.println(b);
        b.replace(0, 3, "\u20ac\u20ac");
        System.out.println(b + " " + b.indexOf("t") + " " + b.lastIndexOf("t") + " " + b.charAt(0));
        b.setLength(5);
        b.setCharAt(1, 'Z');
        System.out.println(b + "|" + b.substring(1) + "|" + b.substring(0, 2));
        b.setLength(8);
        System.out.println(b.toString().replace('\0', '0'));
        StringBuffer buffer = new StringBuffer("abc");
        for (int i = 0; i < 20; i++) {
            buffer.append(i * i).append(',');
        }
        System.out.println(buffer.reverse());
        System.out.println(new StringBuilder("a\ud83d\ude00b").reverse().append("x", 0, 1).appendCodePoint(0x1f600).length());
        System.out.println(new StringBuilder("abc").compareTo(new StringBuilder("abd")) + " " + "abc".contentEquals(new StringBuilder("abc")));
        StringBuilder long1 = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            long1.append((char) ('a' + i % 26));
        }
        System.out.println(long1.length() + " " + long1.toString().hashCode());
        System.out.println(new StringBuilder().repeat("ab", 3).repeat('c', 4).append(new char[] {'d', 'e'}).append("xyz".toCharArray(), 1, 2));
    }
}
