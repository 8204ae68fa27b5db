package ristretto.sdk.kernel;

import ristretto.abi.Operation;
import ristretto.sdk.Capability;

/** A page of an address space's translation. */
public final class PageTable extends Capability {

    public PageTable(int slot) {
        super(slot);
    }

    /** Becomes the first table that is missing on the way to this address. */
    public void map(AddressSpace space, long virtualAddress) {
        invoke("page table map", Operation.PAGE_TABLE_MAP, space.slot(), virtualAddress, 0);
    }
}
