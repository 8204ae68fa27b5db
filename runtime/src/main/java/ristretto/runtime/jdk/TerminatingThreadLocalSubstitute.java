package ristretto.runtime.jdk;

import ristretto.runtime.Substitute;

/**
 * What a thread leaves behind in thread locals is the collector's. The JDK's own gives back native memory, of which there is none here, and would
 * bring an IdentityHashMap into every program with threads.
 */
@Substitute("jdk.internal.misc.TerminatingThreadLocal")
final class TerminatingThreadLocalSubstitute {

    static void threadTerminated() {}

    private TerminatingThreadLocalSubstitute() {}
}
