package ristretto.sdk.service;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Written by the annotation processor: by this method of a client or a dispatcher, which may wait, services or buffers go. These travel by messages, whose sender does nothing else until they are answered; so such calls, as immediate ones, may
 * not go in a circle.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface HandsOver {}
