package ristretto.magic;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Constructor;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Memory on the desk: sparse pages of bytes, and the objects that were placed over them. Placing an object over another
 * living one, reading bytes of an object, or taking an object where none was placed, is an error here, although real
 * memory would forgive it. One instance per thread, so that tests may run side by side, if no thread {@linkplain #use chooses} another.
 */
public class SimulatedMemory {
    private static final int PAGE = 4096;
    private static final ThreadLocal<SimulatedMemory> CURRENT = new InheritableThreadLocal<>() {
        @Override
        protected SimulatedMemory initialValue() {
            return new SimulatedMemory();
        }

        @Override
        protected SimulatedMemory childValue(SimulatedMemory parent) {
            return parent.ofChildThread();
        }
    };

    private static final ClassValue<Long> SIZES = new ClassValue<>() {
        @Override
        protected Long computeValue(Class<?> type) {
            return ObjectLayout.sizeOf(type);
        }
    };

    private static final VarHandle LONG = view(long[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle SHORT = view(short[].class);

    /** What the memory held at one moment, and which objects lived in it. */
    public record Saved(Map<Long, byte[]> pages, Map<Long, Object> objects) {}

    private final Map<Long, byte[]> pages = new HashMap<>();
    /** The page that was used last, and its number: most accesses go where the one before went. */
    private byte[] lastPage;

    private long lastNumber;
    private final TreeMap<Long, Object> objects = new TreeMap<>();
    private final Map<Object, Long> addresses = new IdentityHashMap<>();
    private long nextUnplaced = 0x7f00_0000_0000L;

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    public static SimulatedMemory current() {
        return CURRENT.get();
    }

    /** From now on this thread works on that memory. Whoever shares one between threads sees to it that they take turns. */
    public static void use(SimulatedMemory memory) {
        CURRENT.set(memory);
    }

    /** What a thread works on that a thread on this memory makes. */
    protected SimulatedMemory ofChildThread() {
        return new SimulatedMemory();
    }

    /** Forgets everything that this thread simulated. */
    public static void reset() {
        CURRENT.remove();
    }

    static long sizeOf(Class<?> type) {
        return SIZES.get(type);
    }

    public Saved save() {
        Map<Long, byte[]> copies = new HashMap<>();
        pages.forEach((number, page) -> copies.put(number, page.clone()));
        return new Saved(copies, Map.copyOf(objects));
    }

    /** Objects that were placed or destroyed since are gone, or live again; their fields are the caller's to restore. */
    public void restore(Saved saved) {
        lastPage = null;
        pages.keySet().retainAll(saved.pages.keySet());
        saved.pages.forEach((number, page) -> System.arraycopy(page, 0, page(number * PAGE), 0, PAGE));
        if (!objects.equals(saved.objects)) {
            objects.clear();
            addresses.clear();
            objects.putAll(saved.objects);
            objects.forEach((address, object) -> addresses.put(object, address));
        }
    }

    protected long load(long address, int bytes) {
        checkAccess(address, bytes);
        return loadBytes(address, bytes);
    }

    /** A load that is known to be aligned, from where no object can be. */
    protected final long loadBytes(long address, int bytes) {
        byte[] page = page(address);
        int offset = (int) (address & PAGE - 1);
        return switch (bytes) {
            case 8 -> (long) LONG.get(page, offset);
            case 4 -> (int) INT.get(page, offset) & 0xffff_ffffL;
            case 2 -> (short) SHORT.get(page, offset) & 0xffffL;
            default -> page[offset] & 0xffL;
        };
    }

    protected void store(long address, int bytes, long value) {
        checkAccess(address, bytes);
        storeBytes(address, bytes, value);
    }

    /** A store that is known to be aligned, to where no object can be. */
    protected final void storeBytes(long address, int bytes, long value) {
        byte[] page = page(address);
        int offset = (int) (address & PAGE - 1);
        switch (bytes) {
            case 8 -> LONG.set(page, offset, value);
            case 4 -> INT.set(page, offset, (int) value);
            case 2 -> SHORT.set(page, offset, (short) value);
            default -> page[offset] = (byte) value;
        }
    }

    protected void zero(long address, long bytes) {
        checkRange(address, bytes);
        for (long done = 0; done < bytes; ) {
            int part = (int) Math.min(bytes - done, leftInPage(address + done));
            int offset = (int) (address + done & PAGE - 1);
            Arrays.fill(page(address + done), offset, offset + part, (byte) 0);
            done += part;
        }
    }

    protected void copy(long from, long to, long bytes) {
        checkRange(from, bytes);
        checkRange(to, bytes);
        for (long done = 0; done < bytes; ) {
            long part = Math.min(bytes - done, Math.min(leftInPage(from + done), leftInPage(to + done)));
            byte[] source = page(from + done);
            System.arraycopy(
                    source, (int) (from + done & PAGE - 1), page(to + done), (int) (to + done & PAGE - 1), (int) part);
            done += part;
        }
    }

    private static long leftInPage(long address) {
        return PAGE - (address & PAGE - 1);
    }

    protected void move(long from, long to, long bytes) {
        if (from >= to) {
            copy(from, to, bytes);
            return;
        }
        for (long i = bytes - 1; i >= 0; i--) {
            store(to + i, 1, load(from + i, 1));
        }
    }

    protected <T> T place(Class<T> type, long address) {
        long size = sizeOf(type);
        Object clash = objectIn(address, size);
        if (clash != null) {
            throw new IllegalStateException("0x%x: %s placed over a living %s"
                    .formatted(address, type.getSimpleName(), clash.getClass().getSimpleName()));
        }
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            T object = constructor.newInstance();
            objects.put(address, object);
            addresses.put(object, address);
            return object;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be placed: it needs a constructor without parameters", e);
        }
    }

    protected Object objectAt(long address) {
        if (address == 0) {
            return null;
        }
        Object object = objects.get(address);
        if (object == null) {
            throw new IllegalStateException("no object at 0x%x".formatted(address));
        }
        return object;
    }

    protected void destroy(Object object) {
        Long address = addresses.remove(object);
        if (address == null) {
            throw new IllegalStateException(object + " was never placed, or is destroyed already");
        }
        objects.remove(address);
    }

    protected final boolean isPlaced(Object object) {
        return addresses.containsKey(object);
    }

    /** Objects that were made with {@code new} get a made-up address. */
    protected long addressOf(Object object) {
        if (object == null) {
            return 0;
        }
        Long address = addresses.get(object);
        if (address == null) {
            address = nextUnplaced;
            nextUnplaced += sizeOf(object.getClass());
            addresses.put(object, address);
            objects.put(address, object);
        }
        return address;
    }

    /** Address of a symbol of the linker's or of assembly; only who simulates a whole machine knows any. */
    protected long symbol(String name) {
        throw new UnsupportedOperationException("no linker symbols on a JVM: " + name);
    }

    private void checkAccess(long address, int bytes) {
        if (address % bytes != 0) {
            throw new IllegalStateException("0x%x is not aligned to %d".formatted(address, bytes));
        }
        checkRange(address, bytes);
    }

    private void checkRange(long address, long bytes) {
        Object object = objectIn(address, bytes);
        if (object != null) {
            throw new IllegalStateException("0x%x: raw access to a living %s"
                    .formatted(address, object.getClass().getSimpleName()));
        }
    }

    private Object objectIn(long address, long bytes) {
        if (objects.isEmpty()) {
            return null;
        }
        Map.Entry<Long, Object> below = objects.lowerEntry(address + bytes);
        boolean overlaps =
                below != null && below.getKey() + sizeOf(below.getValue().getClass()) > address;
        return overlaps ? below.getValue() : null;
    }

    private byte[] page(long address) {
        long number = Math.floorDiv(address, (long) PAGE);
        if (number != lastNumber || lastPage == null) {
            lastNumber = number;
            lastPage = pages.computeIfAbsent(number, p -> new byte[PAGE]);
        }
        return lastPage;
    }
}
