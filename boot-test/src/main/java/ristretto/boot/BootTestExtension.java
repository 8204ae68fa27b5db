package ristretto.boot;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link BootTest} stands for: the {@code ristretto} command builds the system, and boots it for each test that asks for it; the desk only has to boot it. */
final class BootTestExtension implements BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(BootTestExtension.class);
    private static final Path LOG = Path.of("target", "ristretto.log");
    private static final Path MORE_COMPONENTS = Path.of("target", "components.classpath");
    private static final int BUILD_MINUTES = 10;
    private static final int SHOWN_BYTES = 4000;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        if (annotation(context).on() == Place.JVM) {
            return;
        }
        Files.createDirectories(LOG.getParent());
        Process build = new ProcessBuilder(command("build", context))
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        boolean ended = build.waitFor(BUILD_MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            build.descendants().forEach(ProcessHandle::destroyForcibly);
            build.destroyForcibly();
        }
        if (!ended || build.exitValue() != 0) {
            throw new AssertionError("the system \"" + annotation(context).system() + "\" cannot be built"
                    + (ended ? "" : " within " + BUILD_MINUTES + " minutes") + ":\n" + tail());
        }
    }

    private static String tail() throws IOException {
        byte[] all = Files.readAllBytes(LOG);
        int from = Math.max(0, all.length - SHOWN_BYTES);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == BootedSystem.class
                && context.getTestMethod().isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        try {
            Gateway gateway = new Gateway(List.of(annotation(context).services()));
            BootedSystem system = new BootedSystem(boot(context, gateway), gateway);
            ExtensionContext.Store store = context.getStore(NAMESPACE);
            store.put(context.getUniqueId() + "#" + parameter.getIndex(), system);
            return system;
        } catch (IOException e) {
            throw new AssertionError("the system cannot be booted: " + e.getMessage(), e);
        }
    }

    private static Line boot(ExtensionContext context, Gateway gateway) throws IOException {
        BootTest test = annotation(context);
        if (test.on() == Place.JVM) {
            return new DeskLine(home(), test, components(test), gateway);
        }
        List<String> command = command("run", context);
        if (test.services().length == 0) {
            return new SerialLine(machine(command));
        }
        GatewaySocket socket = new GatewaySocket(gateway);
        try {
            command.addAll(List.of("--gateway-socket", socket.path().toString()));
            return new LineWithGateway(new SerialLine(machine(command)), socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static ProcessBuilder machine(List<String> command) {
        return new ProcessBuilder(command).redirectError(Redirect.appendTo(LOG.toFile()));
    }

    private static List<String> command(String verb, ExtensionContext context) throws IOException {
        BootTest test = annotation(context);
        List<String> command = new ArrayList<>(
                List.of(home().resolve("ristretto").toString(), verb, test.system(), "-cp", components(test)));
        if (!test.profile().isEmpty()) {
            command.addAll(List.of("--profile", test.profile()));
        }
        if (test.services().length > 0) {
            command.addAll(List.of("--gateway", String.join(",", test.services())));
        }
        return command;
    }

    private static String components(BootTest test) throws IOException {
        List<String> components = new ArrayList<>(List.of(test.components()));
        if (Files.exists(MORE_COMPONENTS)) {
            components.add(Files.readString(MORE_COMPONENTS).strip());
        }
        return String.join(":", components);
    }

    /** JUnit extends nested classes and subclasses too: theirs is that of the nearest class that has one. */
    private static BootTest annotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), BootTest.class, context.getEnclosingTestClasses())
                .orElseThrow(() -> new ExtensionConfigurationException(
                        "expected @BootTest at " + context.getRequiredTestClass() + " or at a class around it"));
    }

    private static Path home() {
        String home = System.getProperty("ristretto.home", System.getenv("RISTRETTO_HOME"));
        if (home == null) {
            throw new ExtensionConfigurationException(
                    "where is Ristretto? Expected the system property ristretto.home, or the environment variable RISTRETTO_HOME");
        }
        Path folder = Path.of(home);
        if (!Files.isExecutable(folder.resolve("ristretto"))) {
            throw new ExtensionConfigurationException(
                    "ristretto.home: expected the folder with Ristretto's command, got " + home
                            + ", which has no executable file \"ristretto\"");
        }
        return folder;
    }
}
