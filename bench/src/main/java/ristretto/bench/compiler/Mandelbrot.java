package ristretto.bench.compiler;

/** Points of the plane that never leave: floating-point arithmetic in registers, a bit for each point. */
final class Mandelbrot implements Benchmark {
    private static final int SIZE = 160;
    private static final int ITERATIONS = 50;

    private byte[] bitmap;

    @Override
    public String name() {
        return "mandelbrot";
    }

    @Override
    public void prepare() {
        bitmap = new byte[SIZE * SIZE / 8];
    }

    @Override
    public void run() {
        draw(bitmap, SIZE);
    }

    @Override
    public long result() {
        long sum = 0;
        for (byte bits : bitmap) {
            sum = sum * 31 + bits;
        }
        return sum;
    }

    private static void draw(byte[] bitmap, int size) {
        int position = 0;
        for (int y = 0; y < size; y++) {
            double ci = 2.0 * y / size - 1.0;
            int bits = 0;
            for (int x = 0; x < size; x++) {
                double cr = 2.0 * x / size - 1.5;
                bits = bits << 1 | (stays(cr, ci) ? 1 : 0);
                if (x % 8 == 7) {
                    bitmap[position++] = (byte) bits;
                }
            }
        }
    }

    private static boolean stays(double cr, double ci) {
        double zr = 0;
        double zi = 0;
        for (int i = 0; i < ITERATIONS; i++) {
            double real = zr * zr - zi * zi + cr;
            zi = 2 * zr * zi + ci;
            zr = real;
            if (zr * zr + zi * zi > 4) {
                return false;
            }
        }
        return true;
    }
}
