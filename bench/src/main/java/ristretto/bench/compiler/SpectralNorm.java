package ristretto.bench.compiler;

import java.util.Arrays;

/** The largest eigenvalue of an infinite matrix, cut off: loops over arrays of double with a division in each step. */
final class SpectralNorm implements Benchmark {
    private static final int SIZE = 120;
    private static final int ROUNDS = 10;

    private double[] u;
    private double[] v;
    private double norm;

    @Override
    public String name() {
        return "spectral-norm";
    }

    @Override
    public void prepare() {
        u = new double[SIZE];
        v = new double[SIZE];
        Arrays.fill(u, 1);
    }

    @Override
    public void run() {
        double[] between = new double[SIZE];
        for (int round = 0; round < ROUNDS; round++) {
            multiplyBoth(u, between, v);
            multiplyBoth(v, between, u);
        }
        double uv = 0;
        double vv = 0;
        for (int i = 0; i < u.length; i++) {
            uv += u[i] * v[i];
            vv += v[i] * v[i];
        }
        norm = Math.sqrt(uv / vv);
    }

    @Override
    public long result() {
        return Double.doubleToLongBits(norm);
    }

    private static double element(int row, int column) {
        return 1.0 / ((row + column) * (row + column + 1) / 2 + row + 1);
    }

    private static void multiply(double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            double sum = 0;
            for (int j = 0; j < from.length; j++) {
                sum += element(i, j) * from[j];
            }
            to[i] = sum;
        }
    }

    private static void multiplyTransposed(double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            double sum = 0;
            for (int j = 0; j < from.length; j++) {
                sum += element(j, i) * from[j];
            }
            to[i] = sum;
        }
    }

    private static void multiplyBoth(double[] from, double[] between, double[] to) {
        multiply(from, between);
        multiplyTransposed(between, to);
    }
}
