package ristretto.bench.compiler;

/** Decompresses blocks of the LZ4 format: bytes copied one by one or in runs, lengths from the input, all of it distrusted. */
final class Lz4 implements Benchmark {
    private static final int SIZE = 512 * 1024;
    private static final int MINIMUM_MATCH = 4;
    private static final int LAST_LITERALS = 12;

    private byte[] compressed;
    private byte[] output;
    private int compressedLength;
    private int outputLength;

    @Override
    public String name() {
        return "LZ4 decompress";
    }

    @Override
    public void prepare() {
        byte[] text = new byte[SIZE];
        Pseudorandom random = new Pseudorandom(4);
        for (int i = 0; i < SIZE; ) {
            int word = random.next(400);
            int length = 2 + word % 9;
            for (int j = 0; j < length && i < SIZE; j++) {
                text[i++] = (byte) ('a' + (word * 7 + j * j) % 26);
            }
            if (i < SIZE) {
                text[i++] = ' ';
            }
        }
        compressed = new byte[SIZE * 2];
        output = new byte[SIZE];
        compressedLength = compress(text, compressed);
    }

    @Override
    public void run() {
        outputLength = decompress(compressed, compressedLength, output);
    }

    @Override
    public long result() {
        long sum = outputLength;
        for (byte b : output) {
            sum = sum * 31 + b;
        }
        return sum * 31 + compressedLength;
    }

    private static int decompress(byte[] from, int fromLength, byte[] to) {
        int in = 0;
        int out = 0;
        while (in < fromLength) {
            int token = from[in++] & 0xff;
            int literals = token >>> 4;
            if (literals == 15) {
                int more;
                do {
                    more = from[in++] & 0xff;
                    literals += more;
                } while (more == 255);
            }
            for (int i = 0; i < literals; i++) {
                to[out++] = from[in++];
            }
            if (in >= fromLength) {
                break;
            }
            int distance = from[in] & 0xff | (from[in + 1] & 0xff) << 8;
            in += 2;
            int length = token & 15;
            if (length == 15) {
                int more;
                do {
                    more = from[in++] & 0xff;
                    length += more;
                } while (more == 255);
            }
            length += MINIMUM_MATCH;
            int match = out - distance;
            if (distance == 0 || match < 0) {
                throw new IllegalArgumentException("distance " + distance + " at " + in);
            }
            for (int i = 0; i < length; i++) {
                to[out++] = to[match++];
            }
        }
        return out;
    }

    private static int compress(byte[] text, byte[] to) {
        int[] seen = new int[4096];
        int out = 0;
        int anchor = 0;
        int in = 1;
        while (in < text.length - LAST_LITERALS) {
            int word = fourBytes(text, in);
            int slot = (word * -1_640_531_535) >>> 20;
            int candidate = seen[slot];
            seen[slot] = in;
            if (in - candidate > 65_535 || fourBytes(text, candidate) != word) {
                in++;
                continue;
            }
            int length = MINIMUM_MATCH;
            while (in + length < text.length - LAST_LITERALS && text[candidate + length] == text[in + length]) {
                length++;
            }
            out = sequence(text, anchor, in - anchor, in - candidate, length, to, out);
            in += length;
            anchor = in;
        }
        return sequence(text, anchor, text.length - anchor, 0, 0, to, out);
    }

    private static int sequence(byte[] text, int start, int literals, int distance, int length, byte[] to, int out) {
        int extra = length - MINIMUM_MATCH;
        int token = Math.min(literals, 15) << 4 | (length == 0 ? 0 : Math.min(extra, 15));
        to[out++] = (byte) token;
        out = lengthBytes(literals, to, out);
        for (int i = 0; i < literals; i++) {
            to[out++] = text[start + i];
        }
        if (length > 0) {
            to[out++] = (byte) distance;
            to[out++] = (byte) (distance >>> 8);
            out = lengthBytes(extra, to, out);
        }
        return out;
    }

    private static int lengthBytes(int length, byte[] to, int out) {
        if (length >= 15) {
            int rest = length - 15;
            for (; rest >= 255; rest -= 255) {
                to[out++] = (byte) 255;
            }
            to[out++] = (byte) rest;
        }
        return out;
    }

    private static int fourBytes(byte[] text, int at) {
        return text[at] & 0xff | (text[at + 1] & 0xff) << 8 | (text[at + 2] & 0xff) << 16 | text[at + 3] << 24;
    }
}
