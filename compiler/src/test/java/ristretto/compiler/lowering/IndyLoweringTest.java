package ristretto.compiler.lowering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples say the same whether HotSpot links their call sites or the lowering did. */
final class IndyLoweringTest {
    private static final String SAMPLES = "ristretto.compiler.lowering.samples";

    @ParameterizedTest
    @ValueSource(strings = {"Concatenations", "Lambdas", "Records", "Switches"})
    void sameAsHotSpot(String sample) throws Exception {
        LoweredClassLoader loader = LoweredClassLoader.ofPackage(SAMPLES);
        String expected = run(Class.forName(SAMPLES + "." + sample));
        String actual = run(Class.forName(SAMPLES + "." + sample, true, loader));
        assertArrayEquals(expected.split("\n"), actual.split("\n"));
        assertEquals(expected, actual);
        assertTrue(loader.siteCount > 8, "sites: " + loader.siteCount);
    }

    private static String run(Class<?> sample) throws ReflectiveOperationException {
        Method run = sample.getMethod("run");
        return (String) run.invoke(null);
    }
}
