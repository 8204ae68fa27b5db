package ristretto.compiler.heap;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ristretto.compiler.analysis.VarHandles;
import ristretto.compiler.model.ClassWorld;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaField;

/**
 * The objects that class initialisers left on the build JVM's heap and that the program can reach through fields which it
 * reads. They become initialised data of the image.
 */
public final class BuildTimeHeap {

    /** Who wants to know what the heap holds while it is discovered. */
    public interface Listener {
        void found(JavaClass type);

        void foundClass(JavaClass type);

        void accessedByOffset(JavaField field);

        /** Some static of the class cannot be carried over: its initialiser has to run in the program instead. */
        void cannotCarry(JavaClass type, String reason);
    }

    /** Value of a static that holds the offset of a field; what it is, the layout will tell. */
    public record FieldOffset(JavaField field) {}

    /** Where the build JVM keeps what only it understands. */
    private static final Set<String> MEANINGLESS = Set.of("java/lang/Throwable.backtrace");

    private final ClassWorld world;
    private final HostFields host;
    private final FieldOffsets offsets;
    private Listener listener;

    private final IdentityHashMap<Object, JavaClass> classes = new IdentityHashMap<>();
    private final List<Object> objects = new ArrayList<>();
    /** The class through whose statics each object was found. */
    private final IdentityHashMap<Object, JavaClass> foundThrough = new IdentityHashMap<>();

    private final Map<JavaField, Object> statics = new HashMap<>();
    private final Map<JavaField, List<Object>> tables = new LinkedHashMap<>();
    private final Set<JavaField> resourceTables = new HashSet<>();

    /**
     * References as they were when they were followed. The build JVM goes on and its caches change, but what the image gets has to be
     * what the analysis saw.
     */
    private final IdentityHashMap<Object, Map<JavaField, Object>> followed = new IdentityHashMap<>();

    private final IdentityHashMap<Object, Object[]> followedElements = new IdentityHashMap<>();

    public BuildTimeHeap(ClassWorld world, ClassLoader loader) {
        this.world = world;
        this.host = new HostFields(loader);
        this.offsets = new FieldOffsets(world);
    }

    public void listen(Listener listener) {
        this.listener = listener;
    }

    /** All objects in the order in which they were found; strings and Class objects are not among them. */
    public List<Object> objects() {
        return objects;
    }

    public JavaClass classOf(Object object) {
        return classes.get(object);
    }

    /** Value of a static field of a class that was initialised at build time: boxed, an object, or a {@link FieldOffset}. */
    public Object staticValue(JavaField field) {
        return statics.get(field);
    }

    public boolean hasStaticValue(JavaField field) {
        return statics.containsKey(field);
    }

    public Object fieldValue(JavaField field, Object object) {
        if (MEANINGLESS.contains(field.toString())) {
            return null;
        }
        if (!field.isReference()) {
            return host.value(field, object);
        }
        Map<JavaField, Object> values = followed.computeIfAbsent(object, o -> new HashMap<>());
        if (!values.containsKey(field)) {
            values.put(field, host.value(field, object));
        }
        return values.get(field);
    }

    public Object[] elements(Object[] array) {
        return followedElements.computeIfAbsent(array, a -> array.clone());
    }

    /** The class through whose statics an object was found, or null. */
    public JavaClass foundThrough(Object object) {
        return foundThrough.get(object);
    }

    /** A static field of a class that is initialised at build time is read by the program. */
    public void scanStatic(JavaField field) {
        JavaField target = offsets.target(field);
        if (target != null) {
            statics.put(field, new FieldOffset(target));
            listener.accessedByOffset(target);
            return;
        }
        if (field.forEachConstant != null) {
            tables.put(field, new ArrayList<>());
            if (host.wantsResources(field.owner.name, field.forEachConstant)) {
                resourceTables.add(field);
                tell(field, "");
            }
            return;
        }
        Object value = field.initialValue != null ? host.initialValue(field) : host.value(field, null);
        statics.put(field, value);
        if (value instanceof VarHandle handle) {
            VarHandles.fieldOf(handle, world).ifPresent(listener::accessedByOffset);
            return;
        }
        if (field.isReference()) {
            add(value, field.owner);
        }
    }

    /** The program has this string constant: asks what it means for the tables that it reads. */
    public void tell(JavaField table, String constant) {
        if (constant.isEmpty()
                && resourceTables.contains(table)
                && !tables.get(table).isEmpty()) {
            return;
        }
        Map<String, byte[]> resources = resourceTables.contains(table) ? world.resources(constant) : null;
        Object meaning = host.call(table.owner.name, table.forEachConstant, constant, resources);
        if (meaning != null) {
            tables.get(table).add(constant);
            tables.get(table).add(meaning);
            add(constant, table.owner);
            add(meaning, table.owner);
        }
    }

    /** All constants are known: what the tables hold. */
    public void finishTables() {
        tables.forEach((field, pairs) -> {
            Object[] value = pairs.toArray();
            statics.put(field, value);
            add(value, field.owner);
        });
    }

    /** Fields that hold a table by string constants, as far as the program reads them. */
    public Set<JavaField> tables() {
        return tables.keySet();
    }

    /** An instance field is read by the program: follow it in all objects that have it. */
    public void scanField(JavaField field) {
        if (!field.isReference()) {
            return;
        }
        for (Object object : List.copyOf(objects)) {
            JavaClass type = classes.get(object);
            if (!type.isArray() && type.isSubclassOf(field.owner)) {
                add(fieldValue(field, object), foundThrough.get(object));
            }
        }
    }

    private void add(Object root, JavaClass through) {
        List<Object> work = new ArrayList<>();
        work.add(root);
        while (!work.isEmpty()) {
            Object object = work.removeLast();
            if (object == null || classes.containsKey(object)) {
                continue;
            }
            if (meansNothingElsewhere(object, through)) {
                listener.cannotCarry(
                        through, "leads to an object of " + object.getClass().getName());
                return;
            }
            foundThrough.put(object, through);
            visit(object, work);
        }
    }

    /** Lambdas' classes exist in the build JVM only, and so do its loaders, and its threads but for the one that our runtime made. */
    private static boolean meansNothingElsewhere(Object object, JavaClass through) {
        boolean isForeignThread = object instanceof Thread && through.origin != JavaClass.Origin.SYSTEM;
        return object.getClass().isHidden()
                || isForeignThread
                || object instanceof ClassLoader
                || HashPlaces.areOfIdentity(object);
    }

    private void visit(Object object, List<Object> work) {
        if (object instanceof Class<?> type) {
            if (!type.isPrimitive()) {
                listener.foundClass(world.get(type.getName().replace('.', '/')));
            }
            listener.found(world.get("java/lang/Class"));
            return;
        }
        if (object instanceof String) {
            listener.found(world.get("java/lang/String"));
            listener.found(world.get("[B"));
            return;
        }
        JavaClass type = world.get(object.getClass().getName().replace('.', '/'));
        classes.put(object, type);
        objects.add(object);
        listener.found(type);
        if (object instanceof Object[] array) {
            Collections.addAll(work, elements(array));
            return;
        }
        if (type.isArray()) {
            return;
        }
        for (JavaClass c = type; c != null; c = c.superclass) {
            for (JavaField field : c.fields.values()) {
                if (!field.isStatic && field.read && field.isReference()) {
                    work.add(fieldValue(field, object));
                }
            }
        }
    }
}
