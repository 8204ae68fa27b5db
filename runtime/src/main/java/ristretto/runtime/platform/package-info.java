/**
 * What the runtime asks of what lies underneath it. The native methods here are declarations: the compiler takes the body from the same
 * class and method in the package below that belongs to its target, {@code kernel} for a process on our kernel, {@code linux} for a program on
 * Linux. A new platform is a new package with these classes.
 */
package ristretto.runtime.platform;
