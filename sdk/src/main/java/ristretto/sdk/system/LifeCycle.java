package ristretto.sdk.system;

/**
 * How a process is watched, and what follows its end.
 *
 * @param restart when it gets a new life
 * @param backOffNs wait before the second restart in quick succession (the first is immediate); doubles with each
 *     further one. 0: never wait
 * @param backOffLimitNs the wait grows no longer than that
 * @param stableNs a life that lasted this long ends the succession
 * @param giveUpAfter so many restarts in quick succession are the last; 0: never give up
 * @param heartbeatNs how often it is asked for a sign of life; 0: never
 * @param endsSystem when it ends for good the machine is powered off, with its exit code
 * @param group of processes that are ended and started afresh together where one of them is not to be restarted alone any more; empty: none
 * @param spare it is not started with the system, and has no memory before it is added
 */
public record LifeCycle(
        Restart restart,
        long backOffNs,
        long backOffLimitNs,
        long stableNs,
        int giveUpAfter,
        long heartbeatNs,
        boolean endsSystem,
        String group,
        boolean spare) {

    public LifeCycle(
            Restart restart,
            long backOffNs,
            long backOffLimitNs,
            long stableNs,
            int giveUpAfter,
            long heartbeatNs,
            boolean endsSystem,
            String group) {
        this(restart, backOffNs, backOffLimitNs, stableNs, giveUpAfter, heartbeatNs, endsSystem, group, false);
    }
}
