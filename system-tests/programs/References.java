import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BooleanSupplier;

/** References of all strengths, without leaning on when exactly a collector runs: each thing is awaited, or must never happen. */
public class References {
    private static Object sink;

    private record Key(int number) {}

    private static final class Resource extends PhantomReference<Object> {
        final String name;

        Resource(Object of, ReferenceQueue<Object> queue, String name) {
            super(of, queue);
            this.name = name;
        }
    }

    private static void await(String what, BooleanSupplier done) {
        for (int i = 0; i < 200; i++) {
            if (done.getAsBoolean()) {
                System.out.println(what + ": yes");
                return;
            }
            System.gc();
            for (int j = 0; j < 100; j++) {
                sink = new byte[1000];
            }
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        System.out.println(what + ": no");
    }

    private static List<WeakReference<Object>> weak(int count, ReferenceQueue<Object> queue) {
        List<WeakReference<Object>> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Object object = new int[] {i, i};
            list.add(i % 2 == 0 ? new WeakReference<>(object) : new WeakReference<>(object, queue));
        }
        return list;
    }

    private static long cleared(List<? extends Reference<?>> list) {
        return list.stream().filter(r -> r.get() == null).count();
    }

    private static void weakReferences() {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        List<WeakReference<Object>> list = weak(1000, queue);
        Object kept = new Key(1);
        WeakReference<Object> toKept = new WeakReference<>(kept, queue);
        // A stack that is scanned word by word may keep a few.
        await("weak references cleared", () -> cleared(list) >= 990);
        Set<Reference<?>> arrived = new HashSet<>();
        await("and enqueued", () -> {
            for (Reference<?> r = queue.poll(); r != null; r = queue.poll()) {
                if (!arrived.add(r) || r.get() != null) {
                    System.out.println("a reference came twice, or came uncleared");
                }
            }
            return arrived.size() >= 495;
        });
        System.out.println("only those with a queue: " + (arrived.size() <= 500));
        System.out.println("kept: " + (toKept.get() == kept) + toKept.refersTo(kept) + arrived.contains(toKept));
    }

    private static void byHand() {
        ReferenceQueue<String> queue = new ReferenceQueue<>();
        WeakReference<String> reference = new WeakReference<>("constant", queue);
        System.out.println(reference.get() + reference.refersTo("constant") + reference.refersTo(null));
        System.out.println(queue.poll());
        System.out.println(reference.enqueue());
        System.out.println(reference.enqueue());
        System.out.println(reference.get() + " " + reference.refersTo(null));
        System.out.println(queue.poll() == reference);
        System.out.println(queue.poll());
        SoftReference<String> soft = new SoftReference<>("soft");
        soft.clear();
        System.out.println(soft.get() + soft.enqueue());
        PhantomReference<String> phantom = new PhantomReference<>("phantom", queue);
        System.out.println(phantom.get() + phantom.refersTo("phantom"));
        phantom.clear();
        System.out.println(phantom.refersTo("phantom"));
    }

    private static void phantomReferences() {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        Set<Resource> open = new HashSet<>();
        fill(open, queue);
        int[] closed = {0};
        await("phantom references enqueued", () -> {
            for (Resource r = (Resource) queue.poll(); r != null; r = (Resource) queue.poll()) {
                closed[0] += open.remove(r) && r.name.startsWith("resource") ? 1 : 1000;
            }
            return closed[0] >= 290;
        });
        System.out.println("each once: " + (closed[0] <= 300 && closed[0] + open.size() == 300));
    }

    private static void fill(Set<Resource> open, ReferenceQueue<Object> queue) {
        for (int i = 0; i < 300; i++) {
            open.add(new Resource(new Key(i), queue, "resource " + i));
        }
    }

    private static void weakHashMap() {
        WeakHashMap<Key, String> map = new WeakHashMap<>();
        List<Key> kept = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            Key key = new Key(i);
            map.put(key, "value " + i);
            if (i % 4 == 0) {
                kept.add(key);
            }
        }
        await("weak map shrinks", () -> map.size() <= 510);
        boolean all = true;
        for (Key key : kept) {
            all &= ("value " + key.number).equals(map.get(key));
        }
        System.out.println("what is in use stays: " + all + " " + (map.size() >= kept.size()));
    }

    private static void onAnotherStack(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void softReferences() {
        List<SoftReference<byte[]>> cache = new ArrayList<>();
        // On other stacks, which are gone afterwards: a stale word, or a register that refersTo has left, would keep an array.
        onAnotherStack(() -> fill(cache));
        onAnotherStack(() -> System.out.println("soft references stay: " + (gone(cache) == 0)));
        List<byte[]> hog = new ArrayList<>();
        try {
            while (true) {
                hog.add(new byte[1_000_000]);
            }
        } catch (OutOfMemoryError e) {
            hog = null;
        }
        System.out.println("until memory is short: " + (gone(cache) == 20));
    }

    private static void fill(List<SoftReference<byte[]>> cache) {
        for (int i = 0; i < 20; i++) {
            cache.add(new SoftReference<>(new byte[10_000]));
        }
        // The address of what lies behind the last array would keep it, as an address right behind its end.
        sink = new byte[10_000];
        sink = null;
    }

    private static long gone(List<SoftReference<byte[]>> list) {
        return list.stream().filter(r -> r.refersTo(null)).count();
    }

    public static void main(String[] arguments) {
        byHand();
        weakReferences();
        phantomReferences();
        weakHashMap();
        softReferences();
    }
}
