package ristretto.tool.verify;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ristretto.tool.Progress;
import ristretto.tool.UserError;

/**
 * The bounded model checker for Java class files, JBMC 6.6, as Debian 13 packages it. It brings its own C library and is started by that
 * library's loader, so that it runs on older releases, too.
 */
final class Jbmc {
    static final String VERSION = "6.6.0-4";

    /** Package and SHA-256; the C libraries get updates within the release, and apt-get checks their signatures. */
    private static final Map<String, String> PACKAGES = new LinkedHashMap<>();

    static {
        PACKAGES.put("jbmc", "20e0dcba562210a6c30e0d2f34f7c51067e2e527d1e91665ecd52d1da1bdf7d3");
        PACKAGES.put("minisat", "0b3a870202e022bea8b04d140ded40d9137363566706750b4540518bc0eb63d7");
        PACKAGES.put("libc6", "");
        PACKAGES.put("libstdc++6", "");
        PACKAGES.put("libgcc-s1", "");
    }

    private static final Pattern PROPERTY = Pattern.compile("^\\[java::(.+)] line \\d+ (.*): (SUCCESS|FAILURE)$");
    private static final String MISSING = ".no-body.java::";
    private static final int SAMPLE_MS = 20;
    private static final int FAILED = 10;
    private static final String PROBE = "ristretto.proofs.Probe.";

    /** A property of a run: where it stands and what it says. */
    record Property(String place, String text) {}

    /**
     * What a run found.
     *
     * @param violated properties that can fail, the probe aside
     * @param reached whether the probe can be reached
     * @param missing methods without a body that something calls
     * @param seconds of processor time
     */
    record Outcome(List<Property> violated, boolean reached, TreeSet<String> missing, double seconds) {}

    private final Path root;

    private Jbmc(Path root) {
        this.root = root;
    }

    static Jbmc fetched() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path folder = (cache == null || cache.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(cache))
                .resolve("ristretto/jbmc-" + VERSION);
        if (!Files.isDirectory(folder)) {
            Progress.say("fetching JBMC %s (12 MB of Debian packages) into %s", VERSION, folder);
            new DebianPackages("trixie").unpack(PACKAGES, folder);
        }
        return new Jbmc(folder);
    }

    /** Checks a static method without parameters. All of JBMC's output goes to the log. */
    Outcome check(List<Path> classPath, String method, int unwind, Path log) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                root.resolve("usr/lib64/ld-linux-x86-64.so.2").toString(),
                "--library-path",
                root.resolve("usr/lib/x86_64-linux-gnu") + ":" + root.resolve("usr/lib"),
                root.resolve("usr/bin/jbmc").toString(),
                method,
                "-cp",
                String.join(
                        File.pathSeparator,
                        classPath.stream().map(Path::toString).toList())));
        command.addAll(options(unwind));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Thread onDeath = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(onDeath);
        double seconds = 0;
        while (!process.waitFor(SAMPLE_MS, TimeUnit.MILLISECONDS)) {
            seconds = Math.max(
                    seconds,
                    process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3);
        }
        int code = process.exitValue();
        Runtime.getRuntime().removeShutdownHook(onDeath);
        if (code != 0 && code != FAILED) {
            throw new UserError("JBMC ended with %d on %s: see %s".formatted(code, method, log));
        }
        return outcome(log, seconds);
    }

    static List<String> options(int unwind) {
        return List.of(
                "--unwind",
                Integer.toString(unwind),
                "--unwinding-assertions",
                "--throw-runtime-exceptions",
                "--no-refine-strings",
                "--max-field-sensitivity-array-size",
                "256");
    }

    private static Outcome outcome(Path log, double seconds) throws IOException {
        List<Property> violated = new ArrayList<>();
        TreeSet<String> missing = new TreeSet<>();
        boolean reached = false;
        for (String line : Files.readAllLines(log)) {
            Matcher property = PROPERTY.matcher(line);
            if (!property.matches() || property.group(3).equals("SUCCESS")) {
                continue;
            }
            int body = property.group(1).indexOf(MISSING);
            if (body >= 0) {
                missing.add(property.group(1).substring(body + MISSING.length()));
            } else if (property.group(1).startsWith(PROBE)) {
                reached = true;
            } else {
                violated.add(new Property(property.group(1), property.group(2)));
            }
        }
        return new Outcome(violated, reached, missing, seconds);
    }
}
