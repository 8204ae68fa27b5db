import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

// library: com.google.code.gson:gson
/** JSON as trees, as streams, and by type adapters that the program writes itself, so that no reflection is needed. */
public class Trees {
    private record Reading(String sensor, double value, long at, List<String> tags) {}

    private static final class ReadingAdapter extends TypeAdapter<Reading> {
        @Override
        public void write(JsonWriter out, Reading reading) throws IOException {
            out.beginObject().name("sensor").value(reading.sensor()).name("value").value(reading.value()).name("at").value(reading.at());
            out.name("tags").beginArray();
            for (String tag : reading.tags()) {
                out.value(tag);
            }
            out.endArray().endObject();
        }

        @Override
        public Reading read(JsonReader in) throws IOException {
            String sensor = null;
            double value = Double.NaN;
            long at = 0;
            List<String> tags = new ArrayList<>();
            in.beginObject();
            while (in.hasNext()) {
                switch (in.nextName()) {
                    case "sensor" -> sensor = in.nextString();
                    case "value" -> value = in.nextDouble();
                    case "at" -> at = in.nextLong();
                    case "tags" -> {
                        in.beginArray();
                        while (in.peek() != JsonToken.END_ARRAY) {
                            tags.add(in.nextString());
                        }
                        in.endArray();
                    }
                    default -> in.skipValue();
                }
            }
            in.endObject();
            return new Reading(sensor, value, at, tags);
        }
    }

    public static void main(String[] arguments) throws IOException {
        trees();
        built();
        streams();
        adapters();
        mistakes();
    }

    private static void trees() {
        JsonElement tree = JsonParser.parseString("{\"a\": [1, 2.50, -0, 1e3, \"x\\u00e4\\n\", null, true], \"b\": {\"c\": {}}, \"big\": 123456789012345678901}");
        JsonObject object = tree.getAsJsonObject();
        System.out.println(tree);
        System.out.println(object.keySet() + " " + object.getAsJsonArray("a").size() + " " + object.get("big").getAsBigInteger());
        for (JsonElement each : object.getAsJsonArray("a")) {
            System.out.println(each + " " + each.isJsonPrimitive() + " " + (each instanceof JsonPrimitive p && p.isNumber() ? p.getAsNumber().doubleValue() : "-"));
        }
        JsonObject copy = object.deepCopy();
        copy.remove("b");
        copy.getAsJsonArray("a").set(0, new JsonPrimitive('c'));
        System.out.println(copy.equals(object) + " " + copy + " " + (object.hashCode() == JsonParser.parseString(object.toString()).hashCode()));
    }

    private static void built() {
        JsonObject object = new JsonObject();
        object.addProperty("text", "quote \" < > & ' \u2028");
        object.addProperty("number", 12.5f);
        object.add("none", JsonNull.INSTANCE);
        JsonArray list = new JsonArray();
        for (int i = 0; i < 5; i++) {
            list.add(i * i);
        }
        object.add("list", list);
        System.out.println(object + " " + list.contains(new JsonPrimitive(16)) + " " + list.get(3).getAsByte());
    }

    private static void streams() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = new JsonWriter(text)) {
            writer.setIndent("  ");
            writer.setSerializeNulls(false);
            writer.beginObject().name("skipped").nullValue().name("values").beginArray().value(1).value(2.5).value(true).value("s").endArray().name("o").beginObject().endObject().endObject();
        }
        System.out.println(text);
        JsonReader reader = new JsonReader(new StringReader("// comment\n{a: 'single'; b = [1,2,,], \"c\": NaN}"));
        reader.setStrictness(Strictness.LENIENT);
        StringBuilder seen = new StringBuilder();
        for (JsonToken token = reader.peek(); token != JsonToken.END_DOCUMENT; token = reader.peek()) {
            seen.append(token).append('@').append(reader.getPath()).append(' ');
            switch (token) {
                case BEGIN_OBJECT -> reader.beginObject();
                case END_OBJECT -> reader.endObject();
                case BEGIN_ARRAY -> reader.beginArray();
                case END_ARRAY -> reader.endArray();
                case NAME -> seen.append(reader.nextName()).append(' ');
                case NULL -> reader.nextNull();
                default -> seen.append(reader.nextString()).append(' ');
            }
        }
        System.out.println(seen);
    }

    private static void adapters() throws IOException {
        TypeAdapter<Reading> adapter = new ReadingAdapter().nullSafe();
        Reading reading = new Reading("valve-7", 73.5, 1767436500000L, List.of("hot", "ä"));
        String json = adapter.toJson(reading);
        System.out.println(json + " " + adapter.fromJson(json).equals(reading) + " " + adapter.toJson(null) + " " + adapter.toJsonTree(reading).getAsJsonObject().get("value"));
        System.out.println(adapter.fromJson("{\"extra\": [{\"deep\": [1, {}]}], \"sensor\": \"s\", \"value\": \"4.5\"}"));
    }


    private static void mistakes() {
        for (String wrong : List.of("{\"a\" 1}", "[1, 2", "{\"a\":1}}", "\"open", "[01]", "{\"a\":1,\"a\":2}", "nope", "[1e]", "", "[NaN]")) {
            try {
                System.out.println(JsonParser.parseReader(strict(wrong)));
            } catch (JsonParseException e) {
                System.out.println(e.getMessage());
            }
        }
        try {
            JsonParser.parseString("[1]").getAsJsonObject();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
    }

    private static JsonReader strict(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        return reader;
    }
}
