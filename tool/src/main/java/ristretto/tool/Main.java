package ristretto.tool;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import ristretto.tool.command.BenchCommand;
import ristretto.tool.command.BuildCommand;
import ristretto.tool.command.JavaCommand;
import ristretto.tool.command.NewCommand;
import ristretto.tool.command.ReportCommand;
import ristretto.tool.command.RunCommand;
import ristretto.tool.command.SchemaCommand;
import ristretto.tool.command.TestCommand;
import ristretto.tool.command.VerifyCommand;

/**
 * The {@code ristretto} command. Exit codes: 0, or the guest's; 2 where the user can put something right (a {@link UserError}, a wrong
 * option); 1 where tests failed, or for a bug of ours, which shows its stack trace.
 */
@Command(
        name = "./ristretto",
        description = "A small operating system of isolated Java processes, compiled ahead of time to bare metal.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            BuildCommand.class,
            JavaCommand.class,
            NewCommand.class,
            TestCommand.class,
            BenchCommand.class,
            ReportCommand.class,
            SchemaCommand.class,
            VerifyCommand.class,
            HelpCommand.class
        })
public final class Main implements Runnable {
    private static final int WRONG_INPUT = 2;

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setExpandAtFiles(false);
        line.getSubcommands().get("java").setStopAtPositional(true);
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof UserError error) {
                System.err.println(error.getMessage());
                return WRONG_INPUT;
            }
            throw exception;
        });
        int exitCode = line.execute(arguments);
        System.out.flush();
        System.exit(exitCode);
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
