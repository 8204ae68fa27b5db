package ristretto.runtime.jdk;

import java.util.Spliterator;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.BaseStream;
import ristretto.runtime.Alias;
import ristretto.runtime.Substitute;

/**
 * Streams run sequentially, which a parallel stream may always do. The four places at which a pipeline would go parallel
 * are replaced, and with them thousands of methods of tasks, pools and concurrent nodes are out of reach.
 */
final class StreamSubstitute {
    private static final String LINKED = "stream has already been operated upon or closed";

    @Substitute("java.util.stream.AbstractPipeline")
    static final class Pipeline {

        @Alias("linkedOrConsumed")
        static native boolean linkedOrConsumed(Object self);

        @Alias("linkedOrConsumed")
        static native void setLinkedOrConsumed(Object self, boolean value);

        @Alias("sourceStage")
        static native Object sourceStage(Object self);

        @Alias("sourceSpliterator")
        static native Spliterator<?> sourceSpliterator(Object self);

        @Alias("sourceSpliterator")
        static native void setSourceSpliterator(Object self, Spliterator<?> spliterator);

        @Alias("sourceSupplier")
        static native Supplier<?> sourceSupplier(Object self);

        @Alias("sourceSupplier")
        static native void setSourceSupplier(Object self, Supplier<?> supplier);

        @Alias("combinedFlags")
        static native int combinedFlags(Object self);

        @Alias("combinedFlags")
        static native void setCombinedFlags(Object self, int flags);

        @Alias("makeNodeBuilder")
        static native Object makeNodeBuilder(Object self, long size, IntFunction<?> generator);

        @Alias("exactOutputSizeIfKnown")
        static native long exactOutputSizeIfKnown(Object self, Spliterator<?> spliterator);

        @Alias("wrapAndCopyInto")
        static native Object wrapAndCopyInto(Object self, Object sink, Spliterator<?> spliterator);

        static boolean isParallel(Object self) {
            return false;
        }

        static BaseStream<?, ?> parallel(Object self) {
            return (BaseStream<?, ?>) self;
        }

        static Object evaluate(Object self, Object operation) {
            consume(self);
            Spliterator<?> source = sourceSpliterator(self, TerminalOperation.getOpFlags(operation));
            return TerminalOperation.evaluateSequential(operation, self, source);
        }

        static Object evaluateToArrayNode(Object self, IntFunction<?> generator) {
            consume(self);
            return evaluate(self, takeSource(self), true, generator);
        }

        static Object evaluate(Object self, Spliterator<?> spliterator, boolean flatten, IntFunction<?> generator) {
            Object builder = makeNodeBuilder(self, exactOutputSizeIfKnown(self, spliterator), generator);
            return NodeBuilder.build(wrapAndCopyInto(self, builder, spliterator));
        }

        static Spliterator<?> sourceSpliterator(Object self, int terminalFlags) {
            Spliterator<?> source = takeSource(self);
            if (terminalFlags != 0) {
                setCombinedFlags(self, Flags.combineOpFlags(terminalFlags, combinedFlags(self)));
            }
            return source;
        }

        private Pipeline() {}
    }

    @Substitute("java.util.stream.TerminalOp")
    static final class TerminalOperation {

        @Alias("getOpFlags")
        static native int getOpFlags(Object self);

        @Alias("evaluateSequential")
        static native Object evaluateSequential(Object self, Object helper, Spliterator<?> spliterator);

        private TerminalOperation() {}
    }

    @Substitute("java.util.stream.StreamOpFlag")
    static final class Flags {

        @Alias("combineOpFlags")
        static native int combineOpFlags(int newFlags, int previousFlags);

        private Flags() {}
    }

    @Substitute("java.util.stream.Node$Builder")
    static final class NodeBuilder {

        @Alias("build")
        static native Object build(Object self);

        private NodeBuilder() {}
    }

    /** A diagnosis for the JDK's developers, which would bring in its logging. */
    @Substitute("java.util.stream.Tripwire")
    static final class StreamTripwire {

        static void trip(Class<?> type, String message) {}

        private StreamTripwire() {}
    }

    @Substitute("java.util.Tripwire")
    static final class UtilTripwire {

        static void trip(Class<?> type, String message) {}

        private UtilTripwire() {}
    }

    private static void consume(Object pipeline) {
        if (Pipeline.linkedOrConsumed(pipeline)) {
            throw new IllegalStateException(LINKED);
        }
        Pipeline.setLinkedOrConsumed(pipeline, true);
    }

    private static Spliterator<?> takeSource(Object pipeline) {
        Object source = Pipeline.sourceStage(pipeline);
        Spliterator<?> spliterator = Pipeline.sourceSpliterator(source);
        if (spliterator != null) {
            Pipeline.setSourceSpliterator(source, null);
            return spliterator;
        }
        Supplier<?> supplier = Pipeline.sourceSupplier(source);
        if (supplier == null) {
            throw new IllegalStateException("source already consumed or closed");
        }
        Pipeline.setSourceSupplier(source, null);
        return (Spliterator<?>) supplier.get();
    }

    private StreamSubstitute() {}
}
