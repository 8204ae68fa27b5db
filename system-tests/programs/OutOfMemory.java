import java.util.ArrayList;
import java.util.List;

/** Memory runs out, is caught, and there is plenty again. */
public class OutOfMemory {
    private static int fill() {
        List<long[]> list = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000_000; i++) {
                list.add(new long[1 << 20]);
            }
        } catch (OutOfMemoryError e) {
            int count = list.size();
            list.clear();
            System.out.println(e.getMessage() + " " + (count > 0 ? "after some" : "at once"));
            return count;
        }
        return -1;
    }

    public static void main(String[] args) {
        int first = fill();
        int second = fill();
        System.out.println(first > 0 ? "again " + (second > 0) : "never started " + (second == first));
        try {
            int[][] huge = new int[1 << 30][];
            System.out.println(huge.length);
        } catch (OutOfMemoryError e) {
            System.out.println("too large: " + e.getClass().getSimpleName());
        }
        StringBuilder alive = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            alive.append(i);
        }
        System.out.println(alive.length());
    }
}
