package ristretto.runtime.collect.always;

import ristretto.runtime.HeapCheck;
import ristretto.runtime.Substitute;

/** Of a program that was built with {@code --collect always}. */
@Substitute("ristretto.runtime.Stress")
final class CollectAlways {

    static void beforeAllocation() {
        HeapCheck.collect();
    }

    static void afterAllocation() {
        HeapCheck.takeSlowPathAgain();
    }

    private CollectAlways() {}
}
