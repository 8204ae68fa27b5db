import java.util.Arrays;

/** Arrays of all sizes, large ones beside small ones, in turn. */
public class GarbageArrays {
    public static void main(String[] args) {
        long[][] slots = new long[16][];
        long seed = 1;
        long total = 0;
        for (int i = 0; i < 1500; i++) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            int slot = (int) (seed >>> 60);
            int size = (int) (seed >>> 33 & (i % 50 == 0 ? 0x3fff : 0x1ff));
            long[] array = new long[size];
            for (long value : array) {
                total += value;
            }
            Arrays.fill(array, i);
            if (slots[slot] != null && slots[slot].length > 0) {
                long[] other = slots[slot];
                total += other[0] + other[other.length - 1] + other.length;
            }
            slots[slot] = array;
        }
        System.out.println(total);
        StringBuilder builder = new StringBuilder();
        for (int i = 0; i < 20000; i++) {
            builder.append(i % 10);
        }
        System.out.println(builder.length() + " " + builder.toString().hashCode());
    }
}
