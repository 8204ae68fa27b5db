package ristretto.proofs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method without parameters that {@code ./ristretto verify} proves with JBMC: no assertion in it or in what it
 * calls can fail, nothing is thrown, no loop runs longer than {@link #unwind}, and its {@link Probe} is reached.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Proof {
    /** How large the states are that it speaks of, as the line of output has it. */
    String universe();

    /** Rounds of each loop that are looked at, its last test counted; that there are no more is proved, too. */
    int unwind() default 7;

    /** Part of the size that every test run proves. */
    boolean quick() default false;

    /**
     * Bugs of the kernel that it must refute, each {@code Class.method: change}, where a change is {@code drop FIELD},
     * a store that does not happen, {@code drop METHOD()}, a call that does not happen, or {@code negate}, a branch that
     * is taken when it should not be; a number behind it counts them within the method, from 1.
     */
    String[] planted() default {};

    /** Classes of the kernel for which a simpler one, {@code XStandIn}, is taken, because others are proved here. */
    String[] standIns() default {};
}
