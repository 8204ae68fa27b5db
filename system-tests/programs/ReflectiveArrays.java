import java.lang.reflect.Array;

/** Arrays of any kind by {@code java.lang.reflect.Array}. */
public class ReflectiveArrays {
    public static void main(String[] arguments) {
        Object[] arrays = {
            new int[] {1, 2}, new byte[] {-1}, new char[] {'a', 'ä'}, new long[0], new double[] {0.5}, new boolean[] {true},
            new float[] {1.5f}, new short[] {7, 8, 9}, new String[] {"x", null}, new int[2][3], "no array", null
        };
        for (Object array : arrays) {
            try {
                int length = Array.getLength(array);
                Object last = Array.get(array, length - 1);
                System.out.println(length + " " + (last instanceof int[] inner ? "int[" + inner.length + "]" : last) + " "
                        + (last == null ? "-" : last.getClass().getSimpleName()));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | NullPointerException e) {
                System.out.println(e.getClass().getName());
            }
        }
        Object made = Array.newInstance(String.class, 3);
        System.out.println(Array.getLength(made) + " " + Array.get(made, 0) + " " + (made instanceof String[]));
    }
}
