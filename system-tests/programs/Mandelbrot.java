/** Floating point in a loop, drawn with letters. */
public class Mandelbrot {
    public static void main(String[] args) {
        String shades = " .:-=+*#%@";
        for (int y = -12; y <= 12; y++) {
            StringBuilder line = new StringBuilder();
            for (int x = -40; x <= 20; x++) {
                double cr = x / 20.0;
                double ci = y / 10.0;
                double zr = 0;
                double zi = 0;
                int steps = 0;
                while (steps < 90 && zr * zr + zi * zi < 4) {
                    double t = zr * zr - zi * zi + cr;
                    zi = 2 * zr * zi + ci;
                    zr = t;
                    steps++;
                }
                line.append(shades.charAt(steps / 10));
            }
            System.out.println(line.toString().stripTrailing());
        }
        float sum = 0;
        for (int i = 1; i < 3000; i++) {
            sum += 1f / i;
        }
        System.out.println(sum);
    }
}
