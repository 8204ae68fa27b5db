import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

// library: com.fasterxml.jackson.core:jackson-core
/** JSON token by token: a document is read into maps and lists from text and from bytes, and written again. */
public class Streaming {
    private static final String DOCUMENT = """
            {"name": "valve-7", "serial": 12345678901234567890, "pressure": 1.25e-3, "exact": 0.1,
             "on": true, "off": false, "none": null, "empty": {}, "list": [],
             "texts": ["plain", "quote \\" slash \\\\ tab \\t", "\\u00e4\\u6771\\ud83d\\ude00", "äöü 東京 😀"],
             "nested": {"a": [1, [2, [3, {"deep": [-1, -2.5, 1E400]}]]]},
             "long": -9223372036854775808, "int": 2147483647}
            """;

    private static final JsonFactory FACTORY = new JsonFactory();

    public static void main(String[] arguments) throws IOException {
        Object fromText = read(FACTORY.createParser(DOCUMENT));
        System.out.println(fromText);
        Object fromBytes = read(FACTORY.createParser(DOCUMENT.getBytes(StandardCharsets.UTF_8)));
        System.out.println(fromBytes.equals(fromText));
        Object fromStream = read(FACTORY.createParser(new ByteArrayInputStream(DOCUMENT.getBytes(StandardCharsets.UTF_8))));
        System.out.println(fromStream.equals(fromText));
        write(fromText);
        pointers();
        lenient();
        mistakes();
        large();
    }

    private static Object read(JsonParser parser) throws IOException {
        try (parser) {
            parser.nextToken();
            return value(parser);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    map.put(name, value(parser));
                }
                return map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                return list;
            }
            case VALUE_NUMBER_INT -> {
                return parser.getNumberValue();
            }
            case VALUE_NUMBER_FLOAT -> {
                return parser.getDecimalValue();
            }
            case VALUE_TRUE, VALUE_FALSE -> {
                return parser.getBooleanValue();
            }
            case VALUE_NULL -> {
                return null;
            }
            default -> {
                return parser.getText();
            }
        }
    }

    private static void write(Object document) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.setPrettyPrinter(new DefaultPrettyPrinter());
            write(generator, document);
        }
        System.out.println(text);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            generator.enable(JsonGenerator.Feature.ESCAPE_NON_ASCII);
            write(generator, document);
        }
        System.out.println(bytes.toString(StandardCharsets.UTF_8));
        System.out.println(read(FACTORY.createParser(bytes.toByteArray())).equals(document));
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        switch (value) {
            case null -> generator.writeNull();
            case Map<?, ?> map -> {
                generator.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    generator.writeFieldName((String) entry.getKey());
                    write(generator, entry.getValue());
                }
                generator.writeEndObject();
            }
            case List<?> list -> {
                generator.writeStartArray();
                for (Object element : list) {
                    write(generator, element);
                }
                generator.writeEndArray();
            }
            case String text -> generator.writeString(text);
            case Boolean truth -> generator.writeBoolean(truth);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case BigInteger number -> generator.writeNumber(number);
            case BigDecimal number -> generator.writeNumber(number);
            default -> throw new IllegalArgumentException(String.valueOf(value.getClass()));
        }
    }

    private static void pointers() throws IOException {
        JsonPointer pointer = JsonPointer.compile("/nested/a/1");
        try (JsonParser parser = FACTORY.createParser(DOCUMENT)) {
            while (parser.nextToken() != null) {
                if (parser.getParsingContext().pathAsPointer().equals(pointer)) {
                    System.out.println(parser.currentToken() + " at " + parser.currentLocation().getLineNr() + ":"
                            + parser.currentLocation().getColumnNr());
                }
            }
        }
        System.out.println(pointer.head() + " " + pointer.tail() + " " + pointer.last() + " " + pointer.append(JsonPointer.compile("/x~1y")));
    }

    private static void lenient() throws IOException {
        JsonFactory lenient = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        try (JsonParser parser = lenient.createParser("{a: 'x', /* note */ b: NaN, c: [1, 2,], // end\n}")) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                System.out.print(token + "(" + parser.getText() + ") ");
            }
            System.out.println();
        }
    }

    private static void mistakes() {
        for (String wrong : List.of("{\"a\": 1,}", "[1 2]", "{\"a\" 1}", "\"open", "[01]", "nul", "[1e]", "{\"a\":\"\\x\"}", "[1}", "")) {
            try {
                System.out.println(read(FACTORY.createParser(wrong)));
            } catch (JsonParseException e) {
                System.out.println(e.getOriginalMessage() + " at " + e.getLocation().getColumnNr());
            } catch (IOException | RuntimeException e) {
                System.out.println(e);
            }
        }
    }

    private static void large() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.writeStartArray();
            for (int i = 0; i < 2000; i++) {
                generator.writeStartObject();
                generator.writeNumberField("id", i);
                generator.writeNumberField("value", i / 8.0);
                generator.writeStringField("name", "sensor" + i % 10);
                generator.writeBinaryField("raw", new byte[] {(byte) i, (byte) (i >> 4), 3});
                generator.writeEndObject();
            }
            generator.writeEndArray();
        }
        double sum = 0;
        int bytes = 0;
        try (JsonParser parser = FACTORY.createParser(text.toString())) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
                    sum += parser.getDoubleValue();
                } else if (parser.currentToken() == JsonToken.VALUE_STRING && "raw".equals(parser.currentName())) {
                    bytes += parser.getBinaryValue().length;
                }
            }
        }
        System.out.println(text.getBuffer().length() + " " + sum + " " + bytes);
    }
}
