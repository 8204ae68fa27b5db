package ristretto.desk;

import ristretto.magic.Memory;
import ristretto.magic.SimulatedMemory;

/** A boot archive in simulated memory, for this thread, so that the loader's own classes read it there as they do on the machine. */
public final class PlacedArchive implements AutoCloseable {
    /** Where it is. */
    public static final long ADDRESS = 0x8000_0000L;

    /** @param archive a multiple of 8 bytes */
    public PlacedArchive(byte[] archive) {
        for (int at = 0; at < archive.length; at += 8) {
            long word = 0;
            for (int i = 7; i >= 0; i--) {
                word = word << 8 | archive[at + i] & 0xff;
            }
            Memory.storeLong(ADDRESS + at, word);
        }
    }

    @Override
    public void close() {
        SimulatedMemory.reset();
    }
}
