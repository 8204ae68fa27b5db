package ristretto.kernel;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * The kernel beside the specification, guided by what of the kernel inputs reach. In a test run only the inputs that
 * lie with the test are done; {@code ./ristretto verify fuzz} looks for new ones.
 */
class SpecificationFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void sequences(FuzzedDataProvider data) {
        FuzzedWorld.run(data);
    }
}
