/** How deep the stack of compiled code grows, from the call graph and the frames of the machine code. */
package ristretto.compiler.stack;
