package ristretto.api;

import ristretto.sdk.Immediate;
import ristretto.sdk.Service;

/** Counts how often it was asked, in each of its lives from 1 on. */
@Service
public interface Counter {
    /** Counts one further; answers the new count. */
    @Immediate
    long count();
}
