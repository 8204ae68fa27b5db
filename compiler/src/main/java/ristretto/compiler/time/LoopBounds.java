package ristretto.compiler.time;

import java.io.IOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import ristretto.compiler.link.LinkException;
import ristretto.compiler.link.SourcePlaces;
import ristretto.compiler.link.SourcePlaces.Place;

/**
 * How often loops of the machine code turn, from the {@code @LoopBound} of the method in whose body they are: the innermost one that all
 * of the loop's instructions are in or are inlined into, and that has a bound; where there is none, the largest of its instructions'. Of methods of one name in one class the largest bound holds.
 */
final class LoopBounds {
    private static final String MOST_BYTES = "Lristretto/magic/MostBytes;";
    private static final String LOOP_BOUND = "Lristretto/magic/LoopBound;";

    /**
     * @param turns at most
     * @param unseen turns between two looks for an interrupt; 0: it does not look
     */
    record Bound(int turns, int unseen) {}

    private final SourcePlaces places;
    private final Map<String, Bound> bounds = new HashMap<>();
    private final Map<String, Integer> bytes = new HashMap<>();

    LoopBounds(SourcePlaces places, List<Path> classes) throws IOException {
        this.places = places;
        for (Path folder : classes) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".class")).toList()) {
                    read(ClassFile.of().parse(file));
                }
            }
        }
    }

    private void read(ClassModel type) {
        String owner = type.thisClass().asInternalName().replace('/', '.');
        for (MethodModel method : type.methods()) {
            method.findAttribute(Attributes.runtimeInvisibleAnnotations()).ifPresent(all -> all.annotations().stream()
                    .filter(one -> one.className().equalsString(MOST_BYTES))
                    .forEach(one -> bytes.merge(
                            owner + "." + method.methodName().stringValue(),
                            bound(one).turns(),
                            Math::max)));
            method.findAttribute(Attributes.runtimeInvisibleAnnotations()).ifPresent(all -> all.annotations().stream()
                    .filter(one -> one.className().equalsString(LOOP_BOUND))
                    .forEach(one -> bounds.merge(
                            owner + "." + method.methodName().stringValue(), bound(one), LoopBounds::larger)));
        }
    }

    private static Bound bound(Annotation annotation) {
        int turns = 0;
        int unseen = 0;
        for (AnnotationElement element : annotation.elements()) {
            if (element.value() instanceof AnnotationValue.OfInt number) {
                if (element.name().equalsString("value")) {
                    turns = number.intValue();
                } else {
                    unseen = number.intValue();
                }
            }
        }
        return new Bound(turns, unseen);
    }

    private static Bound larger(Bound a, Bound b) {
        return new Bound(Math.max(a.turns, b.turns), a.unseen == 0 || b.unseen == 0 ? 0 : Math.max(a.unseen, b.unseen));
    }

    /** @throws LinkException where no method has one */
    Bound of(Procedure procedure, BitSet blocks) {
        List<Place> common = null;
        for (int block = blocks.nextSetBit(0); block >= 0; block = blocks.nextSetBit(block + 1)) {
            for (Instruction instruction : procedure.block(block).instructions()) {
                List<Place> chain = places.at(instruction.address());
                common = common == null ? chain : sharedBy(common, chain);
            }
        }
        Bound bound = innermost(common);
        if (bound == null) {
            bound = largest(procedure, blocks);
        }
        if (bound != null) {
            return bound;
        }
        long address = procedure.block(blocks.nextSetBit(0)).start();
        throw new LinkException("a loop without bound: " + describe(address));
    }

    /** How many bytes are copied, or cleared, at most by the call at this address. */
    long bytes(long address) {
        List<Place> chain = places.at(address);
        for (int i = chain.size() - 1; i >= 0; i--) {
            Integer most = bytes.get(chain.get(i).method());
            if (most != null) {
                return most;
            }
        }
        return KernelTime.MOST_BYTES;
    }

    private Bound innermost(List<Place> chain) {
        for (int i = chain.size() - 1; i >= 0; i--) {
            Bound bound = bounds.get(chain.get(i).method());
            if (bound != null) {
                return bound;
            }
        }
        return null;
    }

    /** Where the compiler shares code between loops of several methods: the largest of their bounds; null: none has one. */
    private Bound largest(Procedure procedure, BitSet blocks) {
        return blocks.stream()
                .boxed()
                .flatMap(block -> procedure.block(block).instructions().stream())
                .map(instruction -> innermost(places.at(instruction.address())))
                .filter(Objects::nonNull)
                .reduce(LoopBounds::larger)
                .orElse(null);
    }

    /** For messages. */
    String describe(long address) {
        StringBuilder text = new StringBuilder("0x" + Long.toHexString(address));
        for (Place place : places.at(address)) {
            text.append(", in ")
                    .append(place.method())
                    .append('(')
                    .append(place.file())
                    .append(':')
                    .append(place.line())
                    .append(')');
        }
        return text.toString();
    }

    private static List<Place> sharedBy(List<Place> one, List<Place> other) {
        List<Place> shared = new ArrayList<>();
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (one.get(i).body() != other.get(i).body()) {
                break;
            }
            shared.add(one.get(i));
        }
        return shared;
    }
}
