package ristretto.runtime.jdk;

import ristretto.runtime.Substitute;

/** Sorting is sequential; the parallel helpers of the JDK's quicksort are never made, and would hold all its variants. */
final class SortSubstitute {
    private static final String NEVER = "sorting is sequential";

    @Substitute("java.util.DualPivotQuicksort$Sorter")
    static final class Sorter {

        static void compute(Object self) {
            throw new IllegalStateException(NEVER);
        }

        static void forkSorter(Object self, int depth, int low, int high) {
            throw new IllegalStateException(NEVER);
        }

        private Sorter() {}
    }

    @Substitute("java.util.DualPivotQuicksort$Merger")
    static final class Merger {

        static void compute(Object self) {
            throw new IllegalStateException(NEVER);
        }

        private Merger() {}
    }

    @Substitute("java.util.DualPivotQuicksort$RunMerger")
    static final class RunMerger {

        static Object compute(Object self) {
            throw new IllegalStateException(NEVER);
        }

        private RunMerger() {}
    }

    private SortSubstitute() {}
}
