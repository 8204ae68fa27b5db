import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;

/** Far more garbage than the heap holds, among things that must survive it. */
public class AppGarbage {
    static final class Node {
        final byte[] load;
        Node next;
        Node other;

        Node(int size, Node next) {
            load = new byte[size];
            load[size - 1] = (byte) size;
            this.next = next;
        }
    }

    public static void main(String[] args) {
        List<Node> kept = new ArrayList<>();
        Node ring = null;
        long sum = 0;
        for (int round = 0; round < 400; round++) {
            Node chain = null;
            for (int i = 1; i < 200; i++) {
                chain = new Node(i * 7, chain);
                chain.other = ring;
            }
            if (round % 40 == 0) {
                kept.add(chain);
                ring = chain;
            }
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 500; i++) {
                text.append(i);
            }
            sum += text.toString().hashCode() % 1000;
        }
        int nodes = 0;
        for (Node chain : kept) {
            for (Node node = chain; node != null; node = node.next) {
                nodes += node.load[node.load.length - 1] == (byte) node.load.length ? 1 : 1_000_000;
            }
        }
        System.out.println(nodes + " " + sum);
        LinkedList<long[]> blocks = new LinkedList<>();
        for (int i = 0; i < 300; i++) {
            blocks.add(new long[100_000]);
            blocks.getLast()[99_999] = i;
            if (blocks.size() > 4) {
                blocks.removeFirst();
            }
        }
        System.out.println(blocks.stream().mapToLong(b -> b[99_999]).sum());
    }
}
