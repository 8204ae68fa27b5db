package ristretto.processor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import ristretto.processor.ServiceModel.Method;

/** What client and dispatcher have in common as source text: lines, indented by their braces. */
final class SourceText {
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    SourceText line(String line) {
        if (line.startsWith("}")) {
            depth--;
        }
        if (!line.isEmpty()) {
            text.append(INDENT.repeat(depth)).append(line);
        }
        text.append('\n');
        if (line.endsWith("{")) {
            depth++;
        }
        return this;
    }

    void head(ServiceModel model, String... imports) {
        if (!model.packageName().isEmpty()) {
            line("package " + model.packageName() + ";").line("");
        }
        for (String name : imports) {
            line("import " + name + ";");
        }
        line("");
    }

    /** Methods that write and read the records of all messages. */
    void records(Stream<Shape> shapes) {
        Map<String, Shape.Part> parts = new LinkedHashMap<>();
        shapes.flatMap(shape -> shape.parts().stream()).forEach(part -> parts.put(part.type(), part));
        for (Shape.Part part : parts.values()) {
            line("");
            line("private static void put_" + part.method() + "(Message message, " + part.type() + " value) {");
            for (int i = 0; i < part.components().size(); i++) {
                line(part.shapes()
                                .get(i)
                                .put()
                                .formatted("value." + part.components().get(i) + "()") + ";");
            }
            line("}").line("");
            line("private static " + part.type() + " get_" + part.method() + "(Message message) {");
            StringJoiner values = new StringJoiner(", ");
            for (int i = 0; i < part.components().size(); i++) {
                line(part.shapes().get(i).type() + " c" + i + " = "
                        + part.shapes().get(i).get() + ";");
                values.add("c" + i);
            }
            line("return new " + part.type() + "(" + values + ");");
            line("}");
        }
    }

    static Stream<Shape> shapes(Method method) {
        return Stream.concat(method.shapes().stream(), Stream.ofNullable(method.result()));
    }

    static String hexadecimal(int number) {
        return "0x%04x_%04x".formatted(number >>> 16, number & 0xffff);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
