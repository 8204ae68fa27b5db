/** Eight queens, by columns and by bits. */
public class Queens {
    private static int solve(int n, int row, int columns, int left, int right) {
        if (row == n) {
            return 1;
        }
        int count = 0;
        for (int free = (1 << n) - 1 & ~(columns | left | right); free != 0; free &= free - 1) {
            int bit = free & -free;
            count += solve(n, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1);
        }
        return count;
    }

    private static boolean first(int[] queens, int row) {
        if (row == queens.length) {
            return true;
        }
        for (int column = 0; column < queens.length; column++) {
            boolean safe = true;
            for (int r = 0; safe && r < row; r++) {
                safe = queens[r] != column && Math.abs(queens[r] - column) != row - r;
            }
            queens[row] = column;
            if (safe && first(queens, row + 1)) {
                return true;
            }
        }
        return false;
    }

    public static void main(String[] args) {
        for (int n = 1; n <= 9; n++) {
            System.out.println(n + " " + solve(n, 0, 0, 0, 0));
        }
        int[] queens = new int[8];
        System.out.println(first(queens, 0));
        for (int column : queens) {
            System.out.println(".".repeat(column) + "Q" + ".".repeat(7 - column));
        }
    }
}
