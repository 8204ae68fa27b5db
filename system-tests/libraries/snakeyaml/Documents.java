import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

// library: org.snakeyaml:snakeyaml-engine
/** YAML: a configuration is read, changed and written in several styles; wrong documents are told with the place. */
public class Documents {
    private static final String CONFIGURATION = """
            # a gateway
            name: "gateway \\u00e4 \\t"
            site: 'it''s here'
            rates: &rates {slow: 1, fast: 100}
            sensors:
              - id: 1
                kind: temperature
                limits: [-40, 125.5, 1e3, .inf, -.inf]
              - id: 0x1F
                kind: pressure
                rates: *rates
                empty: ~
                flags: [true, false, null]
            text: |
              kept
                as it is
            folded: >-
              one
              two

              three
            ? complex
            : value
            octal: 0o17
            date: 2026-01-03
            big: 123456789012345678901234567890
            """;

    public static void main(String[] arguments) {
        Object configuration = load(CONFIGURATION);
        System.out.println(configuration);
        types(configuration, 0);
        dumps(configuration);
        streams();
        events();
        core();
        scalars();
        mistakes();
    }

    private static Object load(String text) {
        return new Load(LoadSettings.builder().setLabel("test").build()).loadFromString(text);
    }

    private static void types(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                System.out.println(" ".repeat(depth) + key + ": " + (each == null ? "null" : each.getClass().getSimpleName()));
                if (depth < 2) {
                    types(each, depth + 1);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(each -> types(each, depth + 1));
        }
    }

    private static void dumps(Object configuration) {
        for (FlowStyle style : FlowStyle.values()) {
            Dump dump = new Dump(DumpSettings.builder().setDefaultFlowStyle(style).setIndent(4).setWidth(60).build());
            String text = dump.dumpToString(configuration);
            System.out.println(text);
            System.out.println(load(text).equals(configuration));
        }
        Dump quoted = new Dump(DumpSettings.builder()
                .setDefaultScalarStyle(ScalarStyle.DOUBLE_QUOTED)
                .setExplicitStart(true)
                .setExplicitEnd(true)
                .setUseUnicodeEncoding(false)
                .build());
        System.out.println(quoted.dumpToString(Map.of("k", List.of("ä", "東", "😀", "\u0007", "line\nbreak"))));
    }

    private static void streams() {
        List<Object> all = new ArrayList<>();
        new Load(LoadSettings.builder().build()).loadAllFromString("--- 1\n--- [a, b]\n...\n---\nx: y\n").forEach(all::add);
        System.out.println(all);
        System.out.println(new Dump(DumpSettings.builder().build()).dumpAllToString(all.iterator()));
        List<Object> shared = List.of(1, 2);
        Map<String, Object> twice = new LinkedHashMap<>();
        twice.put("first", shared);
        twice.put("second", shared);
        twice.put("set", new TreeSet<>(List.of("b", "a")));
        System.out.println(new Dump(DumpSettings.builder().build()).dumpToString(twice));
    }

    private static void events() {
        StringBuilder kinds = new StringBuilder();
        for (Event event : new Parse(LoadSettings.builder().setParseComments(true).build()).parseString("# c\na: [1, {b: !!str 2}] # d\n")) {
            kinds.append(event).append(' ');
        }
        System.out.println(kinds);
    }

    private static void core() {
        Load load = new Load(LoadSettings.builder().setSchema(new CoreSchema()).build());
        System.out.println(load.loadFromString("[True, NULL, 0o17, 0xff, 1_000, .NaN, ~]"));
    }

    private static void scalars() {
        List<Object> odd = new ArrayList<>(List.of("true", "12", "1.5", "null", "", " lead", "trail ", "a: b", "- x", "#no", "a #b", "multi\nline", "'", "\"", "@", 1.0, 1e100, -0.0, Double.NaN));
        String text = new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build()).dumpToString(odd);
        System.out.println(text);
        System.out.println(load(text).equals(odd));
    }

    private static void mistakes() {
        for (String wrong : List.of("a: b: c", "[1, 2", "a: 1\na: 2", "\tx: 1", "*missing", "key: 'open", "{a: 1]", "- a\nb: c", "!!int x", "%YAML 3.0\n--- a", "a: \"\\q\"")) {
            try {
                System.out.println(load(wrong));
            } catch (YamlEngineException e) {
                System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
    }
}
