package ristretto.tool.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Kinds of values that are no numbers: text, words, flags, lists, and a table of texts. */
final class Texts {
    static final Kind<String> TEXT = new Text();
    /** A name that the author chooses. */
    static final Kind<String> NAME = new Name();

    static final Kind<Boolean> FLAG = new Flag();
    /** Texts of any sort. */
    static final Kind<List<String>> LIST = new Lines("a list of strings", List.of(), new LinkedHashMap<>());
    /** Names of something that the description has elsewhere. */
    static final Kind<List<String>> NAMES =
            new Lines("a list of names", List.of(), Map.of("pattern", "^" + DescriptionReader.NAME + "$"));

    static final Kind<List<String>> FILES = new Lines("a list of files", List.of(), Map.of("minLength", 1));
    /** Names, each with a text. */
    static final Kind<Table> TABLE = new Inner();

    /** One of some words. */
    static Kind<String> choice(String... words) {
        return new Choice(List.of(words));
    }

    /** Some of some words. */
    static Kind<List<String>> some(List<String> words) {
        return new Lines("some of " + String.join(", ", words), words, Map.of("enum", words));
    }

    static Map<String, Object> matching(String pattern) {
        Map<String, Object> schema = ofType("string");
        schema.put("pattern", pattern);
        return schema;
    }

    static Map<String, Object> ofType(String type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        return schema;
    }

    private record Text() implements Kind<String> {
        @Override
        public String expected() {
            return "a string";
        }

        @Override
        public String harmless() {
            return "";
        }

        @Override
        public String read(Object value, Mistake mistake) {
            if (value instanceof String text) {
                return text;
            }
            mistake.told(expected(), Section.show(value), null);
            return "";
        }

        @Override
        public Object written(String value) {
            return value;
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> schema = ofType("string");
            schema.put("minLength", 1);
            return schema;
        }
    }

    private record Name() implements Kind<String> {
        @Override
        public String expected() {
            return DescriptionReader.A_NAME;
        }

        @Override
        public String described() {
            return "a name";
        }

        @Override
        public String harmless() {
            return "";
        }

        @Override
        public String read(Object value, Mistake mistake) {
            if (value instanceof String text
                    && DescriptionReader.NAME.matcher(text).matches()) {
                return text;
            }
            mistake.told(expected(), Section.show(value), null);
            return "";
        }

        @Override
        public Object written(String value) {
            return value;
        }

        @Override
        public Map<String, Object> schema() {
            return matching("^" + DescriptionReader.NAME + "$");
        }
    }

    private record Flag() implements Kind<Boolean> {
        @Override
        public String expected() {
            return "true or false";
        }

        @Override
        public Boolean harmless() {
            return false;
        }

        @Override
        public Boolean read(Object value, Mistake mistake) {
            if (value instanceof Boolean flag) {
                return flag;
            }
            mistake.told(expected(), Section.show(value), null);
            return false;
        }

        @Override
        public Object written(Boolean value) {
            return value;
        }

        @Override
        public Map<String, Object> schema() {
            return ofType("boolean");
        }
    }

    private record Choice(List<String> words) implements Kind<String> {
        @Override
        public String expected() {
            return "one of " + String.join(", ", words);
        }

        @Override
        public String described() {
            return words.stream().map(Section::show).collect(Collectors.joining(" or "));
        }

        @Override
        public String harmless() {
            return words.getFirst();
        }

        @Override
        public String read(Object value, Mistake mistake) {
            if (value instanceof String word && words.contains(word)) {
                return word;
            }
            String nearest = value instanceof String word ? NearestName.of(word, words) : null;
            mistake.told(expected(), Section.show(value), nearest);
            return harmless();
        }

        @Override
        public Object written(String value) {
            return value;
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("enum", words);
            return schema;
        }
    }

    /**
     * A list of texts, none of them twice except where anything may stand.
     *
     * @param words the possible ones; empty: no limit, or one that only the whole description gives
     * @param element more of the schema of each
     */
    private record Lines(String described, List<String> words, Map<String, Object> element)
            implements Kind<List<String>> {
        private static final String A_LIST = "a list of strings";

        @Override
        public String expected() {
            return A_LIST;
        }

        @Override
        public List<String> harmless() {
            return List.of();
        }

        @Override
        public List<String> read(Object value, Mistake mistake) {
            if (!(value instanceof List<?> list)) {
                mistake.told(A_LIST, Section.show(value), null);
                return List.of();
            }
            List<String> texts = new ArrayList<>();
            for (Object entry : list) {
                if (!(entry instanceof String text)) {
                    mistake.told(A_LIST, Section.show(entry) + " in it", null);
                } else if (!words.isEmpty() && !words.contains(text)) {
                    mistake.told(described, Section.show(text), NearestName.of(text, words));
                } else if (!element.isEmpty() && texts.contains(text)) {
                    mistake.told("each name once", Section.show(text) + " twice", null);
                } else {
                    texts.add(text);
                }
            }
            return texts;
        }

        @Override
        public Object written(List<String> value) {
            return value;
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> items = ofType("string");
            items.putAll(element);
            Map<String, Object> schema = ofType("array");
            schema.put("items", items);
            if (!element.isEmpty()) {
                schema.put("uniqueItems", true);
            }
            return schema;
        }
    }

    private record Inner() implements Kind<Table> {
        @Override
        public String expected() {
            return "a table";
        }

        @Override
        public String described() {
            return "a table of names with a string each";
        }

        @Override
        public Table harmless() {
            return new Table();
        }

        @Override
        public Table read(Object value, Mistake mistake) {
            if (value instanceof Table table) {
                return table;
            }
            mistake.told(expected(), Section.show(value), null);
            return harmless();
        }

        @Override
        public Object written(Table value) {
            return "";
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> schema = ofType("object");
            schema.put("propertyNames", Map.of("pattern", "^" + DescriptionReader.NAME + "$"));
            schema.put("additionalProperties", TEXT.schema());
            return schema;
        }
    }

    private Texts() {}
}
