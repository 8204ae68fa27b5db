package ristretto.sdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Each loop in the method's own body turns at most this often per entry; for {@link BoundedTime}. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface LoopBound {
    int value();

    /** What bounds it. */
    String reason();
}
