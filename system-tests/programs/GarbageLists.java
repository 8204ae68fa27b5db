/** Garbage of many times the heap, with some of it always alive. */
public class GarbageLists {
    private record Node(int value, Node next) {}

    private static int sum(Node node) {
        int total = 0;
        for (Node n = node; n != null; n = n.next()) {
            total += n.value();
        }
        return total;
    }

    public static void main(String[] args) {
        Node kept = null;
        long total = 0;
        for (int round = 0; round < 200; round++) {
            Node list = null;
            for (int i = 0; i < 2000; i++) {
                list = new Node(i ^ round, list);
            }
            total += sum(list);
            if (round % 20 == 0) {
                kept = new Node(sum(list), kept);
            }
            String garbage = "";
            for (int i = 0; i < 30; i++) {
                garbage += i;
            }
            total += garbage.length();
        }
        System.out.println(total + " " + sum(kept));
    }
}
