package ristretto.bench.compiler;

/** Product of two matrices, row by row. */
final class MatrixProduct implements Benchmark {
    private static final int SIZE = 100;

    private double[][] left;
    private double[][] right;
    private double[][] product;

    @Override
    public String name() {
        return "matrix product";
    }

    @Override
    public void prepare() {
        Pseudorandom random = new Pseudorandom(1);
        left = new double[SIZE][SIZE];
        right = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                left[i][j] = random.next(1000) / 8.0;
                right[i][j] = random.next(1000) / 16.0;
            }
        }
    }

    @Override
    public void run() {
        product = multiply(left, right);
    }

    @Override
    public long result() {
        long sum = 0;
        for (double[] row : product) {
            for (double element : row) {
                sum = sum * 31 + Double.doubleToLongBits(element);
            }
        }
        return sum;
    }

    private static double[][] multiply(double[][] a, double[][] b) {
        int rows = a.length;
        int columns = b[0].length;
        double[][] c = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            double[] row = c[i];
            for (int k = 0; k < b.length; k++) {
                double factor = a[i][k];
                double[] other = b[k];
                for (int j = 0; j < columns; j++) {
                    row[j] += factor * other[j];
                }
            }
        }
        return c;
    }
}
