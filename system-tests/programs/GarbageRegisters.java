/** References are overwritten while the collector marks, in methods that hold more numbers in registers than there are to spare, and call nobody. */
public class GarbageRegisters {
    private static final int NODES = 64;
    private static final int ROUNDS = 60_000;

    private static final class Node {
        Node left;
        Node right;
        Object payload;
        long number;
        double weight;

        Node(int number) {
            this.number = number;
            this.weight = number / 8.0;
            this.payload = new long[] {number, ~number};
        }
    }

    public static void main(String[] arguments) {
        Node[] nodes = new Node[NODES];
        for (int i = 0; i < NODES; i++) {
            nodes[i] = new Node(i);
        }
        long hash = 17;
        double sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Node a = nodes[round * 7 & NODES - 1];
            Node b = nodes[round * 11 + 3 & NODES - 1];
            Node c = nodes[round * 13 + 5 & NODES - 1];
            hash = rotate(a, b, c, hash, hash ^ round, hash + round, ~hash, hash >>> 7, hash << 9, round);
            sum = weigh(a, b, c, sum, round, round * 0.5, round * 0.25, 1.5, 2.5, 3.5);
            if ((round & 3) == 0) {
                nodes[round >> 2 & NODES - 1] = new Node(round);
            }
            if ((round & 1023) == 0) {
                hash = hash * 31 + check(nodes);
            }
        }
        System.out.println(hash);
        System.out.println(sum);
        System.out.println(check(nodes));
    }

    private static long rotate(Node a, Node b, Node c, long d, long e, long f, long g, long h, long i, int round) {
        Object payload = a.payload;
        a.payload = b.payload;
        d = d * 3 + e;
        b.payload = c.payload;
        e = e * 5 + f;
        c.payload = payload;
        f = f * 7 + g;
        Node left = a.left;
        a.left = b.right;
        g = g * 9 + h;
        b.right = c.left;
        h = h * 11 + i;
        c.left = (round & 15) == 0 ? null : left;
        i = i * 13 + d;
        a.right = b;
        b.left = (round & 31) == 0 ? null : c;
        return d ^ e << 1 ^ f << 2 ^ g << 3 ^ h << 4 ^ i << 5 ^ a.number ^ b.number ^ c.number ^ round;
    }

    private static double weigh(
            Node a, Node b, Node c, double d, double e, double f, double g, double h, double i, double j) {
        Object payload = c.payload;
        c.payload = a.payload;
        double first = d * 0.5 + e;
        a.payload = b.payload;
        double second = first * 0.25 + f * g;
        b.payload = payload;
        double third = second + first * h;
        Node right = c.right;
        c.right = a.right;
        a.right = right;
        double fourth = third * 0.125 - first * second * 1e-9;
        b.left = a;
        return (fourth + i * first + j * second + d * 1e-3) * 0.0625 + a.weight - b.weight * c.weight * 1e-9;
    }

    /** Of all payloads, which have to be whole. */
    private static long check(Node[] nodes) {
        long sum = 0;
        for (Node node : nodes) {
            long[] payload = (long[]) node.payload;
            if (payload[0] != ~payload[1]) {
                throw new AssertionError("payload of " + node.number);
            }
            sum = sum * 31 + payload[0] + (node.left == null ? 0 : node.left.number);
            sum += node.right == null ? 1 : node.right.number;
        }
        return sum;
    }
}
