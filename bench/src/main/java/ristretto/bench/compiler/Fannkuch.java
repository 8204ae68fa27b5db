package ristretto.bench.compiler;

/** Flips pancakes: permutations of a small array, reversed from the front again and again. */
final class Fannkuch implements Benchmark {
    private static final int SIZE = 8;

    private int checksum;
    private int maximum;

    @Override
    public String name() {
        return "fannkuch";
    }

    @Override
    public void prepare() {
        checksum = 0;
        maximum = 0;
    }

    @Override
    public void run() {
        flipAll(SIZE);
    }

    @Override
    public long result() {
        return (long) checksum << 32 | maximum;
    }

    private void flipAll(int size) {
        int[] permutation = new int[size];
        int[] work = new int[size];
        int[] count = new int[size];
        for (int i = 0; i < size; i++) {
            permutation[i] = i;
        }
        int remaining = size;
        for (int number = 0; ; number++) {
            for (; remaining > 1; remaining--) {
                count[remaining - 1] = remaining;
            }
            System.arraycopy(permutation, 0, work, 0, size);
            int flips = countFlips(work);
            maximum = Math.max(maximum, flips);
            checksum += number % 2 == 0 ? flips : -flips;
            while (true) {
                if (remaining == size) {
                    return;
                }
                rotate(permutation, remaining);
                count[remaining]--;
                if (count[remaining] > 0) {
                    break;
                }
                remaining++;
            }
        }
    }

    private static int countFlips(int[] pancakes) {
        int flips = 0;
        for (int first = pancakes[0]; first != 0; first = pancakes[0]) {
            for (int low = 0, high = first; low < high; low++, high--) {
                int swapped = pancakes[low];
                pancakes[low] = pancakes[high];
                pancakes[high] = swapped;
            }
            flips++;
        }
        return flips;
    }

    private static void rotate(int[] permutation, int last) {
        int first = permutation[0];
        for (int i = 0; i < last; i++) {
            permutation[i] = permutation[i + 1];
        }
        permutation[last] = first;
    }
}
