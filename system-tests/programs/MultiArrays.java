import java.util.Arrays;

/** Arrays of arrays: rectangular, ragged, partial, and what is wrong with them. */
public class MultiArrays {
    public static void main(String[] args) {
        int[][] table = new int[4][5];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 5; j++) {
                table[i][j] = i * j;
            }
        }
        System.out.println(Arrays.deepToString(table));
        long[][][] cube = new long[2][3][];
        cube[1][2] = new long[] {7, 8};
        System.out.println(Arrays.deepToString(cube) + " " + cube[1][2].length);
        String[][] ragged = {{"a"}, {}, {"b", "c"}, null};
        System.out.println(Arrays.deepToString(ragged) + " " + ragged[2][1]);
        int[][] clone = table.clone();
        clone[0] = new int[] {9};
        System.out.println(table[0].length + " " + clone[0].length + " " + (table[1] == clone[1]));
        char[][] board = new char[3][3];
        for (char[] row : board) {
            Arrays.fill(row, '.');
        }
        board[1][1] = 'X';
        for (char[] row : board) {
            System.out.println(row);
        }
        try {
            System.out.println(new int[3][-1].length);
        } catch (NegativeArraySizeException e) {
            System.out.println(e);
        }
        try {
            table[3][5] = 1;
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println(e);
        }
        try {
            System.out.println(ragged[3].length);
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        double[][] product = multiply(new double[][] {{1, 2}, {3, 4}}, new double[][] {{0.5, -1}, {2, 1.5}});
        System.out.println(Arrays.deepToString(product) + " " + new byte[2][2][2][2][1].length);
    }

    private static double[][] multiply(double[][] a, double[][] b) {
        double[][] result = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    result[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return result;
    }
}
