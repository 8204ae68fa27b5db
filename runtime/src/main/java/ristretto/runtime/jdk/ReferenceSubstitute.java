package ristretto.runtime.jdk;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import ristretto.runtime.Alias;
import ristretto.runtime.References;
import ristretto.runtime.Substitute;

/**
 * References of all strengths, on the collector's {@link References}. What the collector has cleared goes to its queue when
 * somebody looks into a queue.
 */
final class ReferenceSubstitute {
    private static final long NANOSECONDS = 1_000_000;
    private static final long LONGEST_WAIT = 50;

    private static final Runnable DELIVERY = new Delivery();

    @Substitute("java.lang.ref.Reference")
    static final class Weak {

        @Alias("referent")
        static native Object referent(Reference<?> self);

        @Alias("referent")
        static native void setReferent(Reference<?> self, Object referent);

        @Alias("queue")
        static native ReferenceQueue<?> queue(Reference<?> self);

        @Alias("queue")
        static native void setQueue(Reference<?> self, ReferenceQueue<?> queue);

        @Alias("<init>")
        static void construct(Reference<?> self, Object referent, ReferenceQueue<?> queue) {
            ReferenceQueue<?> none = Queues.none();
            References.prepare(none, DELIVERY);
            setReferent(self, referent);
            setQueue(self, queue == null ? none : queue);
        }

        static Object get(Reference<?> self) {
            return References.get(referent(self));
        }

        static boolean refersTo0(Reference<?> self, Object object) {
            return referent(self) == object;
        }

        static void clear0(Reference<?> self) {
            setReferent(self, null);
        }

        @SuppressWarnings("deprecation")
        static boolean isEnqueued(Reference<?> self) {
            References.deliver();
            return queue(self) == Queues.enqueued();
        }

        private Weak() {}
    }

    @Substitute("java.lang.ref.PhantomReference")
    static final class Phantom {

        static boolean refersTo0(PhantomReference<?> self, Object object) {
            return Weak.referent(self) == object;
        }

        static void clear0(PhantomReference<?> self) {
            Weak.setReferent(self, null);
        }

        private Phantom() {}
    }

    @Substitute("java.lang.ref.ReferenceQueue")
    static final class Queues {

        @Alias("NULL_QUEUE")
        static native ReferenceQueue<?> none();

        @Alias("ENQUEUED")
        static native ReferenceQueue<?> enqueued();

        @Alias("head")
        static native Reference<?> head(ReferenceQueue<?> self);

        @Alias("poll0")
        static native Reference<?> pollNow(ReferenceQueue<?> self);

        @Alias("enqueue")
        static native boolean put(ReferenceQueue<?> self, Reference<?> reference);

        static Reference<?> poll(ReferenceQueue<?> self) {
            References.deliver();
            return head(self) == null ? null : pollNow(self);
        }

        @Alias("lock")
        static native Object lock(ReferenceQueue<?> self);

        static Reference<?> remove(ReferenceQueue<?> self) throws InterruptedException {
            return remove(self, 0);
        }

        /** Nobody is woken by a collection in the middle of an allocation, so whoever waits looks again from time to time. */
        static Reference<?> remove(ReferenceQueue<?> self, long timeout) throws InterruptedException {
            if (timeout < 0) {
                throw new IllegalArgumentException("Negative timeout value");
            }
            long end = timeout == 0 ? Long.MAX_VALUE : System.nanoTime() / NANOSECONDS + timeout;
            while (true) {
                Reference<?> reference = poll(self);
                long left = end - System.nanoTime() / NANOSECONDS;
                if (reference != null || left <= 0) {
                    return reference;
                }
                Object lock = lock(self);
                synchronized (lock) {
                    lock.wait(Math.min(left, LONGEST_WAIT));
                }
            }
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

    /** Takes all that the collector has cleared to its queues. */
    private static final class Delivery implements Runnable {
        @Override
        public void run() {
            Reference<?> reference = (Reference<?>) References.takePending();
            while (reference != null) {
                Queues.put(Weak.queue(reference), reference);
                reference = (Reference<?>) References.takePending();
            }
        }
    }

    private ReferenceSubstitute() {}
}
