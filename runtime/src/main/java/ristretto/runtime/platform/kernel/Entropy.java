package ristretto.runtime.platform.kernel;

/** There is no source of entropy yet. */
final class Entropy {

    static void fill(byte[] bytes) {
        throw new UnsupportedOperationException(
                "this system has no source of entropy; a seeded java.util.Random serves where nothing must be secret");
    }

    private Entropy() {}
}
