package ristretto.bench.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses a text to maps, lists, strings and numbers by recursive descent. */
final class JsonParse implements Benchmark {
    private static final int RECORDS = 600;

    private String text;
    private int position;
    private long result;

    @Override
    public String name() {
        return "json parse";
    }

    @Override
    public void prepare() {
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < RECORDS; i++) {
            json.append(i == 0 ? "" : ", ");
            json.append("{\"id\": ")
                    .append(i)
                    .append(", \"name\": \"record \\\"")
                    .append(i * 7919);
            json.append("\\\"\", \"tags\": [\"a\", \"b")
                    .append(i % 10)
                    .append("\", true, null], \"nested\": {\"x\": -");
            json.append(i * 3).append(", \"y\": ").append(i % 100).append(".5}}");
        }
        text = json.append("]").toString();
        result = 0;
    }

    @Override
    public void run() {
        position = 0;
        Object value = value();
        result = weight(value);
    }

    @Override
    public long result() {
        return result;
    }

    private static long weight(Object value) {
        long sum = 1;
        if (value instanceof List<?> list) {
            for (Object element : list) {
                sum = sum * 3 + weight(element);
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                sum = sum * 5 + entry.getKey().hashCode() + weight(entry.getValue());
            }
        } else if (value instanceof Double number) {
            sum = (long) (number * 2);
        } else if (value != null) {
            sum = value.toString().hashCode();
        }
        return sum;
    }

    private char next() {
        while (text.charAt(position) <= ' ') {
            position++;
        }
        return text.charAt(position);
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw new IllegalArgumentException("expected " + wanted + " at " + position);
        }
        position++;
    }

    private Object value() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, position)) {
            throw new IllegalArgumentException("expected " + word + " at " + position);
        }
        position += word.length();
        return value;
    }

    private Map<String, Object> object() {
        Map<String, Object> map = new LinkedHashMap<>();
        expect('{');
        while (next() != '}') {
            String key = string();
            expect(':');
            map.put(key, value());
            if (next() == ',') {
                position++;
            }
        }
        position++;
        return map;
    }

    private List<Object> array() {
        List<Object> list = new ArrayList<>();
        expect('[');
        while (next() != ']') {
            list.add(value());
            if (next() == ',') {
                position++;
            }
        }
        position++;
        return list;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (true) {
            char c = text.charAt(position++);
            if (c == '"') {
                return string.toString();
            }
            string.append(c == '\\' ? text.charAt(position++) : c);
        }
    }

    private Double number() {
        boolean negative = next() == '-';
        position += negative ? 1 : 0;
        double value = 0;
        while (Character.isDigit(text.charAt(position))) {
            value = value * 10 + (text.charAt(position++) - '0');
        }
        if (text.charAt(position) == '.') {
            position++;
            for (double scale = 0.1; Character.isDigit(text.charAt(position)); scale /= 10) {
                value += scale * (text.charAt(position++) - '0');
            }
        }
        return negative ? -value : value;
    }
}
