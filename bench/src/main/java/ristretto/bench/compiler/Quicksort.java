package ristretto.bench.compiler;

/** Hoare's, recursive: two indexes that run towards each other. */
final class Quicksort implements Benchmark {
    private static final int SIZE = 100_000;

    private int[] numbers;

    @Override
    public String name() {
        return "quicksort";
    }

    @Override
    public void prepare() {
        Pseudorandom random = new Pseudorandom(3);
        numbers = new int[SIZE];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.next(65_536) << 15 ^ random.next(65_536);
        }
    }

    @Override
    public void run() {
        sort(numbers, 0, numbers.length - 1);
    }

    @Override
    public long result() {
        long sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum = sum * 31 + numbers[i];
        }
        return sum;
    }

    private static void sort(int[] a, int first, int last) {
        if (first >= last) {
            return;
        }
        int pivot = a[first + (last - first) / 2];
        int low = first;
        int high = last;
        while (low <= high) {
            while (a[low] < pivot) {
                low++;
            }
            while (a[high] > pivot) {
                high--;
            }
            if (low <= high) {
                int swapped = a[low];
                a[low] = a[high];
                a[high] = swapped;
                low++;
                high--;
            }
        }
        sort(a, first, high);
        sort(a, low, last);
    }
}
