package ristretto.magic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call at the end of this method may be made by a jump, so that the method has no frame of its own. What is called then seems, in traces, to be
 * called by its caller. It holds for the method that this one is inlined into only if that one has it too.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface TailCalls {}
