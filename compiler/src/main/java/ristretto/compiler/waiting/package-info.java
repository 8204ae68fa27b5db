/** Which code may wait, and that the immediate methods of services do not. */
package ristretto.compiler.waiting;
