package ristretto.sdk.loader;

import java.util.List;
import ristretto.abi.ObjectBytes;
import ristretto.abi.SupervisorProtocol;
import ristretto.sdk.system.Features;
import ristretto.sdk.system.JournalLayout;
import ristretto.sdk.system.ProcessDescription;
import ristretto.sdk.system.Restart;
import ristretto.sdk.system.SystemTable;

/** What root makes the supervisor of: its plan, and a table with slots for all that it will ever hold. The build says the same of it beforehand. */
public final class SupervisorPlan {
    /** Slots for what the supervisor is given, the endpoints aside; more than are used. */
    private static final int GRANTS = 24;
    /** Slots for what the supervisor keeps of each process beside its lives: memory, fault endpoint. */
    private static final int SLOTS_PER_PROCESS = 2;
    /** Its saved state, what the lives are given of it, and how it was before another version. */
    private static final int SLOTS_FOR_STATE = 3;
    /** Memory for its devices, and what the lives are given of it. */
    private static final int SLOTS_FOR_DMA = 2;
    /** At each end of a ring: its frame, the right to wake who is there, and the notification (at the first of a process) twice. */
    private static final int SLOTS_PER_RING_END = 4;
    /** Memory, and the frame made of it. */
    private static final int SLOTS_PER_LOAN = 2;

    /** What outlives it beside slots and journal: table, notification, and a frame. */
    private static final int LASTING_OBJECTS = 4;

    private final ProcessPlan process;
    private final boolean restarted;
    private final long journalBytes;
    private final int tableSlots;

    public SupervisorPlan(Archive archive, SystemTable table) {
        List<ProcessDescription> processes = table.processes();
        ProcessDescription description = processes.get(SystemTable.SUPERVISOR);
        restarted = Features.supervisorRestarts() && description.lifeCycle().restart() != Restart.NEVER;
        journalBytes = JournalLayout.bytes(table);
        int grants = GRANTS + processes.size();
        process = new ProcessPlan(
                new ElfImage(archive, description.image()),
                description,
                SupervisorProtocol.REPLIES,
                archive.totalBytes(),
                grants);
        tableSlots = slotsOfAllProcesses(archive, table) + grants;
    }

    public ProcessPlan process() {
        return process;
    }

    public int tableSlots() {
        return tableSlots;
    }

    /** Whether there is a next life for it; then its table, its notification and a journal outlive it. */
    public boolean isRestarted() {
        return Features.supervisorRestarts() && restarted;
    }

    /** Memory of one of its lives. */
    public long lifeBytes() {
        return process.bytes(isRestarted() ? 0 : tableSlots);
    }

    /** Memory of what outlives it. */
    public long lastingBytes() {
        if (!isRestarted()) {
            return 0;
        }
        long objects = (long) tableSlots * ObjectBytes.SLOT + LASTING_OBJECTS * ObjectBytes.DESCRIPTOR;
        return journalBytes + Pages.up(objects);
    }

    private static int slotsOfAllProcesses(Archive archive, SystemTable table) {
        List<ProcessDescription> processes = table.processes();
        long lent = processes.get(SystemTable.SUPERVISOR).memory().loanBytes();
        int count = SLOTS_PER_LOAN * (int) (lent / SupervisorProtocol.LENT_BYTES);
        for (int i = SystemTable.SUPERVISOR + 1; i < processes.size(); i++) {
            ProcessDescription process = processes.get(i);
            count += ProcessPlan.mostSlots(ProcessPlan.ofAllVersions(archive, table, i));
            count += SLOTS_PER_PROCESS + SLOTS_PER_RING_END * table.channelEnds(i);
            count += process.interrupts().size();
            count += process.memory().stateBytes() > 0 ? SLOTS_FOR_STATE : 0;
            count += process.memory().dmaBytes() > 0 ? SLOTS_FOR_DMA : 0;
        }
        return count;
    }
}
