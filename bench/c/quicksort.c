#include "bench.h"

enum { SIZE = 100000 };

static int *numbers;

static void prepare(void) {
    seed_random(3);
    numbers = allocate(SIZE * sizeof(int));
    for (int i = 0; i < SIZE; i++) {
        int high = next_random(65536) << 15;
        numbers[i] = high ^ next_random(65536);
    }
}

static void sort(int *a, int first, int last) {
    if (first >= last) {
        return;
    }
    int pivot = a[first + (last - first) / 2];
    int low = first;
    int high = last;
    while (low <= high) {
        while (a[low] < pivot) {
            low++;
        }
        while (a[high] > pivot) {
            high--;
        }
        if (low <= high) {
            int swapped = a[low];
            a[low] = a[high];
            a[high] = swapped;
            low++;
            high--;
        }
    }
    sort(a, first, high);
    sort(a, low, last);
}

static void run(void) {
    sort(numbers, 0, SIZE - 1);
}

static int64_t result(void) {
    uint64_t sum = 0;
    for (int i = 0; i < SIZE; i++) {
        sum = sum * 31 + (uint64_t)(int64_t)numbers[i];
    }
    return (int64_t)sum;
}

const struct benchmark quicksort = {"quicksort", prepare, run, result};
