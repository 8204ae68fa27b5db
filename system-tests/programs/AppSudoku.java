/** Backtracking with bit sets. */
public class AppSudoku {
    private final int[] grid = new int[81];
    private final int[] rows = new int[9];
    private final int[] columns = new int[9];
    private final int[] boxes = new int[9];
    private int tries;

    AppSudoku(String puzzle) {
        for (int i = 0; i < 81; i++) {
            if (puzzle.charAt(i) != '.') {
                place(i, 1 << puzzle.charAt(i) - '1');
            }
        }
    }

    private void place(int cell, int bit) {
        grid[cell] ^= bit;
        rows[cell / 9] ^= bit;
        columns[cell % 9] ^= bit;
        boxes[cell / 27 * 3 + cell % 9 / 3] ^= bit;
    }

    boolean solve() {
        int best = -1;
        int bestFree = 0;
        for (int cell = 0; cell < 81; cell++) {
            if (grid[cell] == 0) {
                int free = 0x1ff & ~(rows[cell / 9] | columns[cell % 9] | boxes[cell / 27 * 3 + cell % 9 / 3]);
                if (best < 0 || Integer.bitCount(free) < Integer.bitCount(bestFree)) {
                    best = cell;
                    bestFree = free;
                }
            }
        }
        if (best < 0) {
            return true;
        }
        for (int left = bestFree; left != 0; left &= left - 1) {
            tries++;
            place(best, Integer.lowestOneBit(left));
            if (solve()) {
                return true;
            }
            place(best, Integer.lowestOneBit(left));
        }
        return false;
    }

    public static void main(String[] args) {
        AppSudoku sudoku = new AppSudoku("8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..");
        System.out.println(sudoku.solve() + " after " + sudoku.tries + " tries");
        for (int i = 0; i < 81; i++) {
            System.out.print(Integer.numberOfTrailingZeros(sudoku.grid[i]) + 1);
            if (i % 9 == 8) {
                System.out.println();
            }
        }
    }
}
