package ristretto.runtime.jdk;

import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;
import ristretto.runtime.ArrayCopy;
import ristretto.runtime.Deadline;
import ristretto.runtime.References;
import ristretto.runtime.Substitute;
import ristretto.runtime.Threads;

/**
 * The accesses of {@code Unsafe} that have no body in Java. A process has one kernel thread, and another one of the process's
 * own never sees a state between two of its instructions, so plain accesses are atomic and ordered.
 */
@Substitute("jdk.internal.misc.Unsafe")
final class UnsafeSubstitute {

    static int getInt(Object self, Object object, long offset) {
        long at = Memory.addressOf(object) + offset;
        return Memory.loadInt(at);
    }

    static void putInt(Object self, Object object, long offset, int value) {
        long at = Memory.addressOf(object) + offset;
        Memory.storeInt(at, value);
    }

    static int getIntVolatile(Object self, Object object, long offset) {
        long at = Memory.addressOf(object) + offset;
        return Memory.loadInt(at);
    }

    static void putIntVolatile(Object self, Object object, long offset, int value) {
        long at = Memory.addressOf(object) + offset;
        Memory.storeInt(at, value);
    }

    static long getLong(Object self, Object object, long offset) {
        long at = Memory.addressOf(object) + offset;
        return Memory.loadLong(at);
    }

    static void putLong(Object self, Object object, long offset, long value) {
        long at = Memory.addressOf(object) + offset;
        Memory.storeLong(at, value);
    }

    static long getLongVolatile(Object self, Object object, long offset) {
        long at = Memory.addressOf(object) + offset;
        return Memory.loadLong(at);
    }

    static void putLongVolatile(Object self, Object object, long offset, long value) {
        long at = Memory.addressOf(object) + offset;
        Memory.storeLong(at, value);
    }

    static Object getReference(Object self, Object object, long offset) {
        long at = Memory.addressOf(object) + offset;
        return Memory.objectAt(Object.class, Memory.loadLong(at));
    }

    static void putReference(Object self, Object object, long offset, Object value) {
        long at = Memory.addressOf(object) + offset;
        References.beforeStore(at);
        Memory.storeLong(at, Memory.addressOf(value));
    }

    static Object getReferenceVolatile(Object self, Object object, long offset) {
        long at = Memory.addressOf(object) + offset;
        return Memory.objectAt(Object.class, Memory.loadLong(at));
    }

    static void putReferenceVolatile(Object self, Object object, long offset, Object value) {
        long at = Memory.addressOf(object) + offset;
        References.beforeStore(at);
        Memory.storeLong(at, Memory.addressOf(value));
    }

    static boolean getBoolean(Object self, Object object, long offset) {
        long at = Memory.addressOf(object) + offset;
        return Memory.loadByte(at) != 0;
    }

    static void putBoolean(Object self, Object object, long offset, boolean value) {
        long at = Memory.addressOf(object) + offset;
        Memory.storeByte(at, value ? 1 : 0);
    }

    static boolean getBooleanVolatile(Object self, Object object, long offset) {
        long at = Memory.addressOf(object) + offset;
        return Memory.loadByte(at) != 0;
    }

    static void putBooleanVolatile(Object self, Object object, long offset, boolean value) {
        long at = Memory.addressOf(object) + offset;
        Memory.storeByte(at, value ? 1 : 0);
    }

    static byte getByte(Object self, Object object, long offset) {
        long at = Memory.addressOf(object) + offset;
        return (byte) Memory.loadByte(at);
    }

    static void putByte(Object self, Object object, long offset, byte value) {
        long at = Memory.addressOf(object) + offset;
        Memory.storeByte(at, value);
    }

    static byte getByteVolatile(Object self, Object object, long offset) {
        long at = Memory.addressOf(object) + offset;
        return (byte) Memory.loadByte(at);
    }

    static void putByteVolatile(Object self, Object object, long offset, byte value) {
        long at = Memory.addressOf(object) + offset;
        Memory.storeByte(at, value);
    }

    static short getShort(Object self, Object object, long offset) {
        long at = Memory.addressOf(object) + offset;
        return (short) Memory.loadShort(at);
    }

    static void putShort(Object self, Object object, long offset, short value) {
        long at = Memory.addressOf(object) + offset;
        Memory.storeShort(at, value);
    }

    static short getShortVolatile(Object self, Object object, long offset) {
        long at = Memory.addressOf(object) + offset;
        return (short) Memory.loadShort(at);
    }

    static void putShortVolatile(Object self, Object object, long offset, short value) {
        long at = Memory.addressOf(object) + offset;
        Memory.storeShort(at, value);
    }

    static char getChar(Object self, Object object, long offset) {
        long at = Memory.addressOf(object) + offset;
        return (char) Memory.loadShort(at);
    }

    static void putChar(Object self, Object object, long offset, char value) {
        long at = Memory.addressOf(object) + offset;
        Memory.storeShort(at, value);
    }

    static char getCharVolatile(Object self, Object object, long offset) {
        long at = Memory.addressOf(object) + offset;
        return (char) Memory.loadShort(at);
    }

    static void putCharVolatile(Object self, Object object, long offset, char value) {
        long at = Memory.addressOf(object) + offset;
        Memory.storeShort(at, value);
    }

    static float getFloat(Object self, Object object, long offset) {
        long at = Memory.addressOf(object) + offset;
        return Float.intBitsToFloat(Memory.loadInt(at));
    }

    static void putFloat(Object self, Object object, long offset, float value) {
        long at = Memory.addressOf(object) + offset;
        Memory.storeInt(at, Float.floatToRawIntBits(value));
    }

    static float getFloatVolatile(Object self, Object object, long offset) {
        long at = Memory.addressOf(object) + offset;
        return Float.intBitsToFloat(Memory.loadInt(at));
    }

    static void putFloatVolatile(Object self, Object object, long offset, float value) {
        long at = Memory.addressOf(object) + offset;
        Memory.storeInt(at, Float.floatToRawIntBits(value));
    }

    static double getDouble(Object self, Object object, long offset) {
        long at = Memory.addressOf(object) + offset;
        return Double.longBitsToDouble(Memory.loadLong(at));
    }

    static void putDouble(Object self, Object object, long offset, double value) {
        long at = Memory.addressOf(object) + offset;
        Memory.storeLong(at, Double.doubleToRawLongBits(value));
    }

    static double getDoubleVolatile(Object self, Object object, long offset) {
        long at = Memory.addressOf(object) + offset;
        return Double.longBitsToDouble(Memory.loadLong(at));
    }

    static void putDoubleVolatile(Object self, Object object, long offset, double value) {
        long at = Memory.addressOf(object) + offset;
        Memory.storeLong(at, Double.doubleToRawLongBits(value));
    }

    static boolean compareAndSetInt(Object self, Object object, long offset, int expected, int value) {
        if (getInt(self, object, offset) != expected) {
            return false;
        }
        putInt(self, object, offset, value);
        return true;
    }

    static int compareAndExchangeInt(Object self, Object object, long offset, int expected, int value) {
        int old = getInt(self, object, offset);
        if (old == expected) {
            putInt(self, object, offset, value);
        }
        return old;
    }

    static boolean compareAndSetLong(Object self, Object object, long offset, long expected, long value) {
        if (getLong(self, object, offset) != expected) {
            return false;
        }
        putLong(self, object, offset, value);
        return true;
    }

    static long compareAndExchangeLong(Object self, Object object, long offset, long expected, long value) {
        long old = getLong(self, object, offset);
        if (old == expected) {
            putLong(self, object, offset, value);
        }
        return old;
    }

    static boolean compareAndSetReference(Object self, Object object, long offset, Object expected, Object value) {
        if (getReference(self, object, offset) != expected) {
            return false;
        }
        putReference(self, object, offset, value);
        return true;
    }

    static Object compareAndExchangeReference(Object self, Object object, long offset, Object expected, Object value) {
        Object old = getReference(self, object, offset);
        if (old == expected) {
            putReference(self, object, offset, value);
        }
        return old;
    }

    static void copyMemory0(Object self, Object from, long fromOffset, Object to, long toOffset, long bytes) {
        ArrayCopy.move(Memory.addressOf(to) + toOffset, Memory.addressOf(from) + fromOffset, bytes);
    }

    static void copySwapMemory0(
            Object self, Object from, long fromOffset, Object to, long toOffset, long bytes, long elementBytes) {
        byte[] copy = new byte[(int) bytes];
        copyMemory0(self, from, fromOffset, copy, ObjectLayout.ARRAY_DATA, bytes);
        int size = (int) elementBytes;
        long at = Memory.addressOf(to) + toOffset;
        for (int i = 0; i < copy.length; i++) {
            int element = i / size * size;
            Memory.storeByte(at + i, copy[element + size - 1 - (i - element)]);
        }
    }

    static void setMemory0(Object self, Object object, long offset, long bytes, byte value) {
        long at = Memory.addressOf(object) + offset;
        for (long i = 0; i < bytes; i++) {
            Memory.storeByte(at + i, value);
        }
    }

    /** The time is absolute in milliseconds, or relative in nanoseconds, where 0 is for ever. */
    static void park(Object self, boolean absolute, long time) {
        if (absolute) {
            long left = time - System.currentTimeMillis();
            Threads.park(Deadline.afterMilliseconds(Math.max(left, 0)));
        } else {
            Threads.park(time == 0 ? Deadline.NEVER : Deadline.after(time));
        }
    }

    static void unpark(Object self, Object thread) {
        if (thread != null) {
            Threads.unpark((Thread) thread);
        }
    }

    static void throwException(Object self, Throwable exception) {
        UnsafeSubstitute.<RuntimeException>throwUnchecked(exception);
    }

    /** Throws what is not declared: the compiler infers that it is. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwUnchecked(Throwable exception) throws T {
        throw (T) exception;
    }

    static void fullFence(Object self) {}

    static void loadFence(Object self) {}

    static void storeFence(Object self) {}

    private UnsafeSubstitute() {}
}
