package ristretto.test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The {@code ristretto} command as a process of its own, without the shell script around it: everything is built already. */
final class ToolProcess {

    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "@" + ImageFactory.HOUSE.root().resolve("java.options"),
                "-Dristretto.home=" + ImageFactory.HOUSE.root(),
                "-cp",
                System.getProperty("java.class.path"),
                "ristretto.tool.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    private ToolProcess() {}
}
