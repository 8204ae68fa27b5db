package ristretto.bench.swap;

import ristretto.sdk.Immediate;
import ristretto.sdk.Service;

/** A service of which no call can be lost, or served twice, without its client noticing. */
@Service
public interface Tally {
    /** One more than the last time, whoever asked, whichever version answered. */
    @Immediate
    long next();

    /** Which version answers. */
    @Immediate
    int version();
}
