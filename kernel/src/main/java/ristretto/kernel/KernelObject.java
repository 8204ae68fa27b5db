package ristretto.kernel;

/**
 * What every kernel object has. An object lives as long as a capability to it exists; the last one's deletion hands it
 * to the {@link Reaper}. It lies in memory of its {@link #home}, which is not free again before the object is
 * destroyed.
 */
public abstract class KernelObject {
    /** The Untyped that it was made of; null: made at boot, its memory is never free again. */
    Untyped home;

    /** Next in the reaper's list. */
    KernelObject nextDying;

    /** It is in the reaper's list. */
    boolean doomed;

    /** An {@code ObjectType}. */
    int type;

    /** How many slots name this object. */
    int capabilities;
}
