package ristretto.bench.compiler;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the loops of a control-flow graph (Havlak, "Nesting of reducible and irreducible loops"): objects, lists and sets that refer to each other. */
final class Havlak implements Benchmark {
    private static final int REGIONS = 60;

    private static final class Block {
        final int number;
        final List<Block> successors = new ArrayList<>();
        final List<Block> predecessors = new ArrayList<>();

        Block(int number) {
            this.number = number;
        }
    }

    /** A block while loops are being found; those that belong to a loop already are united with its header. */
    private static final class Node {
        final Block block;
        final int order;
        int last;
        Node united = this;
        Node header;
        final List<Node> backEdges = new ArrayList<>();
        final Set<Node> otherEdges = new HashSet<>();

        Node(Block block, int order) {
            this.block = block;
            this.order = order;
        }

        Node find() {
            Node top = this;
            while (top.united != top) {
                top = top.united;
            }
            for (Node node = this; node.united != top; ) {
                Node next = node.united;
                node.united = top;
                node = next;
            }
            return top;
        }

        boolean isAncestorOf(Node other) {
            return order <= other.order && other.order <= last;
        }
    }

    private List<Block> graph;
    private long result;

    @Override
    public String name() {
        return "havlak";
    }

    @Override
    public void prepare() {
        graph = new ArrayList<>();
        Block from = block();
        for (int i = 0; i < REGIONS; i++) {
            from = region(from, i % 5);
        }
        result = 0;
    }

    @Override
    public void run() {
        for (int round = 0; round < 10; round++) {
            result = result * 31 + findLoops();
        }
    }

    @Override
    public long result() {
        return result;
    }

    private Block block() {
        Block block = new Block(graph.size());
        graph.add(block);
        return block;
    }

    private static void edge(Block from, Block to) {
        from.successors.add(to);
        to.predecessors.add(from);
    }

    /** A loop with a branch in it, and loops inside of that. */
    private Block region(Block from, int depth) {
        Block header = block();
        edge(from, header);
        Block left = block();
        Block right = block();
        edge(header, left);
        edge(header, right);
        Block join = block();
        edge(left, join);
        edge(right, join);
        Block end = depth == 0 ? join : region(join, depth - 1);
        edge(end, header);
        Block exit = block();
        edge(end, exit);
        return exit;
    }

    private int number(Block block, List<Node> nodes, Node[] byBlock) {
        Node node = new Node(block, nodes.size());
        nodes.add(node);
        byBlock[block.number] = node;
        int last = node.order;
        for (Block next : block.successors) {
            if (byBlock[next.number] == null) {
                last = number(next, nodes, byBlock);
            }
        }
        node.last = last;
        return last;
    }

    private int findLoops() {
        List<Node> nodes = new ArrayList<>();
        Node[] byBlock = new Node[graph.size()];
        number(graph.get(0), nodes, byBlock);
        for (Node node : nodes) {
            for (Block before : node.block.predecessors) {
                Node source = byBlock[before.number];
                if (node.isAncestorOf(source)) {
                    node.backEdges.add(source);
                } else {
                    node.otherEdges.add(source);
                }
            }
        }
        int loops = 0;
        for (int i = nodes.size() - 1; i >= 0; i--) {
            loops += collect(nodes.get(i)) ? 1 : 0;
        }
        int depth = 0;
        for (Node node : nodes) {
            for (Node outer = node.header; outer != null; outer = outer.header) {
                depth++;
            }
        }
        return loops * 1000 + depth;
    }

    private static boolean collect(Node header) {
        Set<Node> body = new HashSet<>();
        List<Node> work = new ArrayList<>();
        for (Node source : header.backEdges) {
            if (source != header && body.add(source.find())) {
                work.add(source.find());
            }
        }
        for (int i = 0; i < work.size(); i++) {
            for (Node source : work.get(i).otherEdges) {
                Node top = source.find();
                if (header.isAncestorOf(top) && top != header && body.add(top)) {
                    work.add(top);
                }
            }
        }
        for (Node node : work) {
            node.header = header;
            node.united = header;
        }
        return !header.backEdges.isEmpty();
    }
}
