package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ristretto.tool.UserError;
import ristretto.tool.description.SystemDescription;
import ristretto.tool.image.AheadOfTimeCompiler;
import ristretto.tool.image.HouseComponents;
import ristretto.tool.image.KernelKind;
import ristretto.tool.image.SystemBuilder;
import ristretto.tool.image.Systems;

/** Two components that call each other's immediate methods, from their sources to what is said of the system. */
class ImmediateCircleTest {
    private static final String SERVICE = """
            package circle;
            import ristretto.sdk.*;
            @Service
            public interface N {
                @Immediate int step(int n);
            }
            """;

    private static final String COMPONENT = """
            package circle;
            import ristretto.sdk.Server;
            public final class NComponent implements N {
                private final M other = MClient.to("m");
                public static void main(String[] arguments) { Server.run("n", new NDispatcher(new NComponent())); }
                @Override public int step(int n) { return n == 0 ? 0 : other.step(n - 1); }
            }
            """;

    private static final String SYSTEM = """
            include = ["parts/frames.toml"]

            [machine]
            memory = "16M"

            [defaults]
            heap = "32K"
            stack = "16K"
            priority = 100
            budget = "5ms"
            period = "10ms"

            [process.left]
            main = "circle.LeftComponent"
            provides = ["left"]
            uses = ["right"]

            [process.right]
            main = "circle.RightComponent"
            provides = ["right"]
            uses = ["left"]
            """;

    @TempDir
    Path folder;

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("memory:///circle/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private Path compiled() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<JavaFileObject> sources = new ArrayList<>();
        for (String[] pair : List.of(new String[] {"Left", "Right"}, new String[] {"Right", "Left"})) {
            sources.add(source(pair[0], SERVICE.replace("interface N", "interface " + pair[0])));
            sources.add(source(
                    pair[0] + "Component",
                    COMPONENT
                            .replaceAll("\\bN(?=\\b|Component|Dispatcher)", pair[0])
                            .replaceAll("\\bM(?=\\b|Client)", pair[1])
                            .replace("\"n\"", "\"" + pair[0].toLowerCase() + "\"")
                            .replace("\"m\"", "\"" + pair[1].toLowerCase() + "\"")));
        }
        String under = ImageFactory.HOUSE.underComponents().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-cp",
                under,
                "-processorpath",
                ImageFactory.HOUSE.classes("sdk-processor") + File.pathSeparator + under);
        assertTrue(ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, options, null, sources)
                .call());
        return classes;
    }

    @Test
    void isRefusedByTheBuild() throws IOException {
        Files.createSymbolicLink(
                folder.resolve("parts"), ImageFactory.HOUSE.systems().resolve("parts"));
        Path file = Files.writeString(folder.resolve("circle.toml"), SYSTEM);
        HouseComponents components = new HouseComponents(ImageFactory.HOUSE, List.of(compiled()));
        SystemDescription system = Systems.find(ImageFactory.HOUSE, file.toString(), components);
        SystemBuilder builder = new SystemBuilder(components, new AheadOfTimeCompiler(), KernelKind.SHIPPED);
        String message = assertThrows(
                        UserError.class, () -> builder.build(system, List.of(), folder.resolve("circle.elf")))
                .getMessage();
        assertEquals("""
                immediate calls go in a circle, in which each process may wait for the next one for ever:
                    left calls circle.Right of right, in circle.LeftComponent.step
                    right calls circle.Left of left, in circle.RightComponent.step
                    one of these calls must go, or its method must not be @Immediate""", message.replace(System.lineSeparator(), "\n"));
    }
}
