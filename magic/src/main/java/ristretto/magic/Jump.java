package ristretto.magic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method without result, with four {@code long} parameters, that nobody returns from: it ends by jumping to
 * another of its kind. On riscv64 the parameters are in {@code s1}-{@code s4}; compiled code leaves {@code t1},
 * {@code a0}-{@code a7}, {@code t3} and {@code t4} as they are, may use all other registers without restoring them, and
 * has no stack. With {@link Export} assembly jumps to it; with {@link Assembly} it is a label of assembly's.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Jump {}
