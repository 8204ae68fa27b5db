package ristretto.runtime.jdk;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import ristretto.magic.Memory;
import ristretto.runtime.Alias;
import ristretto.runtime.RawBytes;
import ristretto.runtime.Substitute;
import ristretto.runtime.zip.Inflate;

/**
 * Decompression, which the JDK leaves to zlib. In place of the address of zlib's state stands that of ours, an object that the reference
 * to the stream holds; so it lives as long as that.
 */
final class InflaterSubstitute {

    @Substitute("java.util.zip.Inflater")
    static final class Inflaters {
        private static final long DONE = 1L << 62;
        private static final long NEEDS_DICTIONARY = 1L << 63;

        @Alias("inputConsumed")
        static native void setConsumed(Inflater self, int count);

        @Alias("outputConsumed")
        static native void setProduced(Inflater self, int count);

        static void initIDs() {}

        static long init(boolean isBare) {
            return Memory.addressOf(new Inflate(isBare));
        }

        private static Inflate at(long address) {
            return Memory.objectAt(Inflate.class, address);
        }

        static void setDictionary(long address, byte[] bytes, int offset, int length) {
            if (!at(address).setDictionary(bytes, offset, length)) {
                throw new IllegalArgumentException();
            }
        }

        static void setDictionaryBuffer(long address, long buffer, int length) {
            setDictionary(address, RawBytes.read(buffer, length), 0, length);
        }

        static long inflateBytesBytes(
                Inflater self, long address, byte[] from, int fromAt, int fromLength, byte[] to, int toAt, int toLength)
                throws DataFormatException {
            Inflate state = at(address);
            try {
                state.run(from, fromAt, fromLength, to, toAt, toLength);
            } catch (DataFormatException e) {
                setConsumed(self, state.inputPosition() - fromAt);
                setProduced(self, state.outputPosition() - toAt);
                throw e;
            }
            return (state.inputPosition() - fromAt)
                    | (long) (state.outputPosition() - toAt) << 31
                    | (state.isDone() ? DONE : 0)
                    | (state.needsDictionary() ? NEEDS_DICTIONARY : 0);
        }

        static long inflateBytesBuffer(
                Inflater self, long address, byte[] from, int fromAt, int fromLength, long to, int toLength)
                throws DataFormatException {
            byte[] bytes = new byte[toLength];
            try {
                return inflateBytesBytes(self, address, from, fromAt, fromLength, bytes, 0, toLength);
            } finally {
                RawBytes.write(bytes, at(address).outputPosition(), to);
            }
        }

        static long inflateBufferBytes(
                Inflater self, long address, long from, int fromLength, byte[] to, int toAt, int toLength)
                throws DataFormatException {
            byte[] bytes = RawBytes.read(from, fromLength);
            return inflateBytesBytes(self, address, bytes, 0, fromLength, to, toAt, toLength);
        }

        static long inflateBufferBuffer(Inflater self, long address, long from, int fromLength, long to, int toLength)
                throws DataFormatException {
            byte[] bytes = RawBytes.read(from, fromLength);
            return inflateBytesBuffer(self, address, bytes, 0, fromLength, to, toLength);
        }

        static int getAdler(long address) {
            return at(address).adler();
        }

        static void reset(long address) {
            at(address).reset();
        }

        private Inflaters() {}
    }

    @Substitute("java.util.zip.Inflater$InflaterZStreamRef")
    static final class References {
        @Alias("address")
        static native void setAddress(Object self, long address);

        @Alias("cleanable")
        static native void setHolder(Object self, Object holder);

        @Alias("cleanable")
        static native Object holder(Object self);

        @Alias("<init>")
        static void init_(Object self, Inflater owner, long address) {
            setHolder(self, Memory.objectAt(Object.class, address));
            setAddress(self, Memory.addressOf(holder(self)));
        }

        static void clean(Object self) {
            setAddress(self, 0);
            setHolder(self, null);
        }

        private References() {}
    }

    private InflaterSubstitute() {}
}
