package ristretto.magic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The method copies, or clears, at most so many bytes at once. Those of the kernel that do not say so do at most 16 KiB. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface MostBytes {
    int value();
}
