package ristretto.test;

/** What a program leaves behind. */
record RunResult(String output, String error, int exitCode) {}
