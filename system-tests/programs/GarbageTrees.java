import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Trees, maps and arrays that live for different times; every survivor is checked. */
public class GarbageTrees {
    private static final class Tree {
        final Tree left;
        final Tree right;
        final int[] payload;

        Tree(Tree left, Tree right, int depth) {
            this.left = left;
            this.right = right;
            payload = new int[depth];
            payload[depth - 1] = depth;
        }

        int check() {
            return payload[payload.length - 1] + (left == null ? 0 : left.check() + right.check());
        }
    }

    private static Tree build(int depth) {
        return depth == 1 ? new Tree(null, null, 1) : new Tree(build(depth - 1), build(depth - 1), depth);
    }

    public static void main(String[] args) {
        Tree old = build(10);
        List<Tree> middle = new ArrayList<>();
        Map<String, byte[]> map = new HashMap<>();
        long total = 0;
        for (int i = 0; i < 300; i++) {
            total += build(4 + i % 5).check();
            if (i % 25 == 0) {
                middle.add(build(6));
            }
            if (middle.size() > 4) {
                total += middle.remove(0).check();
            }
            byte[] block = new byte[1000 + i * 17];
            block[block.length - 1] = (byte) i;
            map.put("k" + i % 20, block);
        }
        for (Map.Entry<String, byte[]> e : map.entrySet()) {
            byte[] block = e.getValue();
            total += block[block.length - 1] * e.getKey().length();
        }
        System.out.println(total + " " + old.check() + " " + middle.size() + " " + map.size());
    }
}
