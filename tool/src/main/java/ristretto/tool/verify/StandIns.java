package ristretto.tool.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Classes that take another's place in a proof: {@code XStandIn} is renamed to {@code X}, in its own package, and comes
 * first on the class path. Those of {@code magic} and of the kernel's output always do; one of a class of the kernel's
 * logic only where the proof says so.
 */
final class StandIns {
    private static final String SUFFIX = "StandIn";
    private static final int UTF8 = 1;

    private final Path proofClasses;
    private final Path folder;

    StandIns(Path proofClasses, Path folder) {
        this.proofClasses = proofClasses;
        this.folder = folder;
    }

    /** The class folder of the stand-in for a class, as in {@code ristretto/magic/Memory}. */
    Path of(String type) throws IOException {
        Path target = folder.resolve(type.replace('/', '.'));
        Path file = target.resolve(type + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, renamed(Files.readAllBytes(proofClasses.resolve(type + SUFFIX + ".class"))));
        return target;
    }

    /** The class folders of those that always take a place. */
    List<Path> always() throws IOException {
        return List.of(
                of("ristretto/magic/Memory"),
                of("ristretto/magic/Device"),
                of("ristretto/magic/riscv64/Machine"),
                of("ristretto/kernel/Text"),
                of("ristretto/kernel/riscv64/Log"),
                of("ristretto/kernel/riscv64/FloatUnit"));
    }

    /** Takes the suffix out of every name in the constant pool; all else of the file stays. */
    private static byte[] renamed(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(result);
        out.writeLong(in.readLong());
        int count = in.readUnsignedShort();
        out.writeShort(count);
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            out.writeByte(tag);
            if (tag == UTF8) {
                out.writeUTF(in.readUTF().replace(SUFFIX, ""));
                continue;
            }
            int length =
                    switch (tag) {
                        case 7, 8, 16, 19, 20 -> 2;
                        case 15 -> 3;
                        case 5, 6 -> 8;
                        default -> 4;
                    };
            out.write(in.readNBytes(length));
            if (length == 8) {
                i++;
            }
        }
        in.transferTo(out);
        return result.toByteArray();
    }
}
