package ristretto.console;

/** Where bytes go. */
interface ByteSink {
    void write(int value);
}
