package ristretto.processor.sample;

import ristretto.sdk.Immediate;

/** Inherited by a service. */
public interface Repairs {
    @Immediate
    byte[] repair(byte[] damaged);
}
