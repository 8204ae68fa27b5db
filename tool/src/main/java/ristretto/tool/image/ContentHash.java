package ristretto.tool.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256 over names and bytes: equal hashes, equal inputs. */
public final class ContentHash {
    private final MessageDigest digest;

    public ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a file's bytes alone, as {@code sha256sum} prints it. */
    public static String ofFile(Path file) throws IOException {
        return HexFormat.of().formatHex(new ContentHash().digest.digest(Files.readAllBytes(file)));
    }

    public ContentHash text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        return this;
    }

    /** A file's bytes, or a folder's files by name; what does not exist counts as empty. */
    public ContentHash path(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return Files.exists(path) ? text("file").bytes(Files.readAllBytes(path)) : text("nothing");
        }
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            text(sorted.size() + " files");
            for (Path file : sorted) {
                text(path.relativize(file).toString()).bytes(Files.readAllBytes(file));
            }
        }
        return this;
    }

    public ContentHash bytes(byte[] bytes) {
        text(Integer.toString(bytes.length));
        digest.update(bytes);
        return this;
    }

    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
