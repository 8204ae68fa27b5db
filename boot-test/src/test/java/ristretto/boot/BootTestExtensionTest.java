package ristretto.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Which command is run for a test; no machine is booted: a command in a folder of its own stands for {@code ristretto} and prints its arguments. */
@ExtendWith(BootTestExtensionTest.CommandThatPrints.class)
@BootTest(system = "some.toml")
class BootTestExtensionTest {
    @Test
    void runsTheSystem(BootedSystem system) {
        system.expect("got run some.toml -cp target/classes;");
    }

    @Nested
    class Within {
        @Test
        void hasTheSystemOfTheClassAround(BootedSystem system) {
            system.expect("got run some.toml -cp target/classes;");
        }
    }

    @Nested
    @BootTest(
            system = "other.toml",
            components = {"a", "b"})
    class WithItsOwn {
        @Test
        void hasThat(BootedSystem system) {
            system.expect("got run other.toml -cp a:b;");
        }
    }

    @Nested
    @BootTest(system = "other.toml", profile = "small")
    class WithAProfile {
        @Test
        void choosesIt(BootedSystem system) {
            system.expect("got run other.toml -cp target/classes --profile small;");
        }
    }

    @Nested
    @BootTest(
            system = "other.toml",
            services = {"lamp", "clock"})
    class WithServices {
        @Test
        void asksForAGateway(BootedSystem system) {
            system.expect("got run other.toml -cp target/classes --gateway lamp,clock --gateway-socket /");
        }
    }

    /** Stands before {@link BootTest}, so that it comes before it. */
    static final class CommandThatPrints implements BeforeAllCallback, AfterAllCallback {
        private static final String HOME = "ristretto.home";
        private String homeBefore;
        private Path home;

        @Override
        public void beforeAll(ExtensionContext context) throws IOException {
            if (!context.getEnclosingTestClasses().isEmpty()) {
                return;
            }
            home = Files.createTempDirectory("ristretto-boot-test-");
            Path command = Files.writeString(home.resolve("ristretto"), "#!/bin/sh\necho \"got $*;\"\n");
            Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
            homeBefore = System.getProperty(HOME);
            System.setProperty(HOME, home.toString());
        }

        @Override
        public void afterAll(ExtensionContext context) throws IOException {
            if (!context.getEnclosingTestClasses().isEmpty()) {
                return;
            }
            if (homeBefore == null) {
                System.clearProperty(HOME);
            } else {
                System.setProperty(HOME, homeBefore);
            }
            Files.delete(home.resolve("ristretto"));
            Files.delete(home);
        }
    }
}
