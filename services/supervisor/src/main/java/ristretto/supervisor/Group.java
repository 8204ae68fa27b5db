package ristretto.supervisor;

import java.util.List;
import ristretto.sdk.protocol.ProcessStatus;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.SystemTable;

/**
 * Processes that are ended and started afresh together where one of them fails more often than it may alone: without the states that they have saved, and
 * who provides a service before those that use it. Who was stopped stays so; who had ended is started with the others.
 *
 * <p>The limits of the one that fails hold for the group as they do for itself.
 */
final class Group {
    private final String name;
    /** All processes of the system, in the order of their starts. */
    private final Child[] children;

    private final Succession succession = new Succession();
    private int restarts;

    Group(String name, Child[] children) {
        this.name = name;
        this.children = children;
    }

    /** Adds the groups of the system to these. */
    static void all(SystemTable table, Child[] children, List<Group> groups) {
        for (ProcessDescription process : table.processes()) {
            String name = process.lifeCycle().group();
            boolean isNew = !name.isEmpty();
            for (Group group : groups) {
                isNew &= !group.name.equals(name);
            }
            if (isNew) {
                groups.add(new Group(name, children));
            }
        }
    }

    String name() {
        return name;
    }

    int restarts() {
        return restarts;
    }

    boolean has(Child child) {
        return child != null && child.description().lifeCycle().group().equals(name);
    }

    /** What was before counts no more. */
    void forget() {
        succession.forget();
    }

    /**
     * One of them has failed too often. All end. Answers after how many nanoseconds they are to be started, or {@link RestartRule#GIVEN_UP}; the starts themselves are due then.
     */
    long failed(Child child, long nowNs) {
        boolean lasted = child.rule().wasStable();
        long wait = succession.ended(child.description().lifeCycle(), lasted);
        int state = wait < 0 ? ProcessStatus.GIVEN_UP : ProcessStatus.BACKING_OFF;
        for (int i = children.length - 1; i >= 0; i--) {
            if (has(children[i]) && children[i].endState() != ProcessStatus.STOPPED) {
                children[i].end(state);
            }
        }
        if (wait < 0) {
            return wait;
        }
        restarts++;
        for (Child member : children) {
            if (has(member) && member.endState() != ProcessStatus.STOPPED) {
                member.startAfresh(nowNs + wait);
            }
        }
        return wait;
    }
}
