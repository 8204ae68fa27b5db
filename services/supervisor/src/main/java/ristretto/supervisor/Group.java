package ristretto.supervisor;

import java.util.List;
import ristretto.sdk.protocol.ProcessStatus;
import ristretto.sdk.system.Features;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.Succession;
import ristretto.sdk.system.SystemTable;

/**
 * Processes that are ended and started afresh together where one of them fails more often than it may alone: without the states that they have saved, and
 * who provides a service before those that use it. Who was stopped stays so; who had ended is started with the others.
 *
 * <p>The limits of the one that fails hold for the group as they do for itself.
 */
final class Group {
    /** In the journal: from this bit on. */
    private static final int RESTARTS = 40;

    private final String name;
    /** All processes of the system, in the order of their starts. */
    private final Child[] children;

    private final Succession succession = new Succession();
    private int restarts;

    private final Journal journal;
    /** Number of the first of them. */
    private final int first;

    /** @param journal null: there will be no other supervisor */
    private Group(String name, int first, Child[] children, Journal journal) {
        this.name = name;
        this.first = first;
        this.children = children;
        this.journal = journal;
        if (Features.supervisorRestarts() && journal != null) {
            long saved = journal.group(first);
            succession.restore(saved);
            restarts = (int) (saved >>> RESTARTS);
        }
    }

    private void save() {
        if (Features.supervisorRestarts() && journal != null) {
            journal.writeGroup(first, succession.saved() | (long) restarts << RESTARTS);
        }
    }

    /** Adds the groups of the system to these. */
    static void all(SystemTable table, Child[] children, Journal journal, List<Group> groups) {
        List<ProcessDescription> processes = table.processes();
        for (int i = 0; i < processes.size(); i++) {
            String name = processes.get(i).lifeCycle().group();
            boolean isNew = !name.isEmpty();
            for (Group group : groups) {
                isNew &= !group.name.equals(name);
            }
            if (isNew) {
                groups.add(new Group(name, i, children, journal));
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
        save();
    }

    /**
     * One of them has failed too often. All end. Answers after how many nanoseconds they are to be started, or {@link RestartRule#GIVEN_UP}; the starts themselves are due then.
     */
    long failed(Child child, long nowNs) {
        boolean lasted = child.rule().wasStable();
        long wait = succession.ended(child.description().lifeCycle(), lasted);
        restarts += wait < 0 ? 0 : 1;
        save();
        int state = wait < 0 ? ProcessStatus.GIVEN_UP : ProcessStatus.BACKING_OFF;
        for (int i = children.length - 1; i >= 0; i--) {
            if (has(children[i]) && children[i].endState() != ProcessStatus.STOPPED) {
                children[i].end(state);
            }
        }
        if (wait < 0) {
            return wait;
        }
        for (Child member : children) {
            if (has(member) && member.endState() != ProcessStatus.STOPPED) {
                member.startAfresh(nowNs + wait);
            }
        }
        return wait;
    }
}
