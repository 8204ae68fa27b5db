package ristretto.kernel;

import ristretto.magic.LoopBound;

/** What must hold of capabilities: the tree of derivation, and how many name an object. */
final class TreeRules {
    private static final byte[] WRONG_COUNT = Text.of("an object has another number of capabilities than it knows");
    private static final byte[] UNKNOWN_CHILD = Text.of("a child does not know its parent");
    private static final byte[] SIBLINGS = Text.of("siblings of the derivation tree disagree");
    private static final byte[] LOST = Text.of("a capability of the derivation tree is in no table");
    private static final byte[] ROOT_SIBLINGS = Text.of("a root of the derivation tree has siblings");
    private static final byte[] MORE_RIGHTS =
            Text.of("a capability has a right that the one it was derived from lacks");
    private static final byte[] DOOMED = Text.of("an object that is being destroyed can still be reached");

    private final Finding finding;
    private final Census census;

    TreeRules(Finding finding, Census census) {
        this.finding = finding;
        this.census = census;
    }

    @LoopBound(value = Census.MOST, reason = "objects, and slots")
    void check() {
        for (int i = 0; i < census.objectCount; i++) {
            KernelObject object = census.objects[i];
            finding.must(census.named[i] == object.capabilities, WRONG_COUNT, object);
            finding.must(!object.doomed || object.capabilities == 0, DOOMED, object);
        }
        for (int i = 0; i < census.slotCount; i++) {
            slot(census.slots[i]);
        }
    }

    /** Each slot looks at its own links; that all of them are found makes the lists whole. */
    private void slot(Slot slot) {
        Slot child = slot.firstChild;
        if (child != null) {
            finding.must(child.parent == slot, UNKNOWN_CHILD, slot);
            finding.must(child.previousSibling == null, SIBLINGS, slot);
            finding.must(census.knows(child), LOST, slot);
        }
        Slot next = slot.nextSibling;
        if (next != null) {
            finding.must(next.previousSibling == slot && next.parent == slot.parent, SIBLINGS, slot);
            finding.must(census.knows(next), LOST, slot);
        }
        Slot before = slot.previousSibling;
        Slot parent = slot.parent;
        if (parent == null) {
            finding.must(next == null && before == null, ROOT_SIBLINGS, slot);
        } else {
            finding.must(before == null ? parent.firstChild == slot : before.nextSibling == slot, SIBLINGS, slot);
            finding.must(census.knows(parent), LOST, slot);
            boolean within = parent.object != slot.object || (slot.rights() & ~parent.rights()) == 0;
            finding.must(within, MORE_RIGHTS, slot);
        }
    }
}
