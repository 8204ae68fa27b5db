package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private Path compiled() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String[] pair : List.of(new String[] {"Left", "Right"}, new String[] {"Right", "Left"})) {
            sources.put(pair[0], SERVICE.replace("interface N", "interface " + pair[0]));
            sources.put(
                    pair[0] + "Component",
                    COMPONENT
                            .replaceAll("\\bN(?=\\b|Component|Dispatcher)", pair[0])
                            .replaceAll("\\bM(?=\\b|Client)", pair[1])
                            .replace("\"n\"", "\"" + pair[0].toLowerCase() + "\"")
                            .replace("\"m\"", "\"" + pair[1].toLowerCase() + "\""));
        }
        return SampleComponents.compile(folder, sources);
    }

    @Test
    void isRefusedByTheBuild() throws IOException {
        Path classes = compiled();
        Path file = Files.writeString(folder.resolve("circle.toml"), SYSTEM);
        HouseComponents components = new HouseComponents(ImageFactory.HOUSE, List.of(classes));
        SystemDescription system = Systems.find(ImageFactory.HOUSE, file.toString(), components);
        SystemBuilder builder = new SystemBuilder(components, new AheadOfTimeCompiler(), KernelKind.SHIPPED);
        String message = assertThrows(
                        UserError.class, () -> builder.build(system, List.of(), folder.resolve("circle.elf")))
                .getMessage();
        assertEquals("""
                immediate calls go in a circle, in which each process may wait for the next one for ever:
                    left calls circle.Right of right, in circle.LeftComponent.step
                    right calls circle.Left of left, in circle.RightComponent.step
                    one of these calls must go, or its method must neither be @Immediate nor have services or buffers as arguments or results""", message.replace(System.lineSeparator(), "\n"));
    }
}
