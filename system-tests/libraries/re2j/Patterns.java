import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

// library: com.google.re2j:re2j
/** Regular expressions in linear time: a log is taken apart, and what breaks backtracking engines does not break this one. */
public class Patterns {
    private static final String LOG = """
            2026-01-03T10:15:00Z INFO  gateway accepted 10.0.0.17:5021 (12 ms)
            2026-01-03T10:15:02Z WARN  gateway slow answer from sensor-7: 1450 ms
            2026-01-03T10:16:40Z ERROR valve   stuck at 73.5 %, retry 3
            2026-01-03T10:16:41Z INFO  valve   moved to 80 %
            not a line of the log
            2026-01-03T10:17:00Z ERROR gateway lost 10.0.0.17:5021
            """;

    public static void main(String[] arguments) {
        log();
        groups();
        replacements();
        flags();
        classes();
        linear();
        mistakes();
    }

    private static void log() {
        Pattern line = Pattern.compile("(?m)^(\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z) +(\\w+) +(\\S+) +(.*)$");
        Map<String, Integer> levels = new TreeMap<>();
        Matcher matcher = line.matcher(LOG);
        while (matcher.find()) {
            levels.merge(matcher.group(2) + "/" + matcher.group(3), 1, Integer::sum);
            System.out.println(matcher.start() + "-" + matcher.end() + " " + matcher.group(4));
        }
        System.out.println(levels);
        System.out.println(line.groupCount() + " groups, program of " + line.programSize() + " instructions");
    }

    private static void groups() {
        Pattern address = Pattern.compile("(?P<a>\\d+)\\.(?P<b>\\d+)\\.(?P<c>\\d+)\\.(?P<d>\\d+)(:(?P<port>\\d+))?");
        System.out.println(new TreeMap<>(address.namedGroups()));
        for (String text : List.of("10.0.0.17:5021", "127.0.0.1", "1.2.3", "")) {
            Matcher matcher = address.matcher(text);
            if (matcher.matches()) {
                System.out.println(matcher.group("a") + "|" + matcher.group("d") + "|" + matcher.group("port"));
            } else {
                System.out.println("'" + text + "' is no address; begins so: " + matcher.lookingAt());
            }
        }
    }

    private static void replacements() {
        System.out.println(Pattern.compile("(\\w+) (\\w+)").matcher("one two three four").replaceAll("$2 $1"));
        System.out.println(Pattern.compile("a*").matcher("baaac").replaceAll("<$0>"));
        System.out.println(Pattern.compile("\\d").matcher("r2d2").replaceFirst(Matcher.quoteReplacement("$")));
        StringBuilder built = new StringBuilder();
        Matcher matcher = Pattern.compile("\\b[a-z]").matcher("the quick brown fox");
        while (matcher.find()) {
            matcher.appendReplacement(built, matcher.group().toUpperCase());
        }
        System.out.println(matcher.appendTail(built));
        System.out.println(List.of(Pattern.compile("\\s*[,;]\\s*").split("a , b;c ;; d,")));
        System.out.println(List.of(Pattern.compile(":").split("a:b:c:d", 2)));
    }

    private static void flags() {
        System.out.println(Pattern.compile("straße|ΣΊΓΜΑ", Pattern.CASE_INSENSITIVE).matcher("x STRAßE y").find());
        System.out.println(Pattern.compile("σίγμα", Pattern.CASE_INSENSITIVE).matcher("ΣΊΓΜΑ").matches());
        System.out.println(Pattern.compile("a.b", Pattern.DOTALL).matcher("a\nb").matches());
        System.out.println(Pattern.compile("a.b").matcher("a\nb").matches());
        System.out.println(Pattern.compile("(?i)HeLLo+(?-i)W").matcher("helloooW").matches());
        System.out.println(Pattern.compile("a+?b*", Pattern.LONGEST_MATCH).matcher("aaabbb").replaceAll("[$0]"));
    }

    private static void classes() {
        System.out.println(found("\\p{Lu}\\p{Ll}+", "Ärger mit Übermut, Žižek und 東京"));
        System.out.println(found("\\p{Greek}+", "abc αβγ def Ω"));
        System.out.println(found("[[:alpha:]_][[:alnum:]_]*", "x1 = _y + 22z"));
        System.out.println(found("[^\\x00-\\x7F]", "naïve café 😀!"));
        System.out.println(found("\\Q1+1\\E=2", "1+1=2 11=2"));
    }

    private static List<String> found(String pattern, String text) {
        List<String> all = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            all.add(matcher.group());
        }
        return all;
    }

    private static void linear() {
        String text = "a".repeat(2000);
        System.out.println(Pattern.matches("(a*)*b", text));
        System.out.println(Pattern.matches("(a|aa)+$", text));
        System.out.println(Pattern.compile("(x+x+)+y").matcher("x".repeat(1000)).find());
    }

    private static void mistakes() {
        for (String wrong : List.of("(", "a**", "[z-a]", "(?=look)", "\\8", "x{1001}", "*", "(?P<n>a)(?P<n>b)")) {
            try {
                System.out.println(Pattern.compile(wrong).pattern() + " is accepted");
            } catch (PatternSyntaxException e) {
                System.out.println(e.getDescription() + " | " + e.getPattern() + " | " + e.getMessage());
            }
        }
        try {
            Pattern.compile("a").matcher("b").group();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
    }
}
