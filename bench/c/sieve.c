#include "bench.h"

enum { LIMIT = 500000 };

static bool *composite;
static int primes;

static void prepare(void) {
    composite = allocate(LIMIT + 1);
}

static int count(bool *is_composite, int length) {
    int found = 0;
    for (int i = 2; i < length; i++) {
        if (!is_composite[i]) {
            found++;
            for (int multiple = 2 * i; multiple < length; multiple += i) {
                is_composite[multiple] = true;
            }
        }
    }
    return found;
}

static void run(void) {
    primes = count(composite, LIMIT + 1);
}

static int64_t result(void) {
    return primes;
}

const struct benchmark sieve = {"sieve", prepare, run, result};
