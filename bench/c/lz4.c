#include "bench.h"

enum { SIZE = 512 * 1024, MINIMUM_MATCH = 4, LAST_LITERALS = 12 };

static uint8_t *compressed;
static uint8_t *output;
static int compressed_length;
static int output_length;

static int length_bytes(int length, uint8_t *to, int out) {
    if (length >= 15) {
        int rest = length - 15;
        for (; rest >= 255; rest -= 255) {
            to[out++] = 255;
        }
        to[out++] = (uint8_t)rest;
    }
    return out;
}

static int sequence(const uint8_t *text, int start, int literals, int distance, int length, uint8_t *to, int out) {
    int extra = length - MINIMUM_MATCH;
    int high = literals < 15 ? literals : 15;
    int low = length == 0 ? 0 : extra < 15 ? extra : 15;
    to[out++] = (uint8_t)(high << 4 | low);
    out = length_bytes(literals, to, out);
    for (int i = 0; i < literals; i++) {
        to[out++] = text[start + i];
    }
    if (length > 0) {
        to[out++] = (uint8_t)distance;
        to[out++] = (uint8_t)(distance >> 8);
        out = length_bytes(extra, to, out);
    }
    return out;
}

static uint32_t four_bytes(const uint8_t *text) {
    return text[0] | (uint32_t)text[1] << 8 | (uint32_t)text[2] << 16 | (uint32_t)text[3] << 24;
}

static int compress(const uint8_t *text, uint8_t *to) {
    int *seen = allocate(4096 * sizeof(int));
    int out = 0;
    int anchor = 0;
    int in = 1;
    while (in < SIZE - LAST_LITERALS) {
        uint32_t word = four_bytes(text + in);
        uint32_t slot = (word * 2654435761u) >> 20;
        int candidate = seen[slot];
        seen[slot] = in;
        if (in - candidate > 65535 || four_bytes(text + candidate) != word) {
            in++;
            continue;
        }
        int length = MINIMUM_MATCH;
        while (in + length < SIZE - LAST_LITERALS && text[candidate + length] == text[in + length]) {
            length++;
        }
        out = sequence(text, anchor, in - anchor, in - candidate, length, to, out);
        in += length;
        anchor = in;
    }
    return sequence(text, anchor, SIZE - anchor, 0, 0, to, out);
}

static void prepare(void) {
    uint8_t *text = allocate(SIZE);
    seed_random(4);
    for (int i = 0; i < SIZE;) {
        int word = next_random(400);
        int length = 2 + word % 9;
        for (int j = 0; j < length && i < SIZE; j++) {
            text[i++] = (uint8_t)('a' + (word * 7 + j * j) % 26);
        }
        if (i < SIZE) {
            text[i++] = ' ';
        }
    }
    compressed = allocate(SIZE * 2);
    output = allocate(SIZE);
    compressed_length = compress(text, compressed);
}

/* Answers the number of bytes, or -1 where the input is damaged: every access is checked, as input from outside demands. */
static int decompress(const uint8_t *from, int from_length, uint8_t *to, int to_length) {
    int in = 0;
    int out = 0;
    while (in < from_length) {
        int token = from[in++];
        int literals = token >> 4;
        if (literals == 15) {
            int more;
            do {
                if (in >= from_length) {
                    return -1;
                }
                more = from[in++];
                literals += more;
            } while (more == 255);
        }
        if (literals > from_length - in || literals > to_length - out) {
            return -1;
        }
        for (int i = 0; i < literals; i++) {
            to[out++] = from[in++];
        }
        if (in >= from_length) {
            break;
        }
        if (from_length - in < 2) {
            return -1;
        }
        int distance = from[in] | from[in + 1] << 8;
        in += 2;
        int length = token & 15;
        if (length == 15) {
            int more;
            do {
                if (in >= from_length) {
                    return -1;
                }
                more = from[in++];
                length += more;
            } while (more == 255);
        }
        length += MINIMUM_MATCH;
        int match = out - distance;
        if (distance == 0 || match < 0 || length > to_length - out) {
            return -1;
        }
        for (int i = 0; i < length; i++) {
            to[out++] = to[match++];
        }
    }
    return out;
}

static void run(void) {
    output_length = decompress(compressed, compressed_length, output, SIZE);
}

static int64_t result(void) {
    uint64_t sum = (uint64_t)output_length;
    for (int i = 0; i < SIZE; i++) {
        sum = sum * 31 + output[i];
    }
    return (int64_t)(sum * 31 + (uint64_t)compressed_length);
}

const struct benchmark lz4 = {"LZ4 decompress", prepare, run, result};
