package ristretto.shell;

import ristretto.sdk.CapabilityError;
import ristretto.sdk.Heartbeat;
import ristretto.sdk.Streams;
import ristretto.sdk.Text;
import ristretto.sdk.service.ServiceRestarted;

/**
 * The prompt: reads a line, does what it says, and asks for the next one. A command that fails says why and ends
 * nothing but itself.
 */
public final class Shell {
    private static final String WELCOME = "Ristretto. Type help.";
    private static final String RESTARTED = "the service has just been restarted, try again";

    private final LineEditor editor = new LineEditor("ristretto> ");
    private final Commands commands = new Commands();

    public static void main(String[] arguments) {
        Streams.writeLine(WELCOME);
        new Shell().run();
    }

    private void run() {
        byte[] input = new byte[64];
        editor.begin();
        flush();
        commands.prompted();
        for (int count = Streams.read(input); count > 0; count = Streams.read(input)) {
            for (int i = 0; i < count; i++) {
                key(input[i] & 0xff);
            }
            flush();
            Heartbeat.answer();
        }
    }

    private void key(int value) {
        LineEditor.Outcome outcome = editor.feed(value);
        if (outcome == LineEditor.Outcome.ENTERED) {
            flush();
            run(editor.line());
        }
        if (outcome != LineEditor.Outcome.EDITING) {
            editor.begin();
        }
    }

    private void run(String line) {
        try {
            commands.run(line);
        } catch (CapabilityError e) {
            Streams.writeLine(explain(e));
        } catch (ServiceRestarted e) {
            Streams.writeLine(RESTARTED);
        } catch (RuntimeException e) {
            // Of a service, which may have answered anything.
            Streams.writeLine(Text.plain(String.valueOf(e.getMessage())));
        }
    }

    private static String explain(CapabilityError e) {
        if (e.isServerGone()) {
            return RESTARTED;
        }
        return e.isTimeout() ? "the service does not answer" : e.getMessage();
    }

    private void flush() {
        String output = editor.takeOutput();
        if (!output.isEmpty()) {
            Streams.write(output);
        }
    }
}
