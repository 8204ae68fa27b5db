package ristretto.tool.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ristretto.tool.House;
import ristretto.tool.Progress;
import ristretto.tool.UserError;
import ristretto.tool.project.NewProject;

/** {@code ./ristretto new NAME}: a Maven project for components of one's own, which builds and passes its tests at once. */
@Command(
        name = "new",
        description =
                "Make a Maven project for components of your own, with a system description and tests on the JVM and in QEMU.")
public final class NewCommand implements Callable<Integer> {
    /** What a project of somebody's own compiles and tests with. */
    private static final String LIBRARIES = ".,abi,magic,runtime,sdk,sdk-processor,boot-test";

    @Parameters(paramLabel = "NAME", description = "Of the project and its system: lower-case letters, digits, '-'.")
    private String name;

    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            description = "The Java package. Default: com.example. and the name without '-'.")
    private String packageName;

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Where it goes. Default: ./NAME.")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        House house = House.ofThisRun();
        String ofProject = packageName == null ? "com.example." + name.replace("-", "") : packageName;
        Path target = (folder == null ? Path.of(name) : folder).toAbsolutePath().normalize();
        if (target.startsWith(house.root())) {
            throw new UserError("folder: expected one outside of " + house.root() + ", got " + target);
        }
        new NewProject(name, ofProject).write(target, house);
        install(house);
        Progress.say("made %s", target);
        System.out.printf("""
                cd %s
                mvn test                                                  # on the JVM, and booted in QEMU
                %s/ristretto run %s.toml -cp target/classes   # its console
                """, target, house.root(), name);
        return 0;
    }

    /** Into Maven's local repository; everything is compiled already. */
    private static void install(House house) throws IOException, InterruptedException {
        Progress.say("installing Ristretto's libraries in Maven's local repository");
        Process maven = new ProcessBuilder(List.of(
                        "mvn",
                        "-B",
                        "-q",
                        "-Dmaven.main.skip=true",
                        "-Dmaven.test.skip=true",
                        "-pl",
                        LIBRARIES,
                        "install"))
                .directory(house.root().toFile())
                .redirectErrorStream(true)
                .start();
        maven.getOutputStream().close();
        String output = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (maven.waitFor() != 0) {
            throw new UserError("Maven could not install Ristretto's libraries:\n" + output);
        }
    }
}
