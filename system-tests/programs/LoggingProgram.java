import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.MemoryHandler;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** {@code java.util.logging}: levels, parents, handlers, filters and formatters; times are not printed, but where they are set. */
public class LoggingProgram {
    private static final Logger LOG = Logger.getLogger(LoggingProgram.class.getName());

    static class Short extends Formatter {
        @Override
        public String format(LogRecord record) {
            String thrown = record.getThrown() == null ? "" : " !" + record.getThrown();
            return record.getLevel() + " " + record.getLoggerName() + " " + record.getSourceClassName() + "."
                    + record.getSourceMethodName() + ": " + formatMessage(record) + thrown + "\n";
        }
    }

    static class Custom extends Level {
        Custom() {
            super("AUDIT", 950);
        }
    }

    static class Kept extends Handler {
        final List<String> texts = new ArrayList<>();

        @Override
        public void publish(LogRecord record) {
            if (isLoggable(record)) {
                texts.add(record.getLevel().getName() + "/" + record.getMessage());
            }
        }

        @Override
        public void flush() {
            texts.add("flushed");
        }

        @Override
        public void close() {
            texts.add("closed");
        }
    }

    static class Worker {
        void work(int n) {
            LOG.entering("Worker", "work", n);
            if (n == 0) {
                LOG.log(Level.WARNING, "nothing to do", new IllegalStateException("n is 0"));
                return;
            }
            LOG.fine(() -> "working on " + n);
            work(n - 1);
            LOG.exiting("Worker", "work", n);
        }
    }

    public static void main(String[] arguments) {
        Logger root = Logger.getLogger("");
        System.out.println(root.getHandlers().length + " " + (root.getHandlers()[0] instanceof ConsoleHandler) + " " + root.getLevel() + " "
                + root.getHandlers()[0].getLevel() + " " + (root.getHandlers()[0].getFormatter() instanceof SimpleFormatter));
        root.getHandlers()[0].setFormatter(new Short());
        LOG.info("to the console");
        LOG.log(Level.SEVERE, "number {0} of {1}, {0}", new Object[] {1, "x"});
        LOG.log(Level.WARNING, "one {0}", 3.5);
        LOG.log(Level.INFO, "odd {2} {x", new Object[] {1});
        LOG.fine("not seen");
        System.out.println(LOG.getLevel() + " " + LOG.getParent().getName() + " " + LOG.isLoggable(Level.CONFIG) + " " + LOG.getUseParentHandlers());

        Logger parent = Logger.getLogger("a.b");
        Logger child = Logger.getLogger("a.b.c.d");
        Logger between = Logger.getLogger("a.b.c");
        System.out.println(child.getParent().getName() + " " + between.getParent().getName() + " " + (Logger.getLogger("a.b") == parent));
        Kept kept = new Kept();
        parent.addHandler(kept);
        parent.setUseParentHandlers(false);
        parent.setLevel(Level.FINER);
        child.finer("by the parent's level");
        child.finest("below it");
        between.setLevel(Level.SEVERE);
        child.warning("not any more");
        child.severe("still");
        kept.setFilter(record -> !record.getMessage().contains("secret"));
        child.severe("a secret");
        kept.setLevel(Level.OFF);
        child.severe("off");
        kept.setLevel(Level.ALL);
        Level audit = new Custom();
        parent.log(audit, "own level");
        System.out.println(Level.parse("AUDIT") == audit);
        System.out.println(Level.parse("WARNING") + " " + Level.parse("800") + " " + Level.parse("850").intValue());
        try {
            Level.parse("LOUD");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        parent.removeHandler(kept);
        System.out.println(kept.texts);

        LOG.setUseParentHandlers(false);
        LOG.setLevel(Level.ALL);
        StreamHandler stream = new StreamHandler(System.out, new Short());
        stream.setLevel(Level.ALL);
        MemoryHandler memory = new MemoryHandler(stream, 100, Level.WARNING);
        LOG.addHandler(memory);
        new Worker().work(2);
        LOG.throwing("LoggingProgram", "main", new RuntimeException("thrown"));
        memory.push();
        stream.flush();

        LogRecord record = new LogRecord(Level.CONFIG, "configured {0}");
        record.setParameters(new Object[] {"well"});
        record.setInstant(Instant.EPOCH);
        record.setLoggerName("some.logger");
        System.out.println(new SimpleFormatter().formatMessage(record) + " " + record.getMillis() + " " + record.getInstant());
        System.out.println(Logger.getAnonymousLogger().getName() + " " + Logger.getGlobal().getName());
        try {
            Logger.getLogger("with.bundle", "no.such.Bundle");
        } catch (java.util.MissingResourceException e) {
            System.out.println(e.getMessage());
        }
        LogManager.getLogManager().reset();
        System.out.println(root.getHandlers().length + " " + root.getLevel() + " " + LOG.getLevel());
        LOG.severe("nobody hears");
    }
}
