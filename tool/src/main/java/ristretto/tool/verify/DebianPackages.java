package ristretto.tool.verify;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ristretto.tool.UserError;
import ristretto.tool.image.ContentHash;

/**
 * Programs out of Debian packages of a release that the machine need not run: fetched by apt-get from the mirror that
 * the machine is configured with, into lists of our own, and unpacked into a folder. Nothing is installed, root is not
 * needed, and apt-get checks Debian's signatures.
 */
final class DebianPackages {
    private static final String KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";
    private static final Pattern MIRROR =
            Pattern.compile("^(?:URIs:\\s*|deb\\s+(?:\\[[^]]*]\\s+)?)(\\S+/debian/?)(?:\\s|$)", Pattern.MULTILINE);
    private static final int MINUTES = 10;

    private final String release;

    DebianPackages(String release) {
        this.release = release;
    }

    /**
     * Unpacks packages into a folder that is there afterwards, whole. The SHA-256 of those that have one must be that;
     * an empty one leaves the check to apt-get.
     */
    void unpack(Map<String, String> packages, Path folder) {
        Path work = folder.resolveSibling(
                folder.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Path root = Files.createDirectories(work.resolve("root"));
            List<String> apt = apt(work);
            run(work, "apt-get could not read the list of packages", apt, "update");
            for (Map.Entry<String, String> entry : packages.entrySet()) {
                Path archive = download(work, apt, entry.getKey());
                String sum = ContentHash.ofFile(archive);
                if (!entry.getValue().isEmpty() && !sum.equals(entry.getValue())) {
                    throw new UserError("package %s: expected SHA-256 %s, got %s"
                            .formatted(archive.getFileName(), entry.getValue(), sum));
                }
                run(
                        work,
                        "dpkg-deb could not unpack " + archive.getFileName(),
                        List.of("dpkg-deb", "-x"),
                        archive.toString(),
                        root.toString());
            }
            Files.move(root, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UserError("the packages " + packages.keySet() + " cannot be unpacked: " + e);
        } finally {
            delete(work);
        }
    }

    private static Path download(Path work, List<String> apt, String name) throws IOException {
        Path folder = Files.createDirectories(work.resolve("archives").resolve(name));
        run(folder, "apt-get could not fetch the package " + name, apt, "download", name);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".deb"))
                    .findFirst()
                    .orElseThrow(() -> new UserError("apt-get fetched no package " + name));
        }
    }

    private List<String> apt(Path work) throws IOException {
        Files.createDirectories(work.resolve("lists/partial"));
        Files.createDirectories(work.resolve("cache/archives/partial"));
        String signed = Files.exists(Path.of(KEYRING)) ? "Signed-By: " + KEYRING + "\n" : "";
        Path sources = Files.writeString(
                work.resolve("release.sources"),
                "Types: deb\nURIs: %s\nSuites: %s\nComponents: main\n%s".formatted(mirror(), release, signed));
        Map<String, String> options = new LinkedHashMap<>();
        options.put("Dir::State::lists", work.resolve("lists").toString());
        options.put("Dir::State::status", "/dev/null");
        options.put("Dir::Cache", work.resolve("cache").toString());
        options.put("Dir::Etc::sourcelist", sources.toString());
        options.put("Dir::Etc::sourceparts", "/dev/null");
        options.put("APT::Architecture", "amd64");
        options.put("APT::Sandbox::User", System.getProperty("user.name"));
        List<String> command = new ArrayList<>(List.of("apt-get", "-q"));
        options.forEach((key, value) -> command.addAll(List.of("-o", key + "=" + value)));
        return command;
    }

    /** The Debian mirror that the machine's own apt is configured with. */
    private static String mirror() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of("/etc/apt/sources.list")));
        Path parts = Path.of("/etc/apt/sources.list.d");
        if (Files.isDirectory(parts)) {
            try (Stream<Path> more = Files.list(parts)) {
                more.sorted().forEach(files::add);
            }
        }
        for (Path file : files) {
            Matcher matcher = MIRROR.matcher(Files.isReadable(file) ? Files.readString(file) : "");
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        throw new UserError("no mirror of Debian in /etc/apt/sources.list or /etc/apt/sources.list.d:"
                + " JBMC comes from there, as a package of Debian's");
    }

    private static void run(Path folder, String complaint, List<String> command, String... arguments)
            throws IOException {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(arguments));
        Path log = folder.resolve("log");
        try {
            Process process = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new UserError(complaint + " within " + MINUTES + " minutes");
            }
            if (process.exitValue() != 0) {
                throw new UserError(complaint + ":\n" + Files.readString(log).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError(complaint + ": interrupted");
        } catch (IOException e) {
            throw new UserError(
                    complaint + ": this machine has no " + command.getFirst() + " (" + e.getMessage() + ")");
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // What is left behind takes room, nothing else.
        }
    }
}
