package ristretto.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The collector is not told of what is overwritten in this field: something else that it marks keeps that alive. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface NoWriteBarrier {
    /** What keeps it alive. */
    String value();
}
