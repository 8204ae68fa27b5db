/** Conway's game of life on a torus. */
public class LifeGame {
    public static void main(String[] args) {
        int height = 12;
        int width = 24;
        boolean[][] cells = new boolean[height][width];
        int[][] glider = {{1, 2}, {2, 3}, {3, 1}, {3, 2}, {3, 3}, {6, 10}, {6, 11}, {6, 12}};
        for (int[] cell : glider) {
            cells[cell[0]][cell[1]] = true;
        }
        for (int generation = 0; generation <= 40; generation++) {
            if (generation % 20 == 0) {
                System.out.println("generation " + generation);
                for (boolean[] row : cells) {
                    StringBuilder line = new StringBuilder();
                    for (boolean alive : row) {
                        line.append(alive ? '#' : '.');
                    }
                    System.out.println(line);
                }
            }
            boolean[][] next = new boolean[height][width];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int neighbours = 0;
                    for (int dy = -1; dy <= 1; dy++) {
                        for (int dx = -1; dx <= 1; dx++) {
                            if ((dx != 0 || dy != 0) && cells[(y + dy + height) % height][(x + dx + width) % width]) {
                                neighbours++;
                            }
                        }
                    }
                    next[y][x] = neighbours == 3 || cells[y][x] && neighbours == 2;
                }
            }
            cells = next;
        }
    }
}
