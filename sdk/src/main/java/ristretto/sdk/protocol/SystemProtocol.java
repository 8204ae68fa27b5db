package ristretto.sdk.protocol;

import ristretto.abi.SupervisorProtocol;

/**
 * What the supervisor answers to those that may ask: to all with the authority to inspect, crash, power off, swaps, stop and start to those that
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

    /**
     * Word 0: process, then the name of the entry of the boot archive with the version that is to take its place. Reply: label 0, and what comes of it is
     * said on the console.
     */
    public static final int SWAP = COUNT + 6;
    /** Word 0: process. Reply: word 0 is 1 while a swap of it is under way, else 0; word 1: swaps that have come about. */
    public static final int SWAPPING = COUNT + 7;

    /** Word 0: process. Its life ends, and there is no other one until it is started. Reply: label 0. */
    public static final int STOP = COUNT + 8;
    /** Word 0: process, which has no life. It gets one at once. Reply: label 0. */
    public static final int START = COUNT + 9;

    /**
     * Word 0: number of a report, counted from 0. Reply: word 0 number of the first one from there on that is kept, word 1 its time in ns since the machine was
     * switched on, then its text; label {@link #NOTHING}: none is.
     */
    public static final int REPORT = COUNT + 10;

    /** All processes are asked for the memory that they have borrowed and do not need. Reply: label 0, before they have answered. */
    public static final int RECLAIM = COUNT + 11;

    /** Word 0: process, a spare. It takes its memory, and gets a life at once. Reply: label 0. */
    public static final int ADD = COUNT + 12;
    /** Word 0: process, a spare that was added. Its life ends, and there is no other one until it is added again. Reply: label 0. */
    public static final int REMOVE = COUNT + 13;

    /** The machine is restarted, warm: as if switched off and on, but memory stays as it is. Not answered. Root takes the same message from the supervisor. */
    public static final int RESTART = COUNT + 14;

    /** Reply labels of what was understood but not done. */
    public static final int NOT_ALLOWED = 1;

    public static final int NO_SUCH_PROCESS = 2;
    /** The process has no life at the moment, or is not one that this can be done to. */
    public static final int NOT_RUNNING = 3;

    public static final int NOTHING = 4;
    /** The description gives the process no such version. */
    public static final int NO_SUCH_VERSION = 5;
    /** Another swap of it is under way. */
    public static final int BUSY = 6;
    /** It has a life already. */
    public static final int RUNNING = 7;
    /** Without it nobody would be left who could start it again, or the system would end. */
    public static final int INDISPENSABLE = 8;

    /** It is no spare: it belongs to the system. */
    public static final int NO_SPARE = 9;
    /** It is a spare that nobody has added. */
    public static final int NOT_ADDED = 10;
    /** It is a spare that has been added already. */
    public static final int ADDED = 11;
    /** Word 0: how many bytes it takes; word 1: how many of the supervisor's quota are left. */
    public static final int NO_MEMORY = 12;

    private SystemProtocol() {}
}
