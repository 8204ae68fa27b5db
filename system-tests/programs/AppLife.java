/** Conway's game of life on a torus: nested loops over boolean arrays. */
public class AppLife {
    private boolean[][] cells;

    AppLife(String... rows) {
        cells = new boolean[rows.length][rows[0].length()];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length(); x++) {
                cells[y][x] = rows[y].charAt(x) == '#';
            }
        }
    }

    void step() {
        int height = cells.length;
        int width = cells[0].length;
        boolean[][] next = new boolean[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int neighbours = 0;
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        if ((dx != 0 || dy != 0) && cells[Math.floorMod(y + dy, height)][Math.floorMod(x + dx, width)]) {
                            neighbours++;
                        }
                    }
                }
                next[y][x] = neighbours == 3 || neighbours == 2 && cells[y][x];
            }
        }
        cells = next;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (boolean[] row : cells) {
            for (boolean cell : row) {
                text.append(cell ? '#' : '.');
            }
            text.append('\n');
        }
        return text.toString();
    }

    public static void main(String[] args) {
        AppLife life = new AppLife(".#......", "..#.....", "###.....", "........", "........", "........");
        for (int i = 0; i < 5; i++) {
            System.out.println(life);
            life.step();
        }
    }
}
