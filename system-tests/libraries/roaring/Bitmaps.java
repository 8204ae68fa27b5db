import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.roaringbitmap.BatchIterator;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;
import org.roaringbitmap.longlong.Roaring64Bitmap;

// library: org.roaringbitmap:RoaringBitmap
/** Compressed sets of integers, held against BitSet, in all three kinds of containers. */
public class Bitmaps {
    public static void main(String[] arguments) throws IOException {
        againstBitSet();
        ranges();
        aggregation();
        serialised();
        ranks();
        batches();
        longs();
    }

    private static RoaringBitmap random(long seed, int count, int bound, BitSet mirror) {
        Random random = new Random(seed);
        RoaringBitmap bitmap = new RoaringBitmap();
        for (int i = 0; i < count; i++) {
            int value = random.nextInt(bound);
            bitmap.add(value);
            mirror.set(value);
        }
        return bitmap;
    }

    private static void againstBitSet() {
        for (int[] shape : new int[][] {{100, 1000}, {5000, 60000}, {40000, 300000}, {3000, 2000000}}) {
            BitSet left = new BitSet();
            BitSet right = new BitSet();
            RoaringBitmap a = random(7, shape[0], shape[1], left);
            RoaringBitmap b = random(8, shape[0], shape[1], right);
            System.out.println(a.getCardinality() + " " + left.cardinality() + " " + a.hashCode() + " " + a.getSizeInBytes());
            compare("and", RoaringBitmap.and(a, b), apply(left, right, 0));
            compare("or", RoaringBitmap.or(a, b), apply(left, right, 1));
            compare("xor", RoaringBitmap.xor(a, b), apply(left, right, 2));
            compare("andNot", RoaringBitmap.andNot(a, b), apply(left, right, 3));
            System.out.println(RoaringBitmap.intersects(a, b) + " " + RoaringBitmap.andCardinality(a, b));
            RoaringBitmap copy = a.clone();
            copy.flip(10L, 5000L);
            copy.runOptimize();
            left.flip(10, 5000);
            compare("flip", copy, left);
        }
    }

    private static BitSet apply(BitSet left, BitSet right, int operation) {
        BitSet result = (BitSet) left.clone();
        switch (operation) {
            case 0 -> result.and(right);
            case 1 -> result.or(right);
            case 2 -> result.xor(right);
            default -> result.andNot(right);
        }
        return result;
    }

    private static void compare(String name, RoaringBitmap bitmap, BitSet expected) {
        boolean equal = bitmap.getCardinality() == expected.cardinality();
        IntIterator values = bitmap.getIntIterator();
        for (int bit = expected.nextSetBit(0); bit >= 0 && equal; bit = expected.nextSetBit(bit + 1)) {
            equal = values.hasNext() && values.next() == bit;
        }
        System.out.println(name + " " + bitmap.getCardinality() + (equal ? " as expected" : " DIFFERS"));
    }

    private static void ranges() {
        RoaringBitmap bitmap = RoaringBitmap.bitmapOf(1, 2, 3, 1000, -5, Integer.MAX_VALUE);
        bitmap.add(100_000L, 200_000L);
        bitmap.remove(150_000L, 150_010L);
        System.out.println(bitmap.runOptimize() + " " + bitmap.hasRunCompression() + " " + bitmap.getLongCardinality());
        System.out.println(bitmap.contains(149_999) + " " + bitmap.contains(150_005) + " " + bitmap.first() + " " + bitmap.last());
        System.out.println(RoaringBitmap.bitmapOf(5, 1, 3, 1 << 20) + " " + RoaringBitmap.addOffset(RoaringBitmap.bitmapOf(1, 2), 65535));
        System.out.println(bitmap.nextValue(4) + " " + bitmap.previousValue(99_999) + " " + bitmap.nextAbsentValue(100_000L > 0 ? 100_000 : 0));
        System.out.println(Arrays.toString(bitmap.limit(6).toArray()));
    }

    private static void aggregation() {
        RoaringBitmap[] all = new RoaringBitmap[12];
        for (int i = 0; i < all.length; i++) {
            all[i] = random(100 + i, 2000, 30_000 + i * 1000, new BitSet());
        }
        System.out.println(FastAggregation.or(all).getCardinality() + " " + FastAggregation.xor(all).getCardinality() + " "
                + FastAggregation.and(all[0], all[1], all[2]).getCardinality());
        System.out.println(FastAggregation.or(all).equals(FastAggregation.horizontal_or(all)));
    }

    private static void serialised() throws IOException {
        RoaringBitmapWriter<RoaringBitmap> writer = RoaringBitmapWriter.writer().optimiseForRuns().get();
        for (int i = 0; i < 100_000; i++) {
            writer.add(i * 3 / 2);
        }
        RoaringBitmap bitmap = writer.get();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bitmap.serialize(new DataOutputStream(bytes));
        RoaringBitmap back = new RoaringBitmap();
        back.deserialize(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        RoaringBitmap buffered = new RoaringBitmap();
        buffered.deserialize(ByteBuffer.wrap(bytes.toByteArray()));
        System.out.println(bytes.size() + " " + back.equals(bitmap) + " " + buffered.equals(bitmap) + " "
                + Arrays.hashCode(bytes.toByteArray()));
        try {
            new RoaringBitmap().deserialize(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));
        } catch (IOException | RuntimeException e) {
            System.out.println(e);
        }
    }

    private static void ranks() {
        RoaringBitmap bitmap = random(3, 10_000, 1_000_000, new BitSet());
        long sum = 0;
        for (int i = 0; i < bitmap.getCardinality(); i += 97) {
            int value = bitmap.select(i);
            sum = sum * 31 + value + bitmap.rank(value);
        }
        System.out.println(sum);
        PeekableIntIterator iterator = bitmap.getIntIterator();
        iterator.advanceIfNeeded(500_000);
        System.out.println(iterator.peekNext() + " " + bitmap.stream().limit(5).sum());
    }

    private static void batches() {
        RoaringBitmap bitmap = random(4, 20_000, 100_000, new BitSet());
        BatchIterator iterator = bitmap.getBatchIterator();
        int[] buffer = new int[256];
        long sum = 0;
        int batches = 0;
        while (iterator.hasNext()) {
            int count = iterator.nextBatch(buffer);
            for (int i = 0; i < count; i++) {
                sum += buffer[i];
            }
            batches++;
        }
        System.out.println(sum + " in " + batches);
    }

    private static void longs() {
        Roaring64Bitmap bitmap = new Roaring64Bitmap();
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            bitmap.addLong(random.nextLong() >>> (i % 60));
        }
        System.out.println(bitmap.getLongCardinality() + " " + bitmap.select(17) + " " + bitmap.rankLong(1L << 40));
        System.out.println(bitmap.contains(bitmap.last()) + " " + Long.toUnsignedString(bitmap.last()));
    }
}
