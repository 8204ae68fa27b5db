package ristretto.sdk.protocol;

import ristretto.abi.SupervisorProtocol;

/**
 * What the supervisor answers to those that may ask: to all with the authority to inspect, the last two to those that
 * may control. Processes are named by their number in the system table.
 */
public final class SystemProtocol {
    /** Reply: word 0 number of processes. */
    public static final int COUNT = SupervisorProtocol.FIRST_FREE;
    /** Word 0: process. Reply: a {@link ProcessStatus}. */
    public static final int STATUS = COUNT + 1;
    /** Reply: a {@link MachineStatus}. */
    public static final int MACHINE = COUNT + 2;
    /**
     * Word 0: process, word 1: first slot. Reply: a {@link CapabilityStatus} of the first slot from there on that is in
     * use; label {@link #NOTHING}: none.
     */
    public static final int CAPABILITY = COUNT + 3;
    /** Word 0: process. It takes a page fault at address 0. Reply: label 0. */
    public static final int CRASH = COUNT + 4;
    /** Word 0: exit code of the machine. Not answered. Root takes the same message from the supervisor. */
    public static final int POWER_OFF = COUNT + 5;

    /** Reply labels of what was understood but not done. */
    public static final int NOT_ALLOWED = 1;

    public static final int NO_SUCH_PROCESS = 2;
    /** The process has no life at the moment, or is not one that this can be done to. */
    public static final int NOT_RUNNING = 3;

    public static final int NOTHING = 4;

    private SystemProtocol() {}
}
