package ristretto.compiler.stack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ristretto.compiler.CompiledModule;
import ristretto.compiler.link.ElfImage;
import ristretto.compiler.link.MachineFrames;
import ristretto.compiler.link.MachineFrames.Frame;

/**
 * The deepest stack under a function: the sum of the frames along the worst chain of calls. Chains are those of the machine code's
 * direct calls together with those of the Java call graph, which knows where calls through tables lead; a method that was inlined
 * everywhere has no frame of its own, and passes its callees on. So the result is an upper bound. Who can call himself has none.
 */
public final class StackDepth {
    /**
     * @param bytes the bound; -1: there is none
     * @param chain the worst chain of functions; if there is no bound, the way to a circle, and the circle to its beginning
     */
    public record Depth(long bytes, List<String> chain) {
        public boolean isBounded() {
            return bytes >= 0;
        }
    }

    private final Map<String, Frame> frames;
    private final Map<String, ? extends Iterable<String>> calls;
    private final Map<String, Depth> known = new HashMap<>();

    /**
     * @param frames of the machine code, by symbol
     * @param calls the Java call graph, from symbol to symbols
     */
    public StackDepth(Map<String, Frame> frames, Map<String, ? extends Iterable<String>> calls) {
        this.frames = frames;
        this.calls = calls;
    }

    /** @param image the linked riscv64 image of the module, with symbols */
    public static StackDepth of(CompiledModule module, ElfImage image) {
        return new StackDepth(MachineFrames.read(image), module.calls());
    }

    private static final class Visit {
        final String function;
        final Deque<String> open;
        Depth deepest = new Depth(0, List.of());

        Visit(String function, Deque<String> open) {
            this.function = function;
            this.open = open;
        }
    }

    /** From now on calls of this function count so much, whatever the graph says: for what only the author can know. */
    void assume(String function, long bytes) {
        known.put(function, new Depth(bytes, List.of(function)));
    }

    /** Bytes of one function's own frame; 0 where it was inlined everywhere. */
    long frame(String function) {
        Frame frame = frames.get(function);
        return frame == null ? 0 : frame.bytes();
    }

    /** Of this function and all that it calls. */
    public Depth under(String entry) {
        Deque<Visit> path = new ArrayDeque<>();
        Set<String> onPath = new LinkedHashSet<>();
        path.push(enter(entry, onPath));
        while (true) {
            Visit visit = path.peek();
            if (visit.open.isEmpty() || !visit.deepest.isBounded()) {
                path.pop();
                onPath.remove(visit.function);
                Depth depth = withFrame(visit);
                known.put(visit.function, depth);
                if (path.isEmpty()) {
                    return depth;
                }
                deepen(path.peek(), depth);
                continue;
            }
            String callee = visit.open.pop();
            if (known.containsKey(callee)) {
                deepen(visit, known.get(callee));
            } else if (onPath.contains(callee)) {
                visit.deepest = new Depth(-1, List.of(callee));
            } else {
                path.push(enter(callee, onPath));
            }
        }
    }

    private Visit enter(String function, Set<String> onPath) {
        onPath.add(function);
        Set<String> callees = new LinkedHashSet<>();
        Frame frame = frames.get(function);
        if (frame != null) {
            callees.addAll(frame.calls());
        }
        Iterable<String> inJava = calls.get(baseName(function));
        if (inJava != null) {
            inJava.forEach(callees::add);
        }
        return new Visit(function, new ArrayDeque<>(callees));
    }

    /** LLVM specialises a function under its name and a suffix; what it calls through tables is the original's. */
    private static String baseName(String function) {
        int suffix = function.indexOf(".specialized.");
        return suffix < 0 ? function : function.substring(0, suffix);
    }

    private static void deepen(Visit visit, Depth depth) {
        if (visit.deepest.isBounded() && (!depth.isBounded() || depth.bytes() > visit.deepest.bytes())) {
            visit.deepest = depth;
        }
    }

    private Depth withFrame(Visit visit) {
        List<String> chain = new ArrayList<>(visit.deepest.chain().size() + 1);
        chain.add(visit.function);
        chain.addAll(visit.deepest.chain());
        if (!visit.deepest.isBounded()) {
            return new Depth(-1, Collections.unmodifiableList(chain));
        }
        long own = frame(visit.function);
        List<String> shown = own == 0 ? visit.deepest.chain() : Collections.unmodifiableList(chain);
        return new Depth(visit.deepest.bytes() + own, shown);
    }
}
