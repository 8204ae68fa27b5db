package ristretto.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ristretto.tool.House;

/**
 * The house's walls: which folder's classes may depend on which other folder's, held against the class files. A folder is a role, and
 * arrows between roles go one way. Raw memory has one door, {@code magic}, and only those below may use it.
 */
class FenceTest {
    private static final House HOUSE = House.ofThisRun();

    /** Who may depend on whom. A service may depend on the SDK, and on the interfaces of services, only. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("abi", Set.of()),
            Map.entry("magic", Set.of()),
            Map.entry("kernel", Set.of("abi", "magic")),
            Map.entry("kernel-debug", Set.of("kernel", "abi", "magic")),
            Map.entry("proofs", Set.of("kernel", "abi", "magic")),
            Map.entry("runtime", Set.of("abi", "magic")),
            Map.entry("compiler", Set.of("abi", "magic")),
            Map.entry("sdk", Set.of("abi", "magic", "runtime")),
            Map.entry("sdk-processor", Set.of()),
            Map.entry("boot-test", Set.of("sdk", "abi")),
            Map.entry("bench", Set.of("sdk", "services/api", "abi", "magic")),
            Map.entry("desk", Set.of("kernel", "abi", "magic")),
            Map.entry("tool", Set.of("compiler", "desk", "sdk", "abi", "boot-test")));

    /** It looks at what nobody outside of the kernel's package may see. */
    private static final Map<String, String> PACKAGES = Map.of(
            "kernel-debug", "ristretto.kernel", "sdk-processor", "ristretto.processor", "boot-test", "ristretto.boot");

    /** Its stand-ins have to be in the packages of what they stand in for. */
    private static final Set<String> IN_PACKAGES_OF_OTHERS = Set.of("proofs");

    private static final Set<String> OF_A_SERVICE = Set.of("sdk", "services/api");

    /** The words of a call, which the annotation processor's code fills in: fields, and no power. */
    private static final Set<String> FOR_ALL = Set.of("ristretto.magic.CallRegisters");

    /** The one component whose trade is misuse has the means to try. */
    private static final Set<String> OF_ROGUE = Set.of("sdk", "services/api", "abi", "magic");

    private static final Map<String, JavaClasses> CLASSES = new TreeMap<>();
    private static final Map<String, String> MODULE_OF = new HashMap<>();

    @BeforeAll
    static void readAllClasses() throws IOException {
        List<String> modules = new ArrayList<>(ALLOWED.keySet());
        try (Stream<Path> services = Files.list(HOUSE.root().resolve("services"))) {
            services.forEach(service -> modules.add("services/" + service.getFileName()));
        }
        for (String module : modules) {
            if (Files.isDirectory(HOUSE.classes(module))) {
                JavaClasses classes = new ClassFileImporter().importPath(HOUSE.classes(module));
                CLASSES.put(module, classes);
                classes.forEach(c -> MODULE_OF.put(c.getName(), module));
            }
        }
    }

    @Test
    void everyRoleDependsOnlyOnThoseBelowIt() {
        List<String> violations = new ArrayList<>();
        CLASSES.forEach((module, classes) -> {
            Set<String> ofAService = module.equals("services/rogue") ? OF_ROGUE : OF_A_SERVICE;
            Set<String> allowed = ALLOWED.getOrDefault(module, ofAService);
            for (JavaClass user : classes) {
                for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                    String name =
                            dependency.getTargetClass().getBaseComponentType().getName();
                    String used = MODULE_OF.get(name);
                    boolean inside =
                            used == null || used.equals(module) || allowed.contains(used) || FOR_ALL.contains(name);
                    if (!inside) {
                        violations.add(module + " -> " + used + ": " + dependency.getDescription());
                    }
                }
            }
        });
        assertEquals("", String.join("\n", violations));
    }

    @Test
    void everyClassIsInAPackageOfItsRole() {
        List<String> strangers = new ArrayList<>();
        CLASSES.forEach((module, classes) -> {
            if (IN_PACKAGES_OF_OTHERS.contains(module)) {
                return;
            }
            String role = module.substring(module.lastIndexOf('/') + 1);
            String expected = PACKAGES.getOrDefault(module, "ristretto." + role);
            for (JavaClass c : classes) {
                String name = c.getPackageName();
                if (!name.equals(expected) && !name.startsWith(expected + ".")) {
                    strangers.add(module + ": " + c.getName());
                }
            }
        });
        assertEquals("", String.join("\n", strangers));
    }

    @Test
    void classFilesWereRead() {
        assertFalse(MODULE_OF.isEmpty());
        CLASSES.forEach((module, classes) -> assertFalse(classes.isEmpty(), module + " has no classes"));
    }
}
