package ristretto.kernel;

import ristretto.abi.ObjectType;
import ristretto.abi.Rights;
import ristretto.kernel.riscv64.Sv39;
import ristretto.magic.LoopBound;
import ristretto.magic.Memory;

/**
 * Memory that processes can map: pages cut from an Untyped, or a part of the boot archive or of the device registers
 * (permanent: what it covers is not the Untyped's and outlives the descriptor). Where it is mapped stands in each
 * capability.
 */
public final class Frame extends KernelObject {
    static final long STEP_BYTES = 128 * Sv39.PAGE;

    /** Kernel virtual address. */
    long address;

    long bytes;

    /** The thread that has it as message page. */
    Thread messagesOf;

    boolean permanent;

    /** It has been mapped writable, or executable: never both, neither in turn nor in two places (W^X). */
    private boolean hasBeenWritable;

    private boolean hasBeenExecutable;

    /** Device registers: mapped, never touched by the kernel itself. */
    boolean device;

    static Frame create(long descriptor, long address, long bytes) {
        Frame frame = Memory.place(Frame.class, descriptor);
        frame.type = ObjectType.FRAME;
        frame.address = address;
        frame.bytes = bytes;
        return frame;
    }

    /**
     * Takes away a part of what one capability mapped, from its end, so that its first page tells whether it is mapped; false:
     * there is more. What its first page does not show is done already, or mapped as one large page.
     */
    @LoopBound(value = (int) (Sv39.LARGE_PAGE / STEP_BYTES), reason = "steps of the largest frame")
    boolean unmapStep(AddressSpaces spaces, Slot slot) {
        AddressSpace space = Mapping.space(spaces, slot.badge);
        if (space != null) {
            long at = Mapping.virtualAddress(slot.badge);
            long physical = Sv39.physical(address);
            long start = (bytes - 1) & -STEP_BYTES;
            while (start > 0 && !space.shows(at + start, physical + start)) {
                start -= STEP_BYTES;
            }
            long rest = bytes - start;
            space.unmap(at + start, physical + start, rest < STEP_BYTES ? rest : STEP_BYTES);
            if (start != 0) {
                return false;
            }
        }
        slot.badge = 0;
        return true;
    }

    /** Whether use with these rights would let somebody execute what somebody can write. */
    boolean forbids(long rights) {
        return (rights & Rights.WRITE) != 0 && hasBeenExecutable || (rights & Rights.EXECUTE) != 0 && hasBeenWritable;
    }

    void remember(long rights) {
        hasBeenWritable |= (rights & Rights.WRITE) != 0;
        hasBeenExecutable |= (rights & Rights.EXECUTE) != 0;
    }

    void destroy() {
        if (messagesOf != null) {
            messagesOf.messageFrame = null;
            messagesOf.messagePage = 0;
            messagesOf = null;
        }
    }
}
