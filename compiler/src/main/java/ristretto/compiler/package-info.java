/** From class files to native code: class hierarchy, reachability, image heap, LLVM IR. */
package ristretto.compiler;
