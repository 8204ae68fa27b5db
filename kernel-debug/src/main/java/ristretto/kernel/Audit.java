package ristretto.kernel;

import ristretto.abi.RootSlot;

/**
 * The debug build's look at the whole kernel: everything that must hold between two entries into it, in the kernel's
 * own subset of Java, so that it runs on the machine. What it costs grows with the number of capabilities and of pages
 * that are mapped: some ten thousand instructions in a small system.
 */
public final class Audit {
    private final Kernel kernel;
    private final Finding finding = new Finding();
    private final Census census = new Census(finding);
    private final TreeRules tree = new TreeRules(finding, census);
    private final ThreadRules threads;
    private final ObjectRules objects;
    private final MemoryRules memory = new MemoryRules(finding, census);
    private final PageRules pages;

    /** The first process's table, from which all that is alive can be reached. */
    private CapTable first;

    public Audit(Kernel kernel) {
        this.kernel = kernel;
        threads = new ThreadRules(finding, census, kernel);
        objects = new ObjectRules(finding, census, threads);
        pages = new PageRules(finding, census, kernel);
    }

    /** Text of the invariant that is broken; null: all of them hold. */
    public byte[] check() {
        if (first == null) {
            begin();
        }
        // Without its first table the system ends, and from where else to look there is no place.
        if (first.capabilities == 0) {
            return null;
        }
        finding.text = null;
        census.take(kernel, first);
        threads.scheduler();
        objects.check();
        threads.end();
        tree.check();
        if (kernel.reaper.isIdle()) {
            memory.check();
            pages.check();
        }
        return finding.text;
    }

    private void begin() {
        first = kernel.core.current.table;
        pages.describe(((Untyped) first.slot(RootSlot.UNTYPED).object).start);
    }

    /** Type of the object at fault, an {@code ObjectType}; 0: unknown. */
    public long type() {
        return finding.type;
    }

    /** Address of the object, slot or page at fault. */
    public long address() {
        return finding.address;
    }
}
