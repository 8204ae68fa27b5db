package ristretto.kernel;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import ristretto.magic.SimulatedMemory;
import ristretto.magic.riscv64.Machine;

/**
 * Saves and restores all that the kernel's objects hold. The kernel allocates nothing, so that the objects are always
 * the same; only what their fields hold changes, and which of them live.
 */
final class Snapshot {
    private static final String[] MACHINE = {"time", "stimecmp", "satp"};

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            List<Field> fields = new ArrayList<>();
            for (Class<?> c = type; c != Object.class; c = c.getSuperclass()) {
                for (Field field : c.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        field.setAccessible(true);
                        fields.add(field);
                    }
                }
            }
            return fields;
        }
    };

    private final List<Object> owners = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Object> arrays = new ArrayList<>();

    private long[] numbers;
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
            for (Field field : FIELDS.get(object.getClass())) {
                visit(object, field, seen, open);
            }
        }
        numbers = new long[fields.size()];
        references = new Object[fields.size()];
        copies = new Object[arrays.size()];
        for (int i = 0; i < copies.length; i++) {
            Object array = arrays.get(i);
            copies[i] = Array.newInstance(array.getClass().getComponentType(), Array.getLength(array));
        }
    }

    private void visit(Object object, Field field, Set<Object> seen, Deque<Object> open) {
        try {
            if (!field.getType().isPrimitive()) {
                add(field.get(object), seen, open);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        if (!Modifier.isFinal(field.getModifiers())) {
            owners.add(object);
            fields.add(field);
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
        try {
            for (int i = 0; i < numbers.length; i++) {
                Field field = fields.get(i);
                Object owner = owners.get(i);
                Class<?> type = field.getType();
                if (type == long.class || type == int.class) {
                    numbers[i] = field.getLong(owner);
                } else if (type == boolean.class) {
                    numbers[i] = field.getBoolean(owner) ? 1 : 0;
                } else {
                    references[i] = field.get(owner);
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        for (int i = 0; i < copies.length; i++) {
            System.arraycopy(arrays.get(i), 0, copies[i], 0, Array.getLength(copies[i]));
        }
        for (int i = 0; i < machine.length; i++) {
            machine[i] = Machine.simulated(MACHINE[i]);
        }
        memory = SimulatedMemory.current().save();
    }

    void restore() {
        try {
            for (int i = 0; i < numbers.length; i++) {
                Field field = fields.get(i);
                Object owner = owners.get(i);
                Class<?> type = field.getType();
                if (type == long.class) {
                    field.setLong(owner, numbers[i]);
                } else if (type == int.class) {
                    field.setInt(owner, (int) numbers[i]);
                } else if (type == boolean.class) {
                    field.setBoolean(owner, numbers[i] != 0);
                } else {
                    field.set(owner, references[i]);
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
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
