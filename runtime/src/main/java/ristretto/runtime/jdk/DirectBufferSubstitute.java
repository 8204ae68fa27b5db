package ristretto.runtime.jdk;

import java.nio.ByteBuffer;
import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;
import ristretto.runtime.Alias;
import ristretto.runtime.Substitute;

/** The memory of a direct buffer is an array that the buffer holds: objects never move, and it is collected like any other. */
final class DirectBufferSubstitute {

    @Substitute("java.nio.ByteBuffer")
    static final class Buffers {

        static ByteBuffer allocateDirect(int capacity) {
            if (capacity < 0) {
                throw new IllegalArgumentException("capacity < 0: (" + capacity + " < 0)");
            }
            byte[] memory = new byte[capacity];
            Object buffer = Direct.make(Memory.addressOf(memory) + ObjectLayout.ARRAY_DATA, capacity, memory, null);
            if (Direct.memory(buffer) != memory) {
                throw new IllegalStateException();
            }
            return (ByteBuffer) buffer;
        }

        private Buffers() {}
    }

    @Substitute("java.nio.DirectByteBuffer")
    static final class Direct {
        @Alias("new")
        static native Object make(long address, int capacity, Object memory, java.lang.foreign.MemorySegment segment);

        /** Because it is read, the field is kept. */
        @Alias("att")
        static native Object memory(Object self);

        private Direct() {}
    }

    private DirectBufferSubstitute() {}
}
