package ristretto.runtime.jdk;

import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import ristretto.runtime.Alias;
import ristretto.runtime.Substitute;

/** A manager configured as the file that comes with the JDK says: the root logger writes to the console. There is no file of another kind to read. */
@Substitute("java.util.logging.LogManager")
final class LogManagerSubstitute {
    private static final int STATE_UNINITIALIZED = 3;

    @Alias("new")
    static native LogManager create();

    @Alias("globalHandlersState")
    static native void setGlobalHandlersState(LogManager self, int state);

    @Alias("demandLogger")
    static native Logger demand(LogManager self, String name, String bundle, Class<?> caller);

    static LogManager initLogManager() {
        return create();
    }

    static void readPrimordialConfiguration(LogManager self) {
        setGlobalHandlersState(self, STATE_UNINITIALIZED);
    }

    static void readConfiguration(LogManager self) {
        // It was read already.
    }

    static List<Handler> createLoggerHandlers(LogManager self, String name, String property) {
        return property.equals("handlers") ? List.of(new ConsoleHandler()) : List.of();
    }

    static Filter getFilterProperty(LogManager self, String name, Filter ifAbsent) {
        return ifAbsent;
    }

    static Formatter getFormatterProperty(LogManager self, String name, Formatter ifAbsent) {
        return ifAbsent;
    }

    private LogManagerSubstitute() {}
}
