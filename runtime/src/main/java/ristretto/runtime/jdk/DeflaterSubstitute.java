package ristretto.runtime.jdk;

import java.util.zip.Deflater;
import ristretto.magic.Memory;
import ristretto.runtime.Alias;
import ristretto.runtime.RawBytes;
import ristretto.runtime.Substitute;
import ristretto.runtime.zip.Deflate;

/** Compression, which the JDK leaves to zlib; the state is held as that of the {@link InflaterSubstitute}. */
final class DeflaterSubstitute {

    @Substitute("java.util.zip.Deflater")
    static final class Deflaters {
        private static final long DONE = 1L << 62;
        private static final long PARAMETERS_ARE_LEFT = 1L << 63;

        static long init(int level, int strategy, boolean isBare) {
            return Memory.addressOf(new Deflate(level, strategy, isBare));
        }

        private static Deflate at(long address) {
            return Memory.objectAt(Deflate.class, address);
        }

        static void setDictionary(long address, byte[] bytes, int offset, int length) {
            at(address).setDictionary(bytes, offset, length);
        }

        static void setDictionaryBuffer(long address, long buffer, int length) {
            setDictionary(address, RawBytes.read(buffer, length), 0, length);
        }

        /** The parameters, if their lowest bit says that there are any, are those of the JDK's method: 2 bits of strategy, then the level. */
        static long deflateBytesBytes(
                Deflater self,
                long address,
                byte[] from,
                int fromAt,
                int fromLength,
                byte[] to,
                int toAt,
                int toLength,
                int flush,
                int parameters) {
            Deflate state = at(address);
            long left = 0;
            if ((parameters & 1) != 0) {
                boolean isDone =
                        state.run(from, fromAt, fromLength, to, toAt, toLength, parameters >> 3, parameters >> 1 & 3);
                left = isDone ? 0 : PARAMETERS_ARE_LEFT;
            } else {
                state.run(from, fromAt, fromLength, to, toAt, toLength, flush);
            }
            return (state.inputPosition() - fromAt)
                    | (long) (state.outputPosition() - toAt) << 31
                    | ((parameters & 1) == 0 && state.isDone() ? DONE : 0)
                    | left;
        }

        static long deflateBytesBuffer(
                Deflater self,
                long address,
                byte[] from,
                int fromAt,
                int fromLength,
                long to,
                int toLength,
                int flush,
                int parameters) {
            byte[] bytes = new byte[toLength];
            long result =
                    deflateBytesBytes(self, address, from, fromAt, fromLength, bytes, 0, toLength, flush, parameters);
            RawBytes.write(bytes, at(address).outputPosition(), to);
            return result;
        }

        static long deflateBufferBytes(
                Deflater self,
                long address,
                long from,
                int fromLength,
                byte[] to,
                int toAt,
                int toLength,
                int flush,
                int parameters) {
            byte[] bytes = RawBytes.read(from, fromLength);
            return deflateBytesBytes(self, address, bytes, 0, fromLength, to, toAt, toLength, flush, parameters);
        }

        static long deflateBufferBuffer(
                Deflater self,
                long address,
                long from,
                int fromLength,
                long to,
                int toLength,
                int flush,
                int parameters) {
            byte[] bytes = RawBytes.read(from, fromLength);
            return deflateBytesBuffer(self, address, bytes, 0, fromLength, to, toLength, flush, parameters);
        }

        static int getAdler(long address) {
            return at(address).adler();
        }

        static void reset(long address) {
            at(address).reset();
        }

        private Deflaters() {}
    }

    @Substitute("java.util.zip.Deflater$DeflaterZStreamRef")
    static final class References {
        @Alias("address")
        static native void setAddress(Object self, long address);

        @Alias("cleanable")
        static native void setHolder(Object self, Object holder);

        @Alias("cleanable")
        static native Object holder(Object self);

        @Alias("<init>")
        static void init_(Object self, Deflater owner, long address) {
            setHolder(self, Memory.objectAt(Object.class, address));
            setAddress(self, Memory.addressOf(holder(self)));
        }

        static void clean(Object self) {
            setAddress(self, 0);
            setHolder(self, null);
        }

        private References() {}
    }

    private DeflaterSubstitute() {}
}
