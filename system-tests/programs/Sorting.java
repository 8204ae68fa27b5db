import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;

/** Sorting algorithms written by hand, held against the library's. */
public class Sorting {
    private interface Sort {
        void sort(int[] a);
    }

    private static void swap(int[] a, int i, int j) {
        int t = a[i];
        a[i] = a[j];
        a[j] = t;
    }

    private static void bubble(int[] a) {
        for (int end = a.length; end > 1; end--) {
            for (int i = 1; i < end; i++) {
                if (a[i - 1] > a[i]) {
                    swap(a, i - 1, i);
                }
            }
        }
    }

    private static void insertion(int[] a) {
        for (int i = 1; i < a.length; i++) {
            int value = a[i];
            int j = i - 1;
            while (j >= 0 && a[j] > value) {
                a[j + 1] = a[j--];
            }
            a[j + 1] = value;
        }
    }

    private static void quick(int[] a, int low, int high) {
        if (low >= high) {
            return;
        }
        int pivot = a[low + high >>> 1];
        int i = low;
        int j = high;
        while (i <= j) {
            while (a[i] < pivot) {
                i++;
            }
            while (a[j] > pivot) {
                j--;
            }
            if (i <= j) {
                swap(a, i++, j--);
            }
        }
        quick(a, low, j);
        quick(a, i, high);
    }

    private static void heap(int[] a) {
        for (int i = a.length / 2; i >= 0; i--) {
            sink(a, i, a.length);
        }
        for (int end = a.length - 1; end > 0; end--) {
            swap(a, 0, end);
            sink(a, 0, end);
        }
    }

    private static void sink(int[] a, int i, int end) {
        while (2 * i + 1 < end) {
            int child = 2 * i + 1;
            if (child + 1 < end && a[child + 1] > a[child]) {
                child++;
            }
            if (a[i] >= a[child]) {
                return;
            }
            swap(a, i, child);
            i = child;
        }
    }

    private static int[] merge(int[] a) {
        if (a.length < 2) {
            return a;
        }
        int[] left = merge(Arrays.copyOfRange(a, 0, a.length / 2));
        int[] right = merge(Arrays.copyOfRange(a, a.length / 2, a.length));
        int i = 0;
        int j = 0;
        for (int k = 0; k < a.length; k++) {
            a[k] = j >= right.length || i < left.length && left[i] <= right[j] ? left[i++] : right[j++];
        }
        return a;
    }

    private static void radix(int[] a) {
        int[] other = new int[a.length];
        for (int shift = 0; shift < 32; shift += 8) {
            int[] count = new int[257];
            for (int v : a) {
                count[((v ^ 0x80000000) >>> shift & 0xff) + 1]++;
            }
            for (int i = 0; i < 256; i++) {
                count[i + 1] += count[i];
            }
            for (int v : a) {
                other[count[(v ^ 0x80000000) >>> shift & 0xff]++] = v;
            }
            System.arraycopy(other, 0, a, 0, a.length);
        }
    }

    public static void main(String[] args) {
        Random random = new Random(3);
        int[] numbers = new int[400];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextInt(2000) - 1000;
        }
        int[] expected = numbers.clone();
        Arrays.sort(expected);
        System.out.println(Arrays.toString(Arrays.copyOf(expected, 10)) + " " + Arrays.hashCode(expected));
        Sort[] sorts = {Sorting::bubble, Sorting::insertion, a -> quick(a, 0, a.length - 1), Sorting::heap, Sorting::merge, Sorting::radix};
        for (Sort sort : sorts) {
            int[] copy = numbers.clone();
            sort.sort(copy);
            System.out.println(Arrays.equals(copy, expected));
        }
        String[] words = "the quick brown fox jumps over the lazy dog and runs away from it".split(" ");
        Arrays.sort(words, Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
        System.out.println(String.join(" ", words));
        double[] doubles = random.doubles(1000).toArray();
        Arrays.sort(doubles);
        System.out.println(doubles[0] + " " + doubles[999]);
    }
}
