package ristretto.api;

import ristretto.sdk.Immediate;
import ristretto.sdk.Service;

/** Counts how often it was asked, over all of its lives. */
@Service
public interface Counter {
    /** Counts one further; answers the new count. */
    @Immediate
    long count();
}
