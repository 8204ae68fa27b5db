package ristretto.sdk.loader;

import java.util.ArrayList;
import java.util.List;

/**
 * All that a new process is given: its whole authority, in the order of the slots of its table. Slot 0 stays empty, so
 * that 0 can mean "none".
 */
public final class Grants {
    private final List<Grant> grants = new ArrayList<>();
    private int nextSlot = 1;

    /** Gives a copy of a capability; answers its slot in the new process. */
    public int capability(String kind, String name, int sourceSlot, int rights, long badge) {
        grants.add(new Grant(kind + ":" + name, nextSlot, sourceSlot, rights, badge));
        return nextSlot++;
    }

    /** Tells an address or a number. */
    public void value(String kind, String name, long value) {
        grants.add(new Grant(kind + ":" + name, value, 0, 0, 0));
    }

    public List<Grant> list() {
        return grants;
    }

    /** First slot of the new process's table that is free. */
    public int firstFreeSlot() {
        return nextSlot;
    }

    /** Slot of what was given under this name; 0: nothing was. */
    public int slotOf(String kind, String name) {
        String wanted = kind + ":" + name;
        for (Grant grant : grants) {
            if (grant.name().equals(wanted)) {
                return (int) grant.value();
            }
        }
        return 0;
    }

    /** Name of what lies in this slot of the new process; null: nothing. */
    public String nameOfSlot(int slot) {
        for (Grant grant : grants) {
            if (grant.sourceSlot() != 0 && grant.value() == slot) {
                return grant.name();
            }
        }
        return null;
    }
}
