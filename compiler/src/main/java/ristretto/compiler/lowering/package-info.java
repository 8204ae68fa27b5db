/**
 * Everything that a Java virtual machine would make up at run time, made at build time instead: the code behind {@code
 * invokedynamic} and the text of helpful null pointer messages. Depends on nothing of the compiler, so that it can be
 * tested against HotSpot alone.
 */
package ristretto.compiler.lowering;
