/**
 * What code may not do, proved method by method over the call graph: kernel mode, where nothing allocates, throws, recurses, blocks or
 * runs without a bound; and the promises that an author makes one by one.
 */
package ristretto.compiler.rules;
