#include "bench.h"

enum { SIZE = 8 };

static int checksum;
static int maximum;

static void prepare(void) {
    checksum = 0;
    maximum = 0;
}

static int count_flips(int *pancakes) {
    int flips = 0;
    for (int first = pancakes[0]; first != 0; first = pancakes[0]) {
        for (int low = 0, high = first; low < high; low++, high--) {
            int swapped = pancakes[low];
            pancakes[low] = pancakes[high];
            pancakes[high] = swapped;
        }
        flips++;
    }
    return flips;
}

static void rotate(int *permutation, int last) {
    int first = permutation[0];
    for (int i = 0; i < last; i++) {
        permutation[i] = permutation[i + 1];
    }
    permutation[last] = first;
}

static void flip_all(int size) {
    int *permutation = allocate(size * sizeof(int));
    int *work = allocate(size * sizeof(int));
    int *count = allocate(size * sizeof(int));
    for (int i = 0; i < size; i++) {
        permutation[i] = i;
    }
    int remaining = size;
    for (int number = 0;; number++) {
        for (; remaining > 1; remaining--) {
            count[remaining - 1] = remaining;
        }
        memcpy(work, permutation, size * sizeof(int));
        int flips = count_flips(work);
        maximum = flips > maximum ? flips : maximum;
        checksum += number % 2 == 0 ? flips : -flips;
        while (1) {
            if (remaining == size) {
                return;
            }
            rotate(permutation, remaining);
            count[remaining]--;
            if (count[remaining] > 0) {
                break;
            }
            remaining++;
        }
    }
}

static void run(void) {
    flip_all(SIZE);
}

static int64_t result(void) {
    return (int64_t)checksum << 32 | maximum;
}

const struct benchmark fannkuch = {"fannkuch", prepare, run, result};
