package ristretto.runtime.jdk;

import ristretto.runtime.Checksums;
import ristretto.runtime.RawBytes;
import ristretto.runtime.Substitute;

/** Checksums, which the JDK leaves to a native library. */
final class ChecksumSubstitute {

    @Substitute("java.util.zip.CRC32")
    static final class Crc32 {

        static int update(int checksum, int value) {
            return Checksums.crc32(checksum, value);
        }

        static int updateBytes0(int checksum, byte[] bytes, int offset, int length) {
            int result = checksum;
            for (int i = offset; i < offset + length; i++) {
                result = Checksums.crc32(result, bytes[i]);
            }
            return result;
        }

        static int updateByteBuffer0(int checksum, long address, int offset, int length) {
            return updateBytes0(checksum, RawBytes.read(address + offset, length), 0, length);
        }

        private Crc32() {}
    }

    @Substitute("java.util.zip.Adler32")
    static final class Adler32 {

        static int update(int checksum, int value) {
            return Checksums.adler32(checksum, value);
        }

        static int updateBytes(int checksum, byte[] bytes, int offset, int length) {
            return Checksums.adler32(checksum, bytes, offset, length);
        }

        static int updateByteBuffer(int checksum, long address, int offset, int length) {
            byte[] bytes = RawBytes.read(address + offset, length);
            return Checksums.adler32(checksum, bytes, 0, length);
        }

        private Adler32() {}
    }

    private ChecksumSubstitute() {}
}
