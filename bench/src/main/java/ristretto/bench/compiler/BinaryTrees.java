package ristretto.bench.compiler;

/** Makes and walks many small trees beside one that lives long: work for the allocator and the collector. */
final class BinaryTrees implements Benchmark {
    private static final int DEPTH = 12;

    private record Node(Node left, Node right) {
        static Node tree(int depth) {
            return depth == 0 ? new Node(null, null) : new Node(tree(depth - 1), tree(depth - 1));
        }

        int count() {
            return left == null ? 1 : 1 + left.count() + right.count();
        }
    }

    private long sum;

    @Override
    public String name() {
        return "binary-trees";
    }

    @Override
    public void prepare() {
        sum = 0;
    }

    @Override
    public void run() {
        Node longLived = Node.tree(DEPTH);
        for (int depth = 4; depth <= DEPTH; depth += 2) {
            int trees = 1 << DEPTH - depth + 4;
            for (int i = 0; i < trees; i++) {
                sum += Node.tree(depth).count();
            }
        }
        sum = sum * 31 + longLived.count();
    }

    @Override
    public long result() {
        return sum;
    }
}
