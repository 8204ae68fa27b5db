package ristretto.compiler.model;

/**
 * Something that cannot be compiled and that only a library reaches: it becomes an exception with this message, thrown where the program
 * gets there. Of a class that is not on the class path the message is its internal name, as HotSpot's.
 */
public record Unsupported(boolean isMissingClass, String message) {}
