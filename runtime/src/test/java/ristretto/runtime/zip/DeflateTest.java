package ristretto.runtime.zip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** Compression and decompression against the JDK's zlib: the same bytes, the same words for the same damage. */
class DeflateTest {
    private static final int[] SIZES = {0, 1, 2, 3, 258, 5_000, 32_500, 70_000};

    private static List<byte[]> samples() {
        List<byte[]> samples = new ArrayList<>();
        Random random = new Random(7);
        for (int size : SIZES) {
            byte[] noise = new byte[size];
            random.nextBytes(noise);
            samples.add(noise);
            samples.add(new byte[size]);
            byte[] text = new byte[size];
            byte[] few = new byte[size];
            for (int i = 0; i < size; i++) {
                text[i] = (byte) "etaoin shrdlu".charAt(Math.min(12, (int) Math.abs(random.nextGaussian() * 5)));
                boolean repeats = i > 300 && random.nextInt(40) != 0;
                few[i] = repeats ? few[i - 1 - (i / 97 % 290)] : (byte) random.nextInt();
            }
            samples.add(text);
            samples.add(few);
        }
        return samples;
    }

    private static byte[] ours(byte[] data, int level, int strategy, boolean isBare, int piece, int room) {
        Deflate deflate = new Deflate(level, strategy, isBare);
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        byte[] output = new byte[room];
        int at = 0;
        while (!deflate.isDone()) {
            int end = Math.min(data.length, at + piece);
            boolean isLast = end == data.length;
            deflate.run(data, at, end - at, output, 0, room, isLast ? Deflate.FINISH : Deflate.NO_FLUSH);
            at = deflate.inputPosition();
            result.write(output, 0, deflate.outputPosition());
        }
        return result.toByteArray();
    }

    private static byte[] zlibs(byte[] data, int level, int strategy, boolean isBare) {
        try (Deflater deflater = new Deflater(level, isBare)) {
            if (strategy != Deflater.DEFAULT_STRATEGY) {
                deflater.setStrategy(strategy);
                deflater.deflate(new byte[0]);
            }
            deflater.setInput(data);
            deflater.finish();
            byte[] output = new byte[data.length + data.length / 100 + 100];
            int length = 0;
            while (!deflater.finished()) {
                length += deflater.deflate(output, length, output.length - length);
            }
            return Arrays.copyOf(output, length);
        }
    }

    private static byte[] inflated(byte[] data, boolean isBare, int piece, int room) throws DataFormatException {
        Inflate inflate = new Inflate(isBare);
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        byte[] output = new byte[room];
        int at = 0;
        while (!inflate.isDone()) {
            int length = Math.min(piece, data.length - at);
            inflate.run(data, at, length, output, 0, room);
            if (inflate.inputPosition() == at && inflate.outputPosition() == 0 && !inflate.isDone()) {
                throw new DataFormatException("ends too early");
            }
            at = inflate.inputPosition();
            result.write(output, 0, inflate.outputPosition());
        }
        return result.toByteArray();
    }

    @Test
    void compressesToTheBytesOfZlib() throws DataFormatException {
        for (byte[] sample : samples()) {
            for (int level = 1; level <= 9; level++) {
                for (int strategy = 0; strategy <= 2; strategy++) {
                    boolean isBare = level % 2 == 0;
                    byte[] expected = zlibs(sample, level, strategy, isBare);
                    byte[] actual = ours(sample, level, strategy, isBare, sample.length + 1, 512);
                    assertArrayEquals(
                            expected, actual, sample.length + " bytes, level " + level + ", strategy " + strategy);
                    assertArrayEquals(sample, inflated(actual, isBare, sample.length + 100, 300_000));
                }
            }
        }
    }

    @Test
    void piecesAndRoomsOfEverySizeMakeTheSameStream() throws DataFormatException {
        byte[] sample = samples().get(4 * 6 + 3);
        for (int level : new int[] {0, 1, 3, 4, 6, 9}) {
            for (int piece : new int[] {1, 7, 500, 40_000}) {
                for (int room : new int[] {1, 10, 4096}) {
                    byte[] packed = ours(sample, level, 0, false, piece, room);
                    assertArrayEquals(sample, inflated(packed, false, piece, room));
                }
            }
        }
    }

    @Test
    void storesWhatZlibReads() throws DataFormatException {
        for (byte[] sample : samples()) {
            byte[] packed = ours(sample, 0, 0, false, 3_000, 700);
            Inflater inflater = new Inflater();
            inflater.setInput(packed);
            byte[] result = new byte[sample.length + 1];
            assertEquals(sample.length, inflater.inflate(result));
            assertArrayEquals(sample, Arrays.copyOf(result, sample.length));
            assertTrue(inflater.finished());
            assertTrue(packed.length <= sample.length + 5 * (sample.length / 30_000 + 2) + 6, packed.length + " bytes");
        }
    }

    /** What both say of a damaged stream: how much came out, and what is wrong. */
    private static String verdictOfZlib(byte[] data, boolean isBare) {
        Inflater inflater = new Inflater(isBare);
        inflater.setInput(data);
        byte[] output = new byte[100_000];
        int length = 0;
        try {
            while (!inflater.finished() && !inflater.needsDictionary()) {
                int count = inflater.inflate(output, length, output.length - length);
                length += count;
                if (count == 0) {
                    break;
                }
            }
            return Arrays.hashCode(Arrays.copyOf(output, length)) + " " + inflater.finished() + " "
                    + inflater.needsDictionary();
        } catch (DataFormatException e) {
            return e.getMessage();
        } finally {
            inflater.end();
        }
    }

    private static String ourVerdict(byte[] data, boolean isBare) {
        Inflate inflate = new Inflate(isBare);
        byte[] output = new byte[100_000];
        try {
            inflate.run(data, 0, data.length, output, 0, output.length);
            return Arrays.hashCode(Arrays.copyOf(output, inflate.outputPosition())) + " " + inflate.isDone() + " "
                    + inflate.needsDictionary();
        } catch (DataFormatException e) {
            return e.getMessage();
        }
    }

    @Test
    void damageIsFoundAndNamedAsZlibDoes() {
        Random random = new Random(11);
        List<byte[]> samples = samples();
        List<String> verdicts = new ArrayList<>();
        for (int round = 0; round < 2_000; round++) {
            byte[] sample = samples.get(random.nextInt(4 * 6));
            boolean isBare = random.nextBoolean();
            byte[] data = zlibs(Arrays.copyOf(sample, Math.min(sample.length, 900)), 1 + random.nextInt(9), 0, isBare);
            for (int i = random.nextInt(3); i >= 0; i--) {
                data[random.nextInt(Math.min(data.length, 60))] = (byte) random.nextInt();
            }
            if (random.nextInt(4) == 0) {
                data = Arrays.copyOf(data, random.nextInt(data.length));
            }
            String verdict = verdictOfZlib(data, isBare);
            assertEquals(verdict, ourVerdict(data, isBare), Arrays.toString(data));
            verdicts.add(verdict.replaceAll("[-0-9]+ .*", "ok"));
        }
        for (int round = 0; round < 8_000; round++) {
            byte[] noise = new byte[1 + random.nextInt(120)];
            random.nextBytes(noise);
            noise[0] = (byte) (noise[0] & 0xf8 | 4 | random.nextInt(2));
            String verdict = verdictOfZlib(noise, true);
            assertEquals(verdict, ourVerdict(noise, true), Arrays.toString(noise));
            verdicts.add(verdict.replaceAll("[-0-9]+ .*", "ok"));
        }
        assertTrue(
                verdicts.stream().distinct().count() >= 10,
                verdicts.stream().distinct().toList().toString());
    }

    @Test
    void dictionaries() throws DataFormatException {
        byte[] dictionary = "the quick brown fox jumps over the lazy dog".getBytes();
        byte[] data = "the lazy fox jumps over the quick brown dog".repeat(3).getBytes();
        for (int level : new int[] {1, 6, 9}) {
            try (Deflater deflater = new Deflater(level)) {
                deflater.setDictionary(dictionary);
                deflater.setInput(data);
                deflater.finish();
                byte[] expected = new byte[200];
                expected = Arrays.copyOf(expected, deflater.deflate(expected));
                Deflate deflate = new Deflate(level, 0, false);
                deflate.setDictionary(dictionary, 0, dictionary.length);
                byte[] actual = new byte[200];
                deflate.run(data, 0, data.length, actual, 0, 200, Deflate.FINISH);
                assertArrayEquals(expected, Arrays.copyOf(actual, deflate.outputPosition()));
                Inflate inflate = new Inflate(false);
                byte[] output = new byte[200];
                inflate.run(expected, 0, expected.length, output, 0, 200);
                assertTrue(inflate.needsDictionary());
                int at = inflate.inputPosition();
                assertTrue(!inflate.setDictionary(data, 0, 5));
                assertTrue(inflate.setDictionary(dictionary, 0, dictionary.length));
                inflate.run(expected, at, expected.length - at, output, 0, 200);
                assertTrue(inflate.isDone());
                assertArrayEquals(data, Arrays.copyOf(output, inflate.outputPosition()));
            }
        }
    }
}
