#include "bench.h"

enum { SIZE = 120, ROUNDS = 10 };

static double *u;
static double *v;
static double norm;

static void prepare(void) {
    u = allocate(SIZE * sizeof(double));
    v = allocate(SIZE * sizeof(double));
    for (int i = 0; i < SIZE; i++) {
        u[i] = 1;
    }
}

static double element(int row, int column) {
    return 1.0 / ((row + column) * (row + column + 1) / 2 + row + 1);
}

static void multiply(int size, const double *from, double *to) {
    for (int i = 0; i < size; i++) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
            sum += element(i, j) * from[j];
        }
        to[i] = sum;
    }
}

static void multiply_transposed(int size, const double *from, double *to) {
    for (int i = 0; i < size; i++) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
            sum += element(j, i) * from[j];
        }
        to[i] = sum;
    }
}

static void multiply_both(int size, const double *from, double *between, double *to) {
    multiply(size, from, between);
    multiply_transposed(size, between, to);
}

static void run(void) {
    double *between = allocate(SIZE * sizeof(double));
    for (int round = 0; round < ROUNDS; round++) {
        multiply_both(SIZE, u, between, v);
        multiply_both(SIZE, v, between, u);
    }
    double uv = 0, vv = 0;
    for (int i = 0; i < SIZE; i++) {
        uv += u[i] * v[i];
        vv += v[i] * v[i];
    }
    norm = __builtin_sqrt(uv / vv);
}

static int64_t result(void) {
    union {
        double number;
        int64_t bits;
    } value = {norm};
    return value.bits;
}

const struct benchmark spectral_norm = {"spectral-norm", prepare, run, result};
