#include "bench.h"

enum { SIZE = 160, ITERATIONS = 50 };

static int8_t *bitmap;

static void prepare(void) {
    bitmap = allocate(SIZE * SIZE / 8);
}

static int stays(double cr, double ci) {
    double zr = 0;
    double zi = 0;
    for (int i = 0; i < ITERATIONS; i++) {
        double real = zr * zr - zi * zi + cr;
        zi = 2 * zr * zi + ci;
        zr = real;
        if (zr * zr + zi * zi > 4) {
            return 0;
        }
    }
    return 1;
}

static void draw(int8_t *map, int size) {
    int position = 0;
    for (int y = 0; y < size; y++) {
        double ci = 2.0 * y / size - 1.0;
        int bits = 0;
        for (int x = 0; x < size; x++) {
            double cr = 2.0 * x / size - 1.5;
            bits = bits << 1 | stays(cr, ci);
            if (x % 8 == 7) {
                map[position++] = (int8_t)bits;
            }
        }
    }
}

static void run(void) {
    draw(bitmap, SIZE);
}

static int64_t result(void) {
    uint64_t sum = 0;
    for (int i = 0; i < SIZE * SIZE / 8; i++) {
        sum = sum * 31 + (uint64_t)bitmap[i];
    }
    return (int64_t)sum;
}

const struct benchmark mandelbrot = {"mandelbrot", prepare, run, result};
