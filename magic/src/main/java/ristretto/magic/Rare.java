package ristretto.magic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The methods of this class run once, or when something went wrong: they are compiled for size, and as functions of their own. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Rare {}
