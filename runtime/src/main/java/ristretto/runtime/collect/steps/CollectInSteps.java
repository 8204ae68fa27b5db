package ristretto.runtime.collect.steps;

import ristretto.runtime.HeapCheck;
import ristretto.runtime.Substitute;

/** Of a program that was built with {@code --collect steps}. */
@Substitute("ristretto.runtime.Stress")
final class CollectInSteps {

    static void beforeAllocation() {
        HeapCheck.step();
    }

    static void afterAllocation() {
        HeapCheck.takeSlowPathAgain();
    }

    private CollectInSteps() {}
}
