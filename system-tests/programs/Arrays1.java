import java.util.Arrays;

/** Arrays of every element type, and what Arrays does with them. */
public class Arrays1 {
    public static void main(String[] args) {
        byte[] bytes = {3, -1, 2};
        short[] shorts = {30, -10, 20};
        char[] chars = {'z', 'a', 'm'};
        int[] ints = {5, 3, 9, -2, 0};
        long[] longs = {5L << 40, -1, 7};
        float[] floats = {1.5f, -0.0f, 0.0f, Float.NaN, -3};
        double[] doubles = {2.5, Double.NEGATIVE_INFINITY, -0.0, 0.0, Double.NaN};
        boolean[] booleans = {true, false, true};
        String[] strings = {"pear", "apple", "fig"};
        Arrays.sort(bytes);
        Arrays.sort(shorts);
        Arrays.sort(chars);
        Arrays.sort(ints);
        Arrays.sort(longs);
        Arrays.sort(floats);
        Arrays.sort(doubles);
        Arrays.sort(strings);
        System.out.println(Arrays.toString(bytes) + Arrays.toString(shorts) + Arrays.toString(chars) + Arrays.toString(ints));
        System.out.println(Arrays.toString(longs) + Arrays.toString(floats) + Arrays.toString(doubles) + Arrays.toString(booleans));
        System.out.println(Arrays.toString(strings) + " " + Arrays.binarySearch(ints, 3) + " " + Arrays.binarySearch(ints, 4) + " " + Arrays.hashCode(ints));
        int[] copy = Arrays.copyOf(ints, 8);
        Arrays.fill(copy, 5, 8, 77);
        System.out.println(Arrays.toString(copy) + Arrays.toString(Arrays.copyOfRange(copy, 2, 6)) + Arrays.equals(copy, ints));
        System.out.println(Arrays.stream(ints).sum() + " " + Arrays.asList(strings) + " " + Arrays.equals(ints, ints.clone()) + " "
                + Arrays.mismatch(copy, ints) + " " + Arrays.compare(copy, ints));
        Integer[] boxed = {4, 1, 3};
        Arrays.sort(boxed, (a, b) -> b - a);
        System.out.println(Arrays.toString(boxed));
        System.arraycopy(ints, 0, ints, 2, 3);
        System.out.println(Arrays.toString(ints));
        System.arraycopy(copy, 3, copy, 1, 4);
        System.out.println(Arrays.toString(copy));
        Object[] objects = new Integer[2];
        System.out.println(objects.getClass().getSimpleName() + " " + objects.getClass().getName() + " " + new int[0][0].getClass().getName());
        Arrays.setAll(ints, i -> i * i);
        System.out.println(Arrays.toString(ints) + Arrays.deepToString(new Object[] {1, new int[] {2, 3}, new String[][] {{"a"}, {}}}));
        int[] large = new int[5000];
        for (int i = 0; i < large.length; i++) {
            large[i] = (int) (i * 2654435761L);
        }
        Arrays.sort(large);
        boolean sorted = true;
        for (int i = 1; i < large.length; i++) {
            sorted &= large[i - 1] <= large[i];
        }
        System.out.println(sorted + " " + large[0] + " " + large[4999]);
    }
}
