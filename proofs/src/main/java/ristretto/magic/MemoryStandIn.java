package ristretto.magic;

import org.cprover.CProver;
import ristretto.kernel.NewObjects;
import ristretto.kernel.Slot;
import ristretto.proofs.Addresses;
import ristretto.proofs.Board;
import ristretto.proofs.TableCopy;
import ristretto.proofs.Words;

/**
 * Stands in for {@link Memory} in proofs: a few objects at addresses of their own, and words that may hold anything.
 * An address is {@code (number of the object + 1) << SHIFT}, see {@link Addresses}; what lies behind an object, slots of a table, begins
 * {@link #SIZE} after it and has {@code 1 << PART_SHIFT} bytes each; what a thread has of its own lies where its class puts it.
 */
public final class MemoryStandIn {
    public static final int SHIFT = 20;
    public static final int PART_SHIFT = 6;
    public static final long SIZE = 256;

    public static long addressOf(Object object) {
        if (object == null) {
            return 0;
        }
        if (Board.isUsed) {
            return Board.addressOf(object);
        }
        for (int i = 0; i < Addresses.OBJECTS; i++) {
            if (Addresses.objects[i] == object) {
                return (long) (i + 1) << SHIFT;
            }
        }
        for (int i = 0; i < Addresses.threadSlots.length; i++) {
            if (Addresses.threadSlots[i] == object) {
                return (2L << SHIFT) + Addresses.threadSlotsOffset + ((long) i << PART_SHIFT);
            }
        }
        // Of no use to anybody: that nothing lies there is checked.
        return -1;
    }

    @SuppressWarnings("unchecked")
    public static <T> T objectAt(Class<T> type, long address) {
        if (address == 0) {
            return null;
        }
        if (Board.isUsed) {
            return (T) Board.at(address);
        }
        int number = (int) (address >> SHIFT) - 1;
        long offset = address & (1 << SHIFT) - 1;
        assert number >= 0 && number < Addresses.OBJECTS;
        if (offset == 0) {
            return (T) Addresses.objects[number];
        }
        int part = (int) (offset - SIZE >> PART_SHIFT);
        assert offset >= SIZE && (offset - SIZE & (1 << PART_SHIFT) - 1) == 0 && part < Addresses.most;
        return (T) Addresses.parts[number * Addresses.PARTS + part];
    }

    @SuppressWarnings("unchecked")
    public static <T> T as(Class<T> type, Object object) {
        return (T) object;
    }

    public static long sizeOf(Class<?> type) {
        return SIZE;
    }

    /** A new object, which must lie in what is free, and behind those placed before. */
    @SuppressWarnings("unchecked")
    public static <T> T place(Class<T> type, long address) {
        if (Board.isUsed) {
            Object object = NewObjects.of(type);
            Board.place(object, address, type == Slot.class);
            return (T) object;
        }
        take(address, type == Slot.class ? 1 << PART_SHIFT : SIZE);
        return (T) NewObjects.of(type);
    }

    /** A slot behind a new table. */
    public static <T> T bare(Class<T> type, long address) {
        if (Board.isUsed) {
            Board.placeInZeroes(NewObjects.of(type), address);
            return null;
        }
        take(address, 1 << PART_SHIFT);
        return null;
    }

    private static void take(long address, long bytes) {
        assert address >= Addresses.freeFrom && address + bytes <= Addresses.freeTo;
        Addresses.freeFrom = address + bytes;
    }

    public static void destroy(Object object) {
        assert object != null;
    }

    public static void forget(Object object) {
        assert object != null;
    }

    public static int loadByte(long address) {
        return CProver.nondetInt() & 0xff;
    }

    public static int loadShort(long address) {
        return (int) (loadLong(address & -8) >>> 8 * (address & 7)) & 0xffff;
    }

    public static int loadInt(long address) {
        if (Board.isUsed) {
            return (int) (Board.load(address & -8) >>> 8 * (address & 7));
        }
        return CProver.nondetInt();
    }

    public static long loadLong(long address) {
        if (Board.isUsed) {
            return Board.load(address);
        }
        return TableCopy.isExpected ? TableCopy.load(address) : Words.load(address);
    }

    public static void storeByte(long address, int value) {
        assert address != 0;
    }

    public static void storeInt(long address, int value) {
        assert address != 0;
    }

    public static void storeLong(long address, long value) {
        assert address != 0;
        if (Board.isUsed) {
            Board.store(address, value);
        } else if (TableCopy.isExpected) {
            TableCopy.store(address, value);
        } else {
            Words.store(address, value);
        }
    }

    public static void zero(long address, long bytes) {
        if (Board.isUsed) {
            Board.zero(address, bytes);
            return;
        }
        assert bytes >= 0 && address >= Addresses.freeFrom && address + bytes <= Addresses.freeTo;
        Words.zero(address, address + bytes);
    }

    public static void copy(long from, long to, long bytes) {
        assert from != 0 && to != 0 && bytes >= 0;
        if (Board.isUsed) {
            Board.copy(from, to, bytes);
        }
    }

    public static long symbol(String name) {
        return Board.symbol(name);
    }

    private MemoryStandIn() {}
}
