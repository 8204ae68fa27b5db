package ristretto.boot;

/** Where a system under test runs. */
public enum Place {
    /** On the emulated machine, compiled: what is shipped. */
    QEMU,
    /**
     * On the desk: the same components, system description and kernel classes, in the JVM of the test. Debuggers, profilers and code coverage see them. Time, memory and the
     * processor are the JVM's: what it says of deadlines and heaps does not hold for the machine.
     */
    JVM
}
