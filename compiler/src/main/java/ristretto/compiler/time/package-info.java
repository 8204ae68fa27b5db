/** How long the kernel's code runs at most, from its machine code. */
package ristretto.compiler.time;
