package ristretto.kernel;

/**
 * Device registers that the kernel keeps to itself on this board: the core-local interrupters and the interrupt
 * controller.
 */
final class DeviceWindow {
    private static final long LOCAL_START = 0x0200_0000L;
    private static final long LOCAL_END = 0x0300_0000L;
    private static final long CONTROLLER_START = 0x0c00_0000L;
    private static final long CONTROLLER_END = 0x1000_0000L;

    /** Whether a mappable piece touches them. Larger pieces cannot be mapped and are cut again. */
    static boolean isKernels(long physical, long bytes) {
        boolean mappable = bytes <= 2 << 20;
        boolean local = meets(physical, bytes, LOCAL_START, LOCAL_END);
        return mappable && (local || meets(physical, bytes, CONTROLLER_START, CONTROLLER_END));
    }

    private static boolean meets(long start, long bytes, long from, long to) {
        return start < to && start + bytes > from;
    }

    private DeviceWindow() {}
}
