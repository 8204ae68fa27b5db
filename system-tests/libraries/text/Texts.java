import java.util.List;
import java.util.Map;
import org.apache.commons.text.AlphabetConverter;
import org.apache.commons.text.CaseUtils;
import org.apache.commons.text.CharacterPredicates;
import org.apache.commons.text.RandomStringGenerator;
import org.apache.commons.text.StringEscapeUtils;
import org.apache.commons.text.StringSubstitutor;
import org.apache.commons.text.StringTokenizer;
import org.apache.commons.text.TextStringBuilder;
import org.apache.commons.text.WordUtils;
import org.apache.commons.text.diff.CommandVisitor;
import org.apache.commons.text.diff.StringsComparator;
import org.apache.commons.text.matcher.StringMatcherFactory;
import org.apache.commons.text.similarity.CosineDistance;
import org.apache.commons.text.similarity.FuzzyScore;
import org.apache.commons.text.similarity.HammingDistance;
import org.apache.commons.text.similarity.JaccardSimilarity;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDetailedDistance;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.commons.text.similarity.LongestCommonSubsequence;
import org.apache.commons.text.translate.UnicodeEscaper;

// library: org.apache.commons:commons-text
// library: org.apache.commons:commons-lang3
/** Texts compared, escaped, filled in, taken apart. */
public class Texts {
    private static final String[][] PAIRS = {{"kitten", "sitting"}, {"", "abc"}, {"martha", "marhta"}, {"gateway seven", "gateway eleven"}, {"äöü", "aou"}};

    public static void main(String[] arguments) {
        similarity();
        escapes();
        substitution();
        tokens();
        builder();
        difference();
        words();
        mistakes();
    }

    private static void similarity() {
        for (String[] pair : PAIRS) {
            System.out.println(pair[0] + "/" + pair[1] + " " + new LevenshteinDistance().apply(pair[0], pair[1]) + " "
                    + new JaroWinklerSimilarity().apply(pair[0], pair[1]) + " " + new JaccardSimilarity().apply(pair[0], pair[1]) + " "
                    + new LongestCommonSubsequence().longestCommonSubsequence(pair[0], pair[1]) + " "
                    + new LevenshteinDetailedDistance().apply(pair[0], pair[1]));
        }
        System.out.println(new HammingDistance().apply("1011101", "1001001") + " " + new LevenshteinDistance(2).apply("aaaa", "bbbb"));
        System.out.println(new CosineDistance().apply("the quick brown fox", "the lazy brown dog"));
        System.out.println(new FuzzyScore(java.util.Locale.ENGLISH).fuzzyScore("Workshop", "wso"));
    }

    private static void escapes() {
        String wild = "He said \"hi\" \\ <b>&amp; ä 東 😀\t\n</b> it's 1/2";
        System.out.println(StringEscapeUtils.escapeJava(wild));
        System.out.println(StringEscapeUtils.escapeJson(wild) + " " + StringEscapeUtils.escapeEcmaScript(wild));
        System.out.println(StringEscapeUtils.escapeHtml4(wild) + " " + StringEscapeUtils.escapeXml11(wild + "\u0001"));
        System.out.println(StringEscapeUtils.escapeCsv("a,\"b\"") + " " + StringEscapeUtils.unescapeCsv("\"a,\"\"b\"\"\"") + " " + StringEscapeUtils.escapeXSI("rm *"));
        System.out.println(StringEscapeUtils.unescapeHtml4("&lt;&auml;&#228;&#xe4;&unknown;&frac12;&euro;"));
        System.out.println(StringEscapeUtils.unescapeJava(StringEscapeUtils.escapeJava(wild)).equals(wild) + " " + UnicodeEscaper.above(127).translate("aäb"));
    }

    private static void substitution() {
        Map<String, String> values = Map.of("name", "valve", "id", "7", "valve7", "nested", "self", "x${name}x");
        StringSubstitutor substitutor = new StringSubstitutor(values);
        System.out.println(substitutor.replace("${name}-${id} ${missing:-none} $${name} ${unknown} ${self}"));
        substitutor.setEnableSubstitutionInVariables(true);
        System.out.println(substitutor.replace("${${name}${id}} ${a:-${id}}"));
        System.out.println(new StringSubstitutor(values, "<", ">", '!').replace("<name> !<name> <id>"));
        System.out.println(new StringSubstitutor(Map.of("a", "${b}", "b", "end")).replace("${a}"));
    }

    private static void tokens() {
        System.out.println(new StringTokenizer("a b  c\td", StringMatcherFactory.INSTANCE.splitMatcher()).getTokenList());
        System.out.println(StringTokenizer.getCSVInstance(" a, \"b, c\" ,, d\"\"e ").getTokenList());
        StringTokenizer tokenizer = new StringTokenizer("k=v;k2='a;b';;end", ';', '\'').setIgnoreEmptyTokens(false).setEmptyTokenAsNull(true);
        while (tokenizer.hasNext()) {
            System.out.print(tokenizer.nextIndex() + ":" + tokenizer.next() + " ");
        }
        System.out.println(tokenizer.size());
    }

    private static void builder() {
        TextStringBuilder builder = new TextStringBuilder("start");
        builder.appendln(" of %s", "it").appendWithSeparators(List.of(1, 2, 3), "; ").appendFixedWidthPadLeft(42, 6, '0').appendNull().append(true).append('c').append(1.5);
        builder.replaceAll("start", "Begin").deleteAll('f').insert(0, "[").append("]").reverse().reverse();
        System.out.println(builder.toString().replace(System.lineSeparator(), "/") + " " + builder.length() + " " + builder.indexOf("42") + " " + builder.leftString(4) + " " + builder.hashCode());
        System.out.println(builder.startsWith("[") + " " + builder.contains("null") + " " + builder.substring(3, 6) + " " + builder.asTokenizer().getTokenList().size());
    }

    private static void difference() {
        StringBuilder script = new StringBuilder();
        StringsComparator comparator = new StringsComparator("ABCABBA", "CBABAC");
        comparator.getScript().visit(new CommandVisitor<>() {
            @Override
            public void visitInsertCommand(Character c) {
                script.append('+').append(c);
            }

            @Override
            public void visitKeepCommand(Character c) {
                script.append(c);
            }

            @Override
            public void visitDeleteCommand(Character c) {
                script.append('-').append(c);
            }
        });
        System.out.println(script + " " + comparator.getScript().getLCSLength() + " " + comparator.getScript().getModifications());
    }

    private static void words() {
        System.out.println(CaseUtils.toCamelCase("to.camel case_text", true, '.', '_') + " " + WordUtils.initials("Ben John Lee") + " " + WordUtils.abbreviate("Now is the time", 5, 10, "…"));
        System.out.println(WordUtils.wrap("Java is everywhere, and so are very long wordsThatDoNotFitAnywhere", 12, "/", true));
        int[] state = {7};
        RandomStringGenerator generator = RandomStringGenerator.builder().withinRange('0', 'z').filteredBy(CharacterPredicates.LETTERS, CharacterPredicates.DIGITS)
                .usingRandom(max -> (state[0] = (state[0] * 1103515245 + 12345) & 0x7fffffff) % max).get();
        System.out.println(generator.generate(24));
        AlphabetConverter converter = AlphabetConverter.createConverterFromChars(new Character[] {'a', 'b', 'c', 'd'}, new Character[] {'0', '1', 'd'}, new Character[] {'d'});
        try {
            String encoded = converter.encode("abcd");
            System.out.println(encoded + " " + converter.decode(encoded) + " " + converter.getEncodedCharLength());
        } catch (java.io.UnsupportedEncodingException e) {
            System.out.println(e);
        }
    }

    private static void mistakes() {
        Runnable[] wrong = {
            () -> new HammingDistance().apply("ab", "abc"),
            () -> new StringSubstitutor(Map.of("a", "${b}", "b", "${a}")).replace("${a}"),
            () -> new StringSubstitutor(Map.of()).setEnableUndefinedVariableException(true).replace("${gone}"),
            () -> new LevenshteinDistance(-1),
            () -> new TextStringBuilder("abc").charAt(5)
        };
        for (Runnable each : wrong) {
            try {
                each.run();
                System.out.println("passed");
            } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
                System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
    }
}
