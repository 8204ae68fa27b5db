package ristretto.runtime;

import ristretto.runtime.platform.Startup;

/** The system properties that every process has. None depends on the machine that built the image. */
public final class Properties {

    public static String get(String key) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("key can't be empty");
        }
        return switch (key) {
            case "line.separator" -> "\n";
            case "file.separator" -> "/";
            case "path.separator" -> ":";
            case "java.version" -> "25";
            case "java.specification.version" -> "25";
            case "java.vendor" -> "Ristretto";
            case "java.vm.name" -> "Ristretto";
            case "os.name" -> Startup.systemName();
            case "os.arch" -> Startup.architecture();
            case "file.encoding", "native.encoding", "stdout.encoding", "stderr.encoding" -> "UTF-8";
            case "user.dir" -> "/";
            case "java.io.tmpdir" -> "/tmp";
            default -> null;
        };
    }

    private Properties() {}
}
