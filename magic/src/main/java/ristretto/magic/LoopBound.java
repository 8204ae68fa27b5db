package ristretto.magic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Each loop in the method's own body turns at most this often per entry. In kernel mode a method with a loop must carry
 * it; the build fails otherwise.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface LoopBound {
    int value();

    /**
     * Turns between two looks for an interrupt that waits, which end the loop if one does; 0: it does not look, and all of
     * it counts as time with interrupts off.
     */
    int unseen() default 0;

    /** What bounds it. */
    String reason();
}
