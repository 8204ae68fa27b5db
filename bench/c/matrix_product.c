#include "bench.h"

enum { SIZE = 100 };

static double *left;
static double *right;
static double *product;

static void prepare(void) {
    seed_random(1);
    left = allocate(SIZE * SIZE * sizeof(double));
    right = allocate(SIZE * SIZE * sizeof(double));
    for (int i = 0; i < SIZE * SIZE; i++) {
        left[i] = next_random(1000) / 8.0;
        right[i] = next_random(1000) / 16.0;
    }
}

static double *multiply(const double *a, const double *b, int rows, int inner, int columns) {
    double *c = allocate(rows * columns * sizeof(double));
    for (int i = 0; i < rows; i++) {
        double *row = c + i * columns;
        for (int k = 0; k < inner; k++) {
            double factor = a[i * inner + k];
            const double *other = b + k * columns;
            for (int j = 0; j < columns; j++) {
                row[j] += factor * other[j];
            }
        }
    }
    return c;
}

static void run(void) {
    product = multiply(left, right, SIZE, SIZE, SIZE);
}

static int64_t result(void) {
    uint64_t sum = 0;
    for (int i = 0; i < SIZE * SIZE; i++) {
        union {
            double number;
            uint64_t bits;
        } element = {product[i]};
        sum = sum * 31 + element.bits;
    }
    return (int64_t)sum;
}

const struct benchmark matrix_product = {"matrix product", prepare, run, result};
