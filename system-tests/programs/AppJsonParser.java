import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A recursive-descent parser for JSON, a printer, and errors with their position. */
public class AppJsonParser {
    private final String text;
    private int at;

    AppJsonParser(String text) {
        this.text = text;
    }

    static final class SyntaxError extends RuntimeException {
        SyntaxError(String message, int at) {
            super(message + " at " + at);
        }
    }

    Object parse() {
        Object value = value();
        if (at != text.length()) {
            throw new SyntaxError("trailing text", at);
        }
        return value;
    }

    private Object value() {
        skip();
        if (at == text.length()) {
            throw new SyntaxError("unexpected end", at);
        }
        char c = text.charAt(at);
        Object value = switch (c) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
        skip();
        return value;
    }

    private Map<String, Object> object() {
        Map<String, Object> map = new LinkedHashMap<>();
        at++;
        skip();
        while (text.charAt(at) != '}') {
            skip();
            String key = string();
            skip();
            expect(':');
            map.put(key, value());
            if (text.charAt(at) == ',') {
                at++;
            }
        }
        at++;
        return map;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        at++;
        skip();
        while (text.charAt(at) != ']') {
            list.add(value());
            if (text.charAt(at) == ',') {
                at++;
            }
        }
        at++;
        return list;
    }

    private String string() {
        expect('"');
        StringBuilder result = new StringBuilder();
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\') {
                c = switch (text.charAt(at++)) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'u' -> {
                        at += 4;
                        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
                    }
                    default -> text.charAt(at - 1);
                };
            }
            result.append(c);
        }
        at++;
        return result.toString();
    }

    private Object number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        if (digits.isEmpty()) {
            throw new SyntaxError("unexpected '" + text.charAt(at) + "'", at);
        }
        if (digits.indexOf('.') < 0 && digits.indexOf('e') < 0) {
            return Long.parseLong(digits);
        }
        return Double.parseDouble(digits);
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw new SyntaxError("unexpected '" + text.charAt(at) + "'", at);
        }
        at += word.length();
        return value;
    }

    private void expect(char c) {
        if (text.charAt(at) != c) {
            throw new SyntaxError("expected '" + c + "', got '" + text.charAt(at) + "'", at);
        }
        at++;
    }

    private void skip() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }

    static String print(Object value) {
        if (value instanceof Map<?, ?> map) {
            StringBuilder text = new StringBuilder("{");
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                text.append(text.length() > 1 ? "," : "").append(print(entry.getKey())).append(':').append(print(entry.getValue()));
            }
            return text.append('}').toString();
        }
        if (value instanceof List<?> list) {
            StringBuilder text = new StringBuilder("[");
            for (Object element : list) {
                text.append(text.length() > 1 ? "," : "").append(print(element));
            }
            return text.append(']').toString();
        }
        return value instanceof String s ? '"' + s.replace("\"", "\\\"").replace("\n", "\\n") + '"' : String.valueOf(value);
    }

    public static void main(String[] args) {
        String[] inputs = {
            "{\"name\": \"Ada\", \"born\": 1815, \"tags\": [\"math\", \"engine\"], \"nested\": {\"a\": [1, 2.5, -3e2, true, false, null]}}",
            "[]", "{}", "  [ [ ] , { } ]  ", "\"a\\u00e9\\n\\\"b\"", "-12345678901", "[1, 2", "{\"a\" 1}", "tru", "@"
        };
        for (String input : inputs) {
            try {
                System.out.println(print(new AppJsonParser(input).parse()));
            } catch (SyntaxError | StringIndexOutOfBoundsException e) {
                System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
    }
}
