/* What clang calls although there is no library; compiled without the recognition of loops that would call themselves. */
#include "bench.h"

void *memcpy(void *restrict to, const void *restrict from, size_t bytes) {
    uint8_t *t = to;
    const uint8_t *f = from;
    for (; bytes >= 8 && (((uintptr_t)t | (uintptr_t)f) & 7) == 0; bytes -= 8, t += 8, f += 8) {
        *(uint64_t *)t = *(const uint64_t *)f;
    }
    for (; bytes > 0; bytes--) {
        *t++ = *f++;
    }
    return to;
}

void *memset(void *to, int value, size_t bytes) {
    uint8_t *t = to;
    uint64_t word = (uint8_t)value * 0x0101010101010101u;
    for (; bytes >= 8 && ((uintptr_t)t & 7) == 0; bytes -= 8, t += 8) {
        *(uint64_t *)t = word;
    }
    for (; bytes > 0; bytes--) {
        *t++ = (uint8_t)value;
    }
    return to;
}
