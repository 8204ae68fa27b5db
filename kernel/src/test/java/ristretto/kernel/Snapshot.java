package ristretto.kernel;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.SimulatedMemory;
import ristretto.magic.riscv64.Machine;

/**
 * Saves and restores all that the kernel's objects hold. The kernel allocates nothing, so that the objects are always
 * the same until some are made of untyped memory; only what their fields hold changes, and which of them live.
 */
final class Snapshot {
    private static final String[] MACHINE = {"time", "stimecmp", "satp"};

    /** An object as an instance of one of its classes, and where in the arrays its fields are. */
    private record Part(Object object, FieldCopier copier, int number, int reference) {}

    private final List<Part> parts = new ArrayList<>();
    private final List<Object> arrays = new ArrayList<>();
    private int numberCount;
    private int referenceCount;
    private final long[] numbers;
    private final Object[] references;
    private final Object[] copies;
    private final long[] machine = new long[MACHINE.length];
    private SimulatedMemory.Saved memory;

    /** Of all that is reachable from here, and all that lives in memory; nothing is saved yet. */
    Snapshot(Object... roots) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>(List.of(roots));
        seen.addAll(open);
        SimulatedMemory.current().save().objects().values().forEach(object -> add(object, seen, open));
        while (!open.isEmpty()) {
            Object object = open.pop();
            if (object.getClass().isArray()) {
                arrays.add(object);
                if (object instanceof Object[] elements) {
                    for (Object element : elements) {
                        add(element, seen, open);
                    }
                }
                continue;
            }
            for (Class<?> c = object.getClass(); c != Object.class; c = c.getSuperclass()) {
                FieldCopier.Fields fields = FieldCopier.OF.get(c);
                parts.add(new Part(object, fields.copier(), numberCount, referenceCount));
                numberCount += fields.numbers().size();
                referenceCount += fields.references().size();
                for (Field field : REFERENCES.get(c)) {
                    add(read(field, object), seen, open);
                }
            }
        }
        numbers = new long[numberCount];
        references = new Object[referenceCount];
        copies = new Object[arrays.size()];
        for (int i = 0; i < copies.length; i++) {
            Object array = arrays.get(i);
            copies[i] = Array.newInstance(array.getClass().getComponentType(), Array.getLength(array));
        }
    }

    /** The final ones, too. */
    private static final ClassValue<List<Field>> REFERENCES = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            List<Field> references = new ArrayList<>();
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    references.add(field);
                }
            }
            return references;
        }
    };

    private static Object read(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(Object object, Set<Object> seen, Deque<Object> open) {
        boolean isPlain = object != null
                && (object.getClass().isArray()
                        || object.getClass().getName().startsWith("ristretto.kernel.") && !(object instanceof Enum));
        if (isPlain && seen.add(object)) {
            open.push(object);
        }
    }

    void save() {
        for (Part part : parts) {
            part.copier.save(part.object, numbers, part.number, references, part.reference);
        }
        for (int i = 0; i < copies.length; i++) {
            System.arraycopy(arrays.get(i), 0, copies[i], 0, Array.getLength(copies[i]));
        }
        for (int i = 0; i < machine.length; i++) {
            machine[i] = Machine.simulated(MACHINE[i]);
        }
        memory = SimulatedMemory.current().save();
    }

    /** Where two that were both saved differ; null: nowhere. */
    String difference(Snapshot other) {
        for (int i = 0; i < parts.size(); i++) {
            if (i >= other.parts.size() || parts.get(i).object != other.parts.get(i).object) {
                return "what can be reached from " + parts.get(i).object.getClass();
            }
            Part part = parts.get(i);
            boolean isLast = i + 1 == parts.size();
            int numbersEnd = isLast ? numberCount : parts.get(i + 1).number;
            int referencesEnd = isLast ? referenceCount : parts.get(i + 1).reference;
            boolean same = Arrays.equals(numbers, part.number, numbersEnd, other.numbers, part.number, numbersEnd);
            for (int k = part.reference; k < referencesEnd; k++) {
                same &= references[k] == other.references[k];
            }
            if (!same) {
                return "a field of a " + part.object.getClass().getSimpleName();
            }
        }
        for (int i = 0; i < copies.length; i++) {
            if (arrays.get(i) != other.arrays.get(i) || !sameElements(copies[i], other.copies[i])) {
                return "an array of " + copies[i].getClass().getComponentType().getSimpleName();
            }
        }
        if (!Arrays.equals(machine, other.machine)) {
            return "a control register";
        }
        if (!memory.objects().equals(other.memory.objects())) {
            return "which objects live";
        }
        Set<Long> pages = new TreeSet<>(memory.pages().keySet());
        pages.addAll(other.memory.pages().keySet());
        for (long page : pages) {
            byte[] zero = new byte[(int) Sv39.PAGE];
            if (!Arrays.equals(
                    memory.pages().getOrDefault(page, zero),
                    other.memory.pages().getOrDefault(page, zero))) {
                return "memory at 0x%x".formatted(page * Sv39.PAGE);
            }
        }
        return null;
    }

    private static boolean sameElements(Object one, Object other) {
        for (int i = 0; i < Array.getLength(one); i++) {
            Object element = Array.get(one, i);
            Object otherElement = Array.get(other, i);
            if (one instanceof Object[] ? element != otherElement : !element.equals(otherElement)) {
                return false;
            }
        }
        return true;
    }

    void restore() {
        for (Part part : parts) {
            part.copier.restore(part.object, numbers, part.number, references, part.reference);
        }
        for (int i = 0; i < copies.length; i++) {
            System.arraycopy(copies[i], 0, arrays.get(i), 0, Array.getLength(copies[i]));
        }
        for (int i = 0; i < machine.length; i++) {
            Machine.simulate(MACHINE[i], machine[i]);
        }
        SimulatedMemory.current().restore(memory);
    }
}
