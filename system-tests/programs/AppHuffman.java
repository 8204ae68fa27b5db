import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** Huffman coding: a tree of abstract nodes, encoding, decoding. */
public class AppHuffman {
    abstract static class Node {
        final int weight;
        final int order;

        Node(int weight, int order) {
            this.weight = weight;
            this.order = order;
        }

        abstract void collect(String prefix, Map<Character, String> codes);
    }

    static final class Leaf extends Node {
        final char letter;

        Leaf(char letter, int weight) {
            super(weight, letter);
            this.letter = letter;
        }

        @Override
        void collect(String prefix, Map<Character, String> codes) {
            codes.put(letter, prefix.isEmpty() ? "0" : prefix);
        }
    }

    static final class Fork extends Node {
        final Node left;
        final Node right;

        Fork(Node left, Node right, int order) {
            super(left.weight + right.weight, order);
            this.left = left;
            this.right = right;
        }

        @Override
        void collect(String prefix, Map<Character, String> codes) {
            left.collect(prefix + '0', codes);
            right.collect(prefix + '1', codes);
        }
    }

    public static void main(String[] args) {
        String text = "so much depends upon a red wheel barrow glazed with rain water beside the white chickens";
        Map<Character, Integer> counts = new HashMap<>();
        for (char c : text.toCharArray()) {
            counts.merge(c, 1, Integer::sum);
        }
        PriorityQueue<Node> queue =
                new PriorityQueue<>(Comparator.<Node>comparingInt(n -> n.weight).thenComparingInt(n -> n.order));
        counts.forEach((letter, count) -> queue.add(new Leaf(letter, count)));
        int order = 1000;
        while (queue.size() > 1) {
            queue.add(new Fork(queue.poll(), queue.poll(), order++));
        }
        Node root = queue.poll();
        Map<Character, String> codes = new TreeMap<>();
        root.collect("", codes);
        codes.forEach((letter, code) -> System.out.println("'" + letter + "' " + code));
        StringBuilder bits = new StringBuilder();
        for (char c : text.toCharArray()) {
            bits.append(codes.get(c));
        }
        System.out.println(bits.length() + " bits for " + text.length() * 8);
        StringBuilder back = new StringBuilder();
        Node node = root;
        for (int i = 0; i < bits.length(); i++) {
            node = bits.charAt(i) == '0' ? ((Fork) node).left : ((Fork) node).right;
            if (node instanceof Leaf leaf) {
                back.append(leaf.letter);
                node = root;
            }
        }
        System.out.println(back.toString().equals(text));
    }
}
