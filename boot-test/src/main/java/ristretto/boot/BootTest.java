package ristretto.boot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that each boot a system, in QEMU, or on the desk. For QEMU the system is built once, with the components of the project under test; a test that has a
 * parameter of type {@link BootedSystem} gets a machine of its own, freshly booted, which is switched off when the test ends.
 *
 * <pre>{@code
 * @BootTest(system = "greeting.toml")
 * class GreetingBootTest {
 *     @Test
 *     void greets(BootedSystem system) {
 *         system.expect("Who are you?");
 *         system.type("Ada");
 *         system.expect("Hello, Ada");
 *     }
 * }
 * }</pre>
 *
 * <p>Nested classes and subclasses boot the same system, unless they have an annotation of their own.
 *
 * <p>Where Ristretto is, the system property {@code ristretto.home} says, or else the environment variable {@code RISTRETTO_HOME}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BootTestExtension.class)
public @interface BootTest {
    /** A system description, seen from the project's folder; or the name of one of Ristretto's own. */
    String system();

    /** Which of the description's profiles; empty: none. */
    String profile() default "";

    /**
     * Where the system runs: on the machine, in QEMU, or on the desk, in this JVM, where components can be debugged and nothing has to be compiled.
     */
    Place on() default Place.QEMU;

    /**
     * Services of the system that the test calls by {@link BootedSystem#service(Class, String)}, by their names in the description. Where there are any the system boots with one process more,
     * {@code test-gateway}, which uses them and whose calls come from the test.
     */
    String[] services() default {};

    /**
     * Folders and jars with the components, seen from the project's folder. A file {@code target/components.classpath}, if there is one, adds what
     * it lists, separated by ':'.
     */
    String[] components() default {"target/classes"};
}
