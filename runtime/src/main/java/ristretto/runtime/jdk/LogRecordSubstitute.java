package ristretto.runtime.jdk;

import java.util.logging.LogRecord;
import ristretto.runtime.Alias;
import ristretto.runtime.Substitute;

/** Who logs is who called a logger: the first frame of the stack behind those of loggers. */
@Substitute("java.util.logging.LogRecord")
final class LogRecordSubstitute {
    private static final String LOGGER = "java.util.logging.Logger";

    @Alias("needToInferCaller")
    static native void setNeedToInferCaller(LogRecord self, boolean needed);

    static void inferCaller(LogRecord self) {
        setNeedToInferCaller(self, false);
        boolean inLogger = false;
        for (StackTraceElement frame : new Throwable().getStackTrace()) {
            boolean isLogger = frame.getClassName().equals(LOGGER);
            if (inLogger && !isLogger) {
                self.setSourceClassName(frame.getClassName());
                self.setSourceMethodName(frame.getMethodName());
                return;
            }
            inLogger |= isLogger;
        }
    }

    private LogRecordSubstitute() {}
}
