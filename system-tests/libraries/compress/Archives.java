import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.snappy.FramedSnappyCompressorInputStream;
import org.apache.commons.compress.compressors.snappy.FramedSnappyCompressorOutputStream;

// library: org.apache.commons:commons-compress
// library: commons-io:commons-io
// library: commons-codec:commons-codec
// library: org.apache.commons:commons-lang3
/** Archives and compressors written in Java, in memory: each is written, read back, and damaged. */
public class Archives {
    private interface Packer {
        OutputStream into(OutputStream out) throws IOException;
    }

    private interface Unpacker {
        InputStream from(InputStream in) throws IOException;
    }

    private static final byte[] DATA = data();

    private static byte[] data() {
        Random random = new Random(4);
        StringBuilder text = new StringBuilder();
        while (text.length() < 60_000) {
            text.append("sensor ").append(random.nextInt(50)).append(" reads ").append(random.nextGaussian()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static void main(String[] arguments) throws IOException {
        around("bzip2", BZip2CompressorOutputStream::new, BZip2CompressorInputStream::new);
        around("lz4 frames", FramedLZ4CompressorOutputStream::new, FramedLZ4CompressorInputStream::new);
        around("lz4 block", BlockLZ4CompressorOutputStream::new, BlockLZ4CompressorInputStream::new);
        around("snappy", FramedSnappyCompressorOutputStream::new, FramedSnappyCompressorInputStream::new);
        tar();
        ar();
        cpio();
        System.out.println(BZip2CompressorInputStream.matches(new byte[] {'B', 'Z', 'h'}, 3));
    }

    private static void around(String name, Packer packer, Unpacker unpacker) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = packer.into(packed)) {
            out.write(DATA, 0, 1000);
            out.write(DATA, 1000, DATA.length - 1000);
        }
        byte[] bytes = packed.toByteArray();
        try (InputStream in = unpacker.from(new ByteArrayInputStream(bytes))) {
            System.out.println(name + " " + bytes.length + " " + Arrays.hashCode(bytes) + " " + Arrays.equals(in.readAllBytes(), DATA));
        }
        bytes[bytes.length / 2] ^= 0x55;
        try (InputStream in = unpacker.from(new ByteArrayInputStream(bytes, 0, bytes.length - 10))) {
            System.out.println("damaged: " + Arrays.equals(in.readAllBytes(), DATA));
        } catch (IOException | RuntimeException e) {
            System.out.println("damaged: " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    private static void tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (String name : new String[] {"readme.txt", "folder/", "long/" + "name/".repeat(30) + "end", "ünïcode.txt"}) {
                TarArchiveEntry entry = new TarArchiveEntry(name);
                byte[] content = name.endsWith("/") ? new byte[0] : (name + "\n").repeat(20).getBytes(StandardCharsets.UTF_8);
                entry.setSize(content.length);
                entry.setModTime(1_767_436_500_000L);
                entry.setIds(1000, 100);
                entry.setNames("user", "group");
                entry.setMode(name.endsWith("/") ? 040755 : 0100640);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        System.out.println("tar " + bytes.size());
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray()), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                System.out.println(entry.getName() + " " + entry.getSize() + " " + Integer.toOctalString(entry.getMode()) + " " + entry.getUserName() + " "
                        + entry.isDirectory() + " " + entry.getLastModifiedDate().getTime() + " " + Arrays.hashCode(tar.readAllBytes()));
            }
        }
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream("no archive at all".repeat(40).getBytes(StandardCharsets.US_ASCII)))) {
            System.out.println(tar.getNextEntry());
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void ar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArArchiveOutputStream ar = new ArArchiveOutputStream(bytes)) {
            for (String name : new String[] {"one.o", "two.o"}) {
                ar.putArchiveEntry(new ArArchiveEntry(name, name.length(), 0, 0, 0100644, 1_767_436_500L));
                ar.write(name.getBytes(StandardCharsets.US_ASCII));
                ar.closeArchiveEntry();
            }
        }
        try (ArArchiveInputStream ar = new ArArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (ArArchiveEntry entry = ar.getNextEntry(); entry != null; entry = ar.getNextEntry()) {
                System.out.println("ar " + entry.getName() + " " + entry.getLastModified() + " " + new String(ar.readAllBytes(), StandardCharsets.US_ASCII));
            }
        }
    }

    private static void cpio() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CpioArchiveOutputStream cpio = new CpioArchiveOutputStream(bytes)) {
            CpioArchiveEntry entry = new CpioArchiveEntry("data.bin", 300);
            entry.setTime(1_767_436_500L);
            cpio.putArchiveEntry(entry);
            cpio.write(DATA, 0, 300);
            cpio.closeArchiveEntry();
        }
        try (CpioArchiveInputStream cpio = new CpioArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            CpioArchiveEntry entry = cpio.getNextEntry();
            System.out.println("cpio " + bytes.size() + " " + entry.getName() + " " + entry.getSize() + " " + Arrays.equals(cpio.readAllBytes(), Arrays.copyOf(DATA, 300)));
        }
    }
}
