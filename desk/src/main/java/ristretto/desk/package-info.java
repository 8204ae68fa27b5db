/**
 * A machine on the desk: the real kernel classes over simulated memory, and each process of the system with its own class loader, on one JVM. Components,
 * system description and boot archive are those of the machine; an image only names a main class.
 */
package ristretto.desk;
