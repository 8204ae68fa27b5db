import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

// not yet: an object of CLDRLocaleDataMetaInfo, made by a build-time initialiser, cannot be carried into the image
// library: info.picocli:picocli
/** A command line described by the program itself, without annotations and so without reflection. */
public class Commands {
    private enum Mode {
        FAST,
        SAFE
    }

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(specification());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        usage(line);
        for (String[] words : new String[][] {
            {"-v", "--count=3", "input.txt"},
            {"-vvv", "--rate", "2.5", "-Dk=v", "-D", "a=b", "x", "y", "z"},
            {"--mode", "safe", "--tags=a,b,c", "f"},
            {"--no-color", "@x", "f"},
            {"send", "--to", "gateway", "--", "-not-an-option"},
            {"send", "--to=a", "--all"},
            {"--count", "many", "f"},
            {"--unknown", "f"},
            {"--mode=slow", "f"},
            {"--cuont=3", "f"},
            {},
            {"send"}
        }) {
            parse(line, words);
        }
        execute(line);
    }

    private static CommandSpec specification() {
        CommandSpec spec = CommandSpec.create().name("device").version("device 1.0").mixinStandardHelpOptions(false);
        spec.usageMessage().description("Talks to a device.", "Several lines,%nas it needs.").footer("", "Ends here.").width(70).sortOptions(false);
        spec.addOption(OptionSpec.builder("-v", "--verbose").type(boolean[].class).auxiliaryTypes(boolean.class).arity("0").description("More output, up to three times.").build());
        spec.addOption(OptionSpec.builder("-c", "--count").type(int.class).paramLabel("N").defaultValue("1").description("How often; default ${DEFAULT-VALUE}.").build());
        spec.addOption(OptionSpec.builder("--rate").type(double.class).paramLabel("HERTZ").description("A very long description that has to be wrapped because it does not fit into the width of the usage message.").build());
        spec.addOption(OptionSpec.builder("--mode").type(Mode.class).converters((ITypeConverter<Mode>) text -> Mode.valueOf(text.toUpperCase())).paramLabel("MODE").build());
        spec.addOption(OptionSpec.builder("--tags").type(List.class).auxiliaryTypes(String.class).splitRegex(",").paramLabel("TAG").build());
        spec.addOption(OptionSpec.builder("-D").type(Map.class).auxiliaryTypes(String.class, Integer.class).converters((ITypeConverter<String>) t -> t, (ITypeConverter<Integer>) String::length).paramLabel("KEY=VALUE").build());
        spec.addOption(OptionSpec.builder("--color").type(boolean.class).negatable(true).defaultValue("true").description("With colours.").build());
        spec.addPositional(PositionalParamSpec.builder().index("0..*").arity("1..*").type(List.class).auxiliaryTypes(String.class).paramLabel("FILE").description("What to read.").build());
        CommandSpec send = CommandSpec.create().name("send");
        send.usageMessage().description("Sends something.");
        send.addArgGroup(ArgGroupSpec.builder().exclusive(true).multiplicity("1")
                .addArg(OptionSpec.builder("--to").type(String.class).paramLabel("NAME").description("To one.").build())
                .addArg(OptionSpec.builder("--all").type(boolean.class).description("To everybody.").build())
                .build());
        send.addPositional(PositionalParamSpec.builder().index("0").arity("0..1").type(String.class).paramLabel("TEXT").build());
        spec.addSubcommand("send", send);
        return spec;
    }

    private static void usage(CommandLine line) {
        for (CommandLine each : List.of(line, line.getSubcommands().get("send"))) {
            StringWriter text = new StringWriter();
            each.usage(new PrintWriter(text), Ansi.OFF);
            System.out.println(text);
        }
    }

    private static void parse(CommandLine line, String[] words) {
        System.out.println("> " + String.join(" ", words));
        try {
            ParseResult result = line.parseArgs(words);
            List<String> seen = new ArrayList<>();
            for (ParseResult level = result; level != null; level = level.hasSubcommand() ? level.subcommand() : null) {
                for (OptionSpec option : level.matchedOptions()) {
                    Object value = option.getValue();
                    seen.add(option.longestName() + "=" + (value instanceof boolean[] many ? "x" + many.length : value));
                }
                for (PositionalParamSpec positional : level.matchedPositionals()) {
                    seen.add(positional.paramLabel() + "=" + positional.getValue());
                }
            }
            System.out.println(seen + " count " + result.matchedOptionValue("--count", -1));
        } catch (ParameterException e) {
            System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static void execute(CommandLine line) {
        line.setExecutionStrategy(result -> result.hasSubcommand() ? 7 : result.matchedOptionValue("--count", 0));
        StringWriter errors = new StringWriter();
        line.setErr(new PrintWriter(errors));
        System.out.println(line.execute("--count=4", "f") + " " + line.execute("send", "--all") + " " + line.execute("--rate"));
        System.out.println(errors);
    }
}
