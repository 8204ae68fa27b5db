package ristretto.runtime.jdk;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import ristretto.runtime.Alias;
import ristretto.runtime.Substitute;

/** The collector takes references of every strength for strong ones, so none is ever cleared by it or comes to a queue. */
final class ReferenceSubstitute {

    @Substitute("java.lang.ref.Reference")
    static final class References {

        @Alias("referent")
        static native Object referent(Reference<?> self);

        @Alias("referent")
        static native void setReferent(Reference<?> self, Object referent);

        static boolean refersTo0(Reference<?> self, Object object) {
            return referent(self) == object;
        }

        static void clear0(Reference<?> self) {
            setReferent(self, null);
        }

        private References() {}
    }

    @Substitute("java.lang.ref.ReferenceQueue")
    static final class Queues {

        static Reference<?> poll(ReferenceQueue<?> self) {
            return null;
        }

        private Queues() {}
    }

    /** There is no fiber that could be moved to another carrier. */
    @Substitute("jdk.internal.vm.Continuation")
    static final class Pinning {

        static void pin() {}

        static void unpin() {}

        private Pinning() {}
    }

    private ReferenceSubstitute() {}
}
