// args: 8 6
/** Recursion with ints, arguments from the command line. */
public class AppQueens {
    static int solutions(int size, int row, int columns, int left, int right) {
        if (row == size) {
            return 1;
        }
        int count = 0;
        for (int free = ~(columns | left | right) & (1 << size) - 1; free != 0; free &= free - 1) {
            int bit = free & -free;
            count += solutions(size, row + 1, columns | bit, (left | bit) << 1, (right | bit) >>> 1);
        }
        return count;
    }

    public static void main(String[] args) {
        for (String size : args) {
            int n = Integer.parseInt(size);
            System.out.println(n + " queens: " + solutions(n, 0, 0, 0, 0));
        }
    }
}
