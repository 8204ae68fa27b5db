/** Backtracking over a board. */
public class Sudoku {
    private static final String PUZZLE = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
    private static int guesses;

    private static boolean allowed(int[][] board, int row, int column, int digit) {
        for (int i = 0; i < 9; i++) {
            if (board[row][i] == digit || board[i][column] == digit || board[row / 3 * 3 + i / 3][column / 3 * 3 + i % 3] == digit) {
                return false;
            }
        }
        return true;
    }

    private static boolean solve(int[][] board, int position) {
        if (position == 81) {
            return true;
        }
        int row = position / 9;
        int column = position % 9;
        if (board[row][column] != 0) {
            return solve(board, position + 1);
        }
        for (int digit = 1; digit <= 9; digit++) {
            if (allowed(board, row, column, digit)) {
                guesses++;
                board[row][column] = digit;
                if (solve(board, position + 1)) {
                    return true;
                }
            }
        }
        board[row][column] = 0;
        return false;
    }

    public static void main(String[] args) {
        int[][] board = new int[9][9];
        for (int i = 0; i < 81; i++) {
            char c = PUZZLE.charAt(i);
            board[i / 9][i % 9] = c == '.' ? 0 : c - '0';
        }
        System.out.println(solve(board, 0) + " " + guesses);
        for (int[] row : board) {
            StringBuilder line = new StringBuilder();
            for (int digit : row) {
                line.append(digit).append(' ');
            }
            System.out.println(line.toString().trim());
        }
    }
}
