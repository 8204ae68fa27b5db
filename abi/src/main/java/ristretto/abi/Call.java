package ristretto.abi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a system call, or an operation of {@link CallNumber#INVOKE}, needs, and what it can be refused for. {@code docs/kernel.md} is
 * written from this, and the kernel's tests hold each refusal that they meet against it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Call {
    /** What a capability that is named by an argument can be refused for. */
    String CAPABILITY = " NO_CAPABILITY WRONG_TYPE MISSING_RIGHT";

    /** What a slot that must be free can be refused for. */
    String FREE_SLOT = " OUT_OF_RANGE SLOT_OCCUPIED";

    /** {@link ObjectType} of what is called, that is of {@code t0}; {@link ObjectType#NONE}: {@code t0} is not looked at. */
    int on();

    /** {@link Rights} that the capability must have. */
    int right() default Rights.CONTROL;

    /** A line for each guilty argument but {@code t0} itself as a capability: its register, and {@link ErrorCode}s. */
    String[] refuses() default {};
}
