package ristretto.runtime.jdk;

import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import ristretto.runtime.Alias;
import ristretto.runtime.Substitute;

/** A logger belongs to no module, and its messages are not translated. */
@Substitute("java.util.logging.Logger")
final class LoggerSubstitute {
    @Alias("new")
    static native Logger create(String name, String bundle, Module caller, LogManager manager, boolean ofSystem);

    @Alias("anonymous")
    static native void setAnonymous(Logger self, boolean anonymous);

    @Alias("doSetParent")
    static native void setParent(Logger self, Logger parent);

    static Logger getAnonymousLogger(String bundle) {
        LogManager manager = LogManager.getLogManager();
        Logger logger = create(null, bundle, null, manager, false);
        setAnonymous(logger, true);
        setParent(logger, manager.getLogger(""));
        return logger;
    }

    static Logger getLogger(String name) {
        return LogManagerSubstitute.demand(LogManager.getLogManager(), name, null, null);
    }

    static Logger demandLogger(String name, String bundle, Class<?> caller) {
        return LogManagerSubstitute.demand(LogManager.getLogManager(), name, bundle, null);
    }

    static Logger getLogger(String name, String bundle) {
        return LogManagerSubstitute.demand(LogManager.getLogManager(), name, bundle, null);
    }

    static void setupResourceInfo(Logger self, String name, Module caller) {
        if (name != null) {
            throw new MissingResourceException("Can't find " + name + " bundle from ", name, "");
        }
    }

    static ResourceBundle findResourceBundle(Logger self, String name, boolean ofUser) {
        return null;
    }

    private LoggerSubstitute() {}
}
