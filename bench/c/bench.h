/* What the C programs share. They exist to be compared with the Java programs of the same names, and for nothing else. */
#ifndef BENCH_H
#define BENCH_H

/* The few standard types, without clang's headers. */
typedef __INT8_TYPE__ int8_t;
typedef __UINT8_TYPE__ uint8_t;
typedef __INT32_TYPE__ int32_t;
typedef __UINT32_TYPE__ uint32_t;
typedef __INT64_TYPE__ int64_t;
typedef __UINT64_TYPE__ uint64_t;
typedef __UINTPTR_TYPE__ uintptr_t;
typedef __SIZE_TYPE__ size_t;
#define bool _Bool
#define true 1
#define false 0
#define NULL ((void *)0)

struct benchmark {
    const char *name;
    void (*prepare)(void);
    void (*run)(void);
    int64_t (*result)(void);
};

/* Zeroed memory, all of which is given back before the next run. */
void *allocate(size_t bytes);

void seed_random(int seed);
int next_random(int bound);

void *memcpy(void *restrict to, const void *restrict from, size_t bytes);
void *memset(void *to, int value, size_t bytes);

#endif
