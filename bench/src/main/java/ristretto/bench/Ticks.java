package ristretto.bench;

import ristretto.sdk.Immediate;
import ristretto.sdk.Service;

/** Counts time. */
@Service
public interface Ticks {
    /** How many there were. */
    @Immediate
    long now();

    /** How many there were after so many milliseconds. */
    long after(int milliseconds);
}
