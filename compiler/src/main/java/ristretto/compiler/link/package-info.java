/** From LLVM IR and assembly to bootable ELF: code generation, linking, trace tables, the boot archive. */
package ristretto.compiler.link;
