/** Floating point: Gaussian elimination, determinants, power iteration. */
public class AppMatrix {
    static double[][] multiply(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                double sum = 0;
                for (int k = 0; k < b.length; k++) {
                    sum += a[i][k] * b[k][j];
                }
                product[i][j] = sum;
            }
        }
        return product;
    }

    static double determinant(double[][] matrix) {
        double[][] m = new double[matrix.length][];
        for (int i = 0; i < m.length; i++) {
            m[i] = matrix[i].clone();
        }
        double determinant = 1;
        for (int column = 0; column < m.length; column++) {
            int pivot = column;
            for (int row = column; row < m.length; row++) {
                if (Math.abs(m[row][column]) > Math.abs(m[pivot][column])) {
                    pivot = row;
                }
            }
            if (m[pivot][column] == 0) {
                return 0;
            }
            if (pivot != column) {
                double[] swap = m[pivot];
                m[pivot] = m[column];
                m[column] = swap;
                determinant = -determinant;
            }
            determinant *= m[column][column];
            for (int row = column + 1; row < m.length; row++) {
                double factor = m[row][column] / m[column][column];
                for (int k = column; k < m.length; k++) {
                    m[row][k] -= factor * m[column][k];
                }
            }
        }
        return determinant;
    }

    public static void main(String[] args) {
        double[][] a = {{2, -1, 0}, {-1, 2, -1}, {0, -1, 2}};
        double[][] b = {{1, 2, 3}, {4, 5, 6}, {7, 8, 10}};
        for (double[] row : multiply(a, b)) {
            System.out.println(row[0] + " " + row[1] + " " + row[2]);
        }
        System.out.println(determinant(a) + " " + determinant(b));
        double[][] v = {{1}, {1}, {1}};
        for (int i = 0; i < 40; i++) {
            v = multiply(b, v);
            double length = Math.sqrt(v[0][0] * v[0][0] + v[1][0] * v[1][0] + v[2][0] * v[2][0]);
            for (double[] row : v) {
                row[0] /= length;
            }
        }
        System.out.println((float) v[0][0] + " " + (float) v[1][0] + " " + (float) v[2][0]);
        float sum = 0;
        for (int i = 1; i <= 100; i++) {
            sum += 1f / i;
        }
        System.out.println(sum + " " + (int) sum + " " + (long) -sum + " " + Math.round(sum * 100));
    }
}
