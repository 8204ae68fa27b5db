package ristretto.sdk.system;

/** When a process that ended gets a new life. Encoded by its ordinal: new ones are added at the end. */
public enum Restart {
    /** However it ended. */
    ALWAYS,
    /** After a fault, a missed heartbeat, or an exit code other than 0. */
    ON_FAILURE,
    NEVER
}
