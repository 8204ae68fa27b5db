import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Each method case… dereferences null; the test asks HotSpot and the compiler what was null. */
public class NullSamples {
    static class Node {
        Node next;
        Node[] children;
        int number;
        long large;
        double real;
        String text;
        int[] ints;
        Node[][] grid;

        Node next() {
            return next;
        }

        Node step(int count, String name) {
            return next;
        }

        static Node none() {
            return null;
        }

        int instanceField() {
            return next.number;
        }

        void instanceAssign() {
            this.next.next = this;
        }

        int parameters(int a, long b, Node c, double d, Node e) {
            return e.number;
        }

        int overwrittenParameter(Node a) {
            a = next;
            return a.number;
        }

        int capturedThis() {
            Supplier<Integer> supplier = () -> next.number;
            return supplier.get();
        }

        class Inner {
            int outer() {
                return next.next.number;
            }
        }
    }

    interface Named {
        String name();

        default int length() {
            return name().length();
        }
    }

    enum Color {
        RED
    }

    record Pair(Node first, Integer second) {}

    static Node field;
    static Node[] array;
    static int[] numbers;
    static Object object;
    static Named named;
    static Integer boxed;
    static String string;
    static List<Node> list = new ArrayList<>();

    static {
        list.add(null);
    }

    static Node give() {
        return null;
    }

    static Node give(int a, long[] b, String c, Object d, Node... e) {
        return null;
    }

    static Node[] giveArray() {
        return null;
    }

    static Node full() {
        Node node = new Node();
        node.children = new Node[] {null, new Node(), null};
        node.grid = new Node[2][2];
        return node;
    }

    static int parameter(Node p, int i) {
        return p.children[i].number;
    }

    static void wide(long a, double b, Node c) {
        c.number = 1;
    }

    static int overwritten(String s, int i) {
        if (i > 0) {
            s = null;
        }
        return s.length();
    }

    static int overwrittenAfter(String s) {
        int n = s.length();
        s = "x";
        return n;
    }

    static int loop(Node n) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += n.number;
            n = n.next;
        }
        return sum;
    }

    static void case01() { field.next(); }
    static void case02() { field.number++; }
    static void case03() { field.number = 3; }
    static void case04() { field.large = 3; }
    static void case05() { field.real += 3; }
    static void case06() { array[3] = null; }
    static void case07() { array[3].next = null; }
    static void case08() { array = new Node[4]; try { array[3].next = null; } finally { array = null; } }
    static void case09() { numbers[2]++; }
    static void case10() { int n = numbers.length; }
    static void case11() { int[] a = null; a[1] = 2; }
    static void case12() { long[] a = null; a[1] = 2; }
    static void case13() { double[] a = null; a[1] = 2; }
    static void case14() { float[] a = null; a[1] = 2; }
    static void case15() { byte[] a = null; a[1] = 2; }
    static void case16() { boolean[] a = null; a[1] = true; }
    static void case17() { char[] a = null; a[1] = 2; }
    static void case18() { short[] a = null; a[1] = 2; }
    static void case19() { Object[] a = null; a[1] = ""; }
    static void case20() { int[] a = null; int x = a[1]; }
    static void case21() { long[] a = null; long x = a[1]; }
    static void case22() { double[] a = null; double x = a[1]; }
    static void case23() { float[] a = null; float x = a[1]; }
    static void case24() { byte[] a = null; byte x = a[1]; }
    static void case25() { boolean[] a = null; boolean x = a[1]; }
    static void case26() { char[] a = null; char x = a[1]; }
    static void case27() { short[] a = null; short x = a[1]; }
    static void case28() { Object[] a = null; Object x = a[1]; }
    static void case29() { throw null; }
    static void case30() { RuntimeException e = null; throw e; }
    static void case31() { synchronized (object) { object = null; } }
    static void case32() { Object lock = null; synchronized (lock) { lock = ""; } }
    static void case33() { give().next(); }
    static void case34() { give(1, null, "", null).step(1, "").next(); }
    static void case35() { giveArray()[1] = null; }
    static void case36() { Node.none().next.next(); }
    static void case37() { new Node().next().number = 1; }
    static void case38() { new Node().step(2, "a").next.next.next(); }
    static void case39() { new Node().next.next(); }
    static void case40() { new Node().next.next.next(); }
    static void case41() { full().children[0].next(); }
    static void case42() { Node n = full(); n.children[1].next.number = 2; }
    static void case43() { Node n = full(); int i = 2; n.children[i].number = 2; }
    static void case44() { Node n = full(); int i = 1; n.children[i + 1].number = 2; }
    static void case45() { Node n = full(); n.grid[1][0].next(); }
    static void case46() { Node n = full(); int i = 1; byte j = 0; n.grid[i][j].next(); }
    static void case47() { Node n = full(); int[] k = {0, 1}; n.grid[k[1]][k[0]].next(); }
    static void case48() { Node n = full(); n.grid[two() - 1][one()].next(); }
    static void case49() { Node n = full(); n.grid[one()][n.number].next(); }
    static void case50() { string.length(); }
    static void case51() { string.concat("a").length(); }
    static void case52() { object.equals(string); }
    static void case53() { string.compareToIgnoreCase("b"); }
    static void case54() { int n = boxed; }
    static void case55() { boxed++; }
    static void case56() { long n = (Integer) object; }
    static void case57() { ((Node) object).next(); }
    static void case58() { ((Node) give()).next = null; }
    static void case59() { ((Node[]) object)[1] = null; }
    static void case60() { named.name(); }
    static void case61() { named.length(); }
    static void case62() { ((Named) () -> null).length(); }
    static void case63() { list.get(0).next(); }
    static void case64() { Node n = list.get(0); n.next(); }
    static void case65() { for (Node n : list) { n.next(); } }
    static void case66() { for (Node n : giveArray()) { n.next(); } }
    static void case67() { for (Object o : (Iterable<?>) object) { o.hashCode(); } }
    static void case68() { Color c = null; switch (c) { case RED: return; default: } }
    static void case69() { switch (string) { case "a": return; default: } }
    static void case70() { String s = null; String t = s == null ? s : "x"; t.length(); }
    static void case71() { (field == null ? field : give()).next(); }
    static void case72() { (one() > 1 ? array : giveArray())[one()].next(); }
    static void case73() { parameter(null, 1); }
    static void case74() { parameter(new Node(), 1); }
    static void case75() { parameter(full(), 2); }
    static void case76() { wide(1, 2, null); }
    static void case77() { overwritten(null, 1); }
    static void case78() { overwritten(null, 0); }
    static void case79() { overwrittenAfter(null); }
    static void case80() { loop(new Node()); }
    static void case81() { new Node().instanceField(); }
    static void case82() { new Node().instanceAssign(); }
    static void case83() { new Node().parameters(1, 2, null, 3, null); }
    static void case84() { new Node().overwrittenParameter(null); }
    static void case85() { new Node().capturedThis(); }
    static void case86() { new Node().new Inner().outer(); }
    static void case87() { Node n = null; n.grid[1] = null; }
    static void case88() { Function<Node, Integer> f = n -> n.number; f.apply(null); }
    static void case89() { Node captured = give(); Runnable r = () -> captured.next(); r.run(); }
    static void case90() { Pair p = new Pair(null, null); int n = p.second(); }
    static void case91() { Pair p = new Pair(null, null); p.first().next(); }
    static void case92() { Object o = new Pair(null, null); if (o instanceof Pair(Node f, Integer s)) { f.next(); } }
    static void case93() { int[] a = null; a.clone(); }
    static void case94() { Node[] a = null; a.clone(); }
    static void case95() { int[][] a = new int[2][]; a[1][0] = 5; }
    static void case96() { int[][][] a = new int[2][2][]; int i = 1; a[i][i ^ 1][0] += 5; }
    static void case97() { Node n = new Node(); n.next.children[200].next.number = 1; }
    static void case98() { Node[] a = new Node[40000]; a[200].next(); }
    static void case99() { Node[] a = new Node[40000]; a[39999].next(); }
    static void case100() { Node[] a = new Node[4000]; a[3000].next(); }
    static void case101() { Node n = full(); n.children[0] = new Node(); n.children[0].next.next.next.next.next.next(); }
    static void case102() {
        Node n = new Node(); n.next = new Node(); n.next.next = new Node(); n.next.next.next = new Node();
        n.next.next.next.next = new Node(); n.next.next.next.next.next = new Node();
        n.next.next.next.next.next.next.next();
    }
    static void case103() {
        Node n = new Node(); n.next = new Node(); n.next.next = new Node(); n.next.next.next = new Node();
        n.next.next.next.next = full();
        n.next.next.next.next.children[0].next();
    }
    static void case104() { Node[][][][][][] a = new Node[1][1][1][1][1][1]; a[0][0][0][0][0][0].next(); }
    static void case105() { new Node().ints[field == null ? 1 : 2]++; }
    static void case106() { try { throw new IllegalStateException(); } catch (IllegalStateException e) { Throwable t = e.getCause(); t.getMessage(); } }
    static void case107() { String s = null; for (int i = 0; i < 3; i++) { s.length(); s = "x"; } }
    static void case108() { Node n = new Node(); while (true) { n.number++; n = n.next; } }
    static void case109() { Node n = new Node(); do { n = n.next; } while (n.number > 0); }
    static void case110() { Map<String, Integer> m = Map.of(); int n = m.get("x"); }
    static void case111() { new Node().text.charAt(one()); }
    static void case112() { StringBuilder b = null; b.append('c').append(1L); }
    static void case113() { long a = 1; double b = 2; Node c = null; c.real = b * a; }
    static void case114() { Node a = null, b = a; b.large = a == null ? 1L : 2L; }
    static void case115() { Node n; (n = give()).next(); }
    static void case116() { Node n = null; n.number += n.number; }
    static void case117() { int[] a = null; int i = 0; a[i++] = i; }
    static void case118() { long[][] a = new long[3][]; a[one()][one()]--; }
    static void case119() { Object o = null; o.toString(); o.getClass(); }
    static void case120() { Iterator<Node> i = null; i.next().next(); }
    static void case121() { Node n = full(); n.grid[n.grid.length - 1][n.next.number].next(); }
    static void case122() { Object[] a = null; String s = (String) a[one()]; }
    static void case123() { Thread t = null; t.setUncaughtExceptionHandler(null); }
    static void case124() { Map.Entry<String, int[][]> e = null; e.setValue(new int[1][1]); }
    static void case125() { many(1, 2, 3, 4, null); }

    static void many(long a, long b, long c, long d, Node n) {
        long l0 = 0, l1 = 1, l2 = 2, l3 = 3, l4 = 4, l5 = 5, l6 = 6, l7 = 7, l8 = 8, l9 = 9, l10 = 10, l11 = 11, l12 = 12;
        long m0 = 0, m1 = 1, m2 = 2, m3 = 3, m4 = 4, m5 = 5, m6 = 6, m7 = 7, m8 = 8, m9 = 9, m10 = 10, m11 = 11, m12 = 12;
        Node late = n;
        late.number = 1;
    }

    static int one() {
        return 1;
    }

    static int two() {
        return 2;
    }
}
