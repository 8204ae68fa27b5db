package ristretto.sdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** In a {@link Service}: answered without waiting for anything. Such a call goes by a message, straight to the server and back. */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Immediate {}
