/* Runs each program twice, the first time to warm up, and prints name, instructions of the second run, and result on the serial line. */
#include "bench.h"

extern const struct benchmark fannkuch, nbody, spectral_norm, mandelbrot, sieve, matrix_product, sha256, quicksort, lz4, richards;

static const struct benchmark *const BENCHMARKS[] = {&fannkuch,       &nbody,  &spectral_norm, &mandelbrot, &sieve,
                                                     &matrix_product, &sha256, &quicksort,     &lz4,        &richards};

static volatile uint8_t *const UART = (uint8_t *)0x10000000;
static volatile uint32_t *const POWER = (uint32_t *)0x00100000;
static const uint32_t POWER_OFF = 0x5555;

enum { ARENA = 16 << 20 };

static uint8_t arena[ARENA] __attribute__((aligned(16)));
static size_t used;

void *allocate(size_t bytes) {
    uint8_t *memory = arena + used;
    used += (bytes + 15) & ~(size_t)15;
    return memory;
}

static uint32_t random_state;

void seed_random(int seed) {
    random_state = (uint32_t)seed;
}

int next_random(int bound) {
    random_state = random_state * 1103515245u + 12345u;
    return (int)(random_state >> 16) % bound;
}

static void print(const char *text) {
    while (*text) {
        *UART = (uint8_t)*text++;
    }
}

static void print_number(uint64_t number) {
    char digits[21];
    int position = 20;
    digits[position] = 0;
    do {
        digits[--position] = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    print(digits + position);
}

static uint64_t instructions(void) {
    uint64_t count;
    __asm__ volatile("csrr %0, instret" : "=r"(count)::"memory");
    return count;
}

static uint64_t measure(const struct benchmark *benchmark) {
    memset(arena, 0, used);
    used = 0;
    benchmark->prepare();
    uint64_t start = instructions();
    benchmark->run();
    return instructions() - start;
}

void bench_main(void) {
    for (size_t i = 0; i < sizeof BENCHMARKS / sizeof BENCHMARKS[0]; i++) {
        const struct benchmark *benchmark = BENCHMARKS[i];
        measure(benchmark);
        uint64_t count = measure(benchmark);
        print(benchmark->name);
        print(": ");
        print_number(count);
        print(" ");
        print_number((uint64_t)benchmark->result());
        print("\n");
    }
    *POWER = POWER_OFF;
}
