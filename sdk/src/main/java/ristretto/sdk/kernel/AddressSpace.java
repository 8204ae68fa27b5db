package ristretto.sdk.kernel;

import ristretto.sdk.Capability;

/** What a process can reach by addresses. */
public final class AddressSpace extends Capability {

    public AddressSpace(int slot) {
        super(slot);
    }
}
