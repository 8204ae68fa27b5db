/**
 * The proof, method by method, that kernel code neither allocates, throws, recurses, blocks nor runs without a bound.
 */
package ristretto.compiler.kernelmode;
