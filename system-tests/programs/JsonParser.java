import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A parser of JSON that names the place of a mistake, and a printer. */
public class JsonParser {
    private static final class Malformed extends RuntimeException {
        Malformed(String message, int position) {
            super(message + " at " + position);
        }
    }

    private final String text;
    private int position;

    private JsonParser(String text) {
        this.text = text;
    }

    private static Object parse(String text) {
        JsonParser parser = new JsonParser(text);
        Object value = parser.value();
        parser.space();
        if (parser.position < text.length()) {
            throw new Malformed("something behind the end", parser.position);
        }
        return value;
    }

    private void space() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private char peek() {
        space();
        if (position >= text.length()) {
            throw new Malformed("unexpected end", position);
        }
        return text.charAt(position);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new Malformed("expected '" + c + "' but found '" + peek() + "'", position);
        }
        position++;
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Object word(String word, Object meaning) {
        if (!text.startsWith(word, position)) {
            throw new Malformed("unknown word", position);
        }
        position += word.length();
        return meaning;
    }

    private Map<String, Object> object() {
        Map<String, Object> map = new LinkedHashMap<>();
        expect('{');
        while (peek() != '}') {
            if (!map.isEmpty()) {
                expect(',');
                space();
            }
            String key = string();
            expect(':');
            map.put(key, value());
        }
        position++;
        return map;
    }

    private List<Object> array() {
        List<Object> list = new ArrayList<>();
        expect('[');
        while (peek() != ']') {
            if (!list.isEmpty()) {
                expect(',');
            }
            list.add(value());
        }
        position++;
        return list;
    }

    private String string() {
        expect('"');
        StringBuilder result = new StringBuilder();
        while (text.charAt(position) != '"') {
            char c = text.charAt(position++);
            if (c == '\\') {
                char escaped = text.charAt(position++);
                switch (escaped) {
                    case 'n' -> result.append('\n');
                    case 't' -> result.append('\t');
                    case 'u' -> {
                        result.append((char) Integer.parseInt(text.substring(position, position + 4), 16));
                        position += 4;
                    }
                    default -> result.append(escaped);
                }
            } else {
                result.append(c);
            }
        }
        position++;
        return result.toString();
    }

    private Number number() {
        int start = position;
        while (position < text.length() && "+-.eE0123456789".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        String digits = text.substring(start, position);
        if (digits.isEmpty()) {
            throw new Malformed("unexpected '" + text.charAt(start) + "'", start);
        }
        return digits.matches("-?\\d+") ? (Number) Long.valueOf(digits) : Double.valueOf(digits);
    }

    private static String print(Object value) {
        StringBuilder out = new StringBuilder();
        switch (value) {
            case null -> out.append("null");
            case String s -> out.append('"').append(s.replace("\n", "\\n")).append('"');
            case Map<?, ?> map -> {
                String separator = "{";
                for (Map.Entry<?, ?> e : map.entrySet()) {
                    out.append(separator).append('"').append(e.getKey()).append("\":").append(print(e.getValue()));
                    separator = ",";
                }
                out.append(map.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                out.append('[');
                for (int i = 0; i < list.size(); i++) {
                    out.append(i == 0 ? "" : ",").append(print(list.get(i)));
                }
                out.append(']');
            }
            default -> out.append(value);
        }
        return out.toString();
    }

    public static void main(String[] args) {
        Object value = parse(" {\"name\": \"B\\u00e4r\\n\", \"list\": [1, -2.5e3, true, null, {}], \"nested\": {\"a\": [[], [false]]}} ");
        System.out.println(value);
        System.out.println(print(value));
        for (String wrong : new String[] {"{\"a\" 1}", "[1, 2", "[1 2]", "tru", "@", "{} x", ""}) {
            try {
                System.out.println(parse(wrong));
            } catch (Malformed e) {
                System.out.println(wrong + ": " + e.getMessage());
            }
        }
    }
}
