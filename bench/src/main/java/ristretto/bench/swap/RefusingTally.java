package ristretto.bench.swap;

import ristretto.sdk.state.SavedState;

/** A version that spoils the state, and then refuses it. */
public final class RefusingTally {
    public static void main(String[] arguments) {
        SavedState.save(new byte[] {1, 2, 3});
        throw new IllegalStateException("a state of another time");
    }

    private RefusingTally() {}
}
