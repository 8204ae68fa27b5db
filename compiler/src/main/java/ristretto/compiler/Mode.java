package ristretto.compiler;

/** What is compiled: a process, with heap, exceptions and the JDK's classes; or the kernel, with none of these. */
public enum Mode {
    PROCESS,
    KERNEL
}
