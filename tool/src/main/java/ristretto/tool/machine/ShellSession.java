package ristretto.tool.machine;

import java.io.IOException;
import java.time.Duration;

/** A booted system with a shell on its serial line: types commands, and reads what they print up to the next prompt. */
public final class ShellSession implements AutoCloseable {
    public static final String PROMPT = "ristretto> ";

    private static final Duration BOOT = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofMillis(500);
    private static final Duration COMMAND = Duration.ofSeconds(60);

    private final Conversation conversation;
    private final String bootText;

    /** Boots, and waits for the first prompt. */
    public ShellSession(Machine machine) throws IOException, InterruptedException {
        conversation = new Conversation(machine);
        try {
            bootText = conversation.expect(PROMPT, BOOT);
        } catch (IOException | InterruptedException e) {
            conversation.close();
            throw e;
        }
    }

    /** What came before the first prompt. */
    public String bootText() {
        return bootText;
    }

    /** Everything that comes between the command's own line and the next prompt, lines ended by a line feed alone. */
    public String run(String command) throws IOException, InterruptedException {
        conversation.send(command + "\r");
        conversation.expect(command, COMMAND);
        conversation.expect("\n", COMMAND);
        return conversation.expect(PROMPT, COMMAND).replace("\r", "");
    }

    /** Waits until nothing has come for a while: messages of others may come between prompts. */
    public void settle() throws IOException, InterruptedException {
        conversation.skipUntilQuiet(QUIET);
    }

    public Conversation conversation() {
        return conversation;
    }

    /** Switches the machine off; answers QEMU's exit code. */
    public int off() throws IOException, InterruptedException {
        conversation.send("off\r");
        return conversation.exitCode(COMMAND);
    }

    @Override
    public void close() {
        conversation.close();
    }
}
