package ristretto.test.generated;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Runs many programs in one JVM, because starting one costs more than a generated program does. Each has a package of its own, and so its own statics;
 * what it prints goes to the file {@code MAIN}, and how it ended to {@code MAIN.exit}. All are loaded by the application's class loader, since the
 * messages of exceptions name it.
 */
public final class ManyOnHotSpot {

    /** Arguments: the folder for results, main classes. */
    public static void main(String[] arguments) throws Exception {
        Path results = Path.of(arguments[0]);
        PrintStream console = System.out;
        for (String name : Arrays.asList(arguments).subList(1, arguments.length)) {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            int exitCode = 0;
            try (PrintStream stream = new PrintStream(output, false, StandardCharsets.UTF_8)) {
                System.setOut(stream);
                Class.forName(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            } catch (InvocationTargetException | LinkageError e) {
                exitCode = 1;
            } finally {
                System.setOut(console);
            }
            Files.write(results.resolve(name), output.toByteArray());
            Files.writeString(results.resolve(name + ".exit"), Integer.toString(exitCode));
        }
    }

    private ManyOnHotSpot() {}
}
