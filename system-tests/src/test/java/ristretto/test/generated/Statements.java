package ristretto.test.generated;

import java.util.ArrayList;
import java.util.List;

/** Random statements. Every loop turns a fixed number of times and takes fuel; whatever is thrown is caught by someone. */
final class Statements {
    private final Choice choice;
    private final Scope scope;
    private final Expressions expressions;
    private final StringBuilder text;
    private final Kind result;
    private final List<String> labels = new ArrayList<>();
    private int indentation;
    private int left;

    /**
     * @param result what the method returns; null: nothing
     * @param size how many statements at the most
     */
    Statements(Choice choice, Scope scope, Expressions expressions, StringBuilder text, Kind result, int size) {
        this.choice = choice;
        this.scope = scope;
        this.expressions = expressions;
        this.text = text;
        this.result = result;
        this.left = size;
        this.indentation = 2;
    }

    private void line(String code) {
        text.append("    ".repeat(indentation)).append(code).append('\n');
    }

    /** A block's inside; whether control may reach its end. */
    boolean block(int depth) {
        int mark = scope.open();
        indentation++;
        boolean goesOn = true;
        int count = choice.between(1, 4);
        for (int i = 0; i < count && goesOn && left > 0; i++) {
            left--;
            goesOn = statement(depth);
        }
        indentation--;
        scope.close(mark);
        return goesOn;
    }

    /** Writes one; whether control may go on behind it. */
    boolean statement(int depth) {
        int kind = choice.below(depth <= 0 ? 10 : 20);
        switch (kind) {
            case 0, 1, 2 -> declare(depth);
            case 3, 4, 5 -> assign();
            case 6 -> line("print(" + printable() + ");");
            case 7 -> element();
            case 8 -> increment();
            case 9 -> collections();
            case 10, 11 -> {
                return choose(depth);
            }
            case 12, 13 -> loop(depth);
            case 14 -> {
                return catching(depth);
            }
            case 15 -> {
                return switchOnInt(depth);
            }
            case 16 -> patterns(depth);
            case 17 -> {
                return leave();
            }
            case 18 -> line("synchronizedly(() -> print(" + captured() + "));");
            default -> lambda(depth);
        }
        return true;
    }

    private String printable() {
        return expressions.of(
                choice.any(
                        Kind.INT,
                        Kind.LONG,
                        Kind.DOUBLE,
                        Kind.FLOAT,
                        Kind.STRING,
                        Kind.BOOLEAN,
                        Kind.PAIR,
                        Kind.CHAR,
                        Kind.COLOR),
                3);
    }

    private String captured() {
        List<Scope.Variable> all = scope.captureOnly();
        String value = expressions.of(choice.any(Kind.INT, Kind.STRING, Kind.LONG), 2);
        scope.restore(all);
        return value;
    }

    private void declare(int depth) {
        Kind kind = choice.any(Kind.values());
        boolean isFinal = choice.percent(30);
        String value = expressions.of(kind, 3);
        String name = scope.fresh("v");
        line((isFinal ? "final " : "") + kind.type + " " + name + " = " + value + ";");
        scope.add(name, kind, !isFinal, isFinal);
    }

    private void assign() {
        List<Scope.Variable> variables = scope.assignable();
        if (variables.isEmpty()) {
            return;
        }
        Scope.Variable variable = choice.of(variables);
        if (variable.kind().isWhole() && choice.percent(40)) {
            String operator = choice.any("+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", ">>>=");
            line(variable.name() + " " + operator + " " + expressions.of(choice.any(Kind.INT, Kind.LONG), 2) + ";");
        } else if (variable.kind() == Kind.STRING && choice.percent(40)) {
            line(variable.name() + " = cut(" + variable.name() + " + " + expressions.of(Kind.INT, 2) + ");");
        } else {
            line(variable.name() + " = " + expressions.of(variable.kind(), 3) + ";");
        }
    }

    private void increment() {
        List<Scope.Variable> variables = scope.assignable().stream()
                .filter(variable -> variable.kind().isNumber())
                .toList();
        if (!variables.isEmpty()) {
            String name = choice.of(variables).name();
            line(choice.any(name + "++", name + "--", "++" + name) + ";");
        }
    }

    private void element() {
        Kind kind = choice.any(Kind.INTS, Kind.LONGS, Kind.BYTES, Kind.DOUBLES, Kind.CHARS, Kind.STRINGS);
        String array = expressions.of(kind, 0);
        if (!Character.isLetter(array.charAt(0))) {
            return;
        }
        String index = choice.percent(90) ? "" + choice.below(4) : expressions.of(Kind.INT, 2);
        boolean isCompound = kind.element().isWhole() && choice.percent(40);
        line(array + "[" + index + "] " + (isCompound ? choice.any("+=", "^=", "<<=") : "=") + " "
                + expressions.of(isCompound ? Kind.INT : kind.element(), 2) + ";");
    }

    private void collections() {
        if (choice.percent(50)) {
            String list = expressions.of(Kind.LIST, 0);
            line(choice.any(
                    list + ".add(" + expressions.of(Kind.INT, 2) + ");",
                    "Collections.sort(" + list + ");",
                    "print(" + list + ".stream().mapToInt(i -> i).filter(i -> i % 2 == 0).sum());",
                    "print(" + list + ");"));
        } else {
            String map = expressions.of(Kind.MAP, 0);
            line(choice.any(
                    map + ".merge(" + expressions.of(Kind.STRING, 2) + ", " + expressions.of(Kind.INT, 1)
                            + ", Integer::sum);",
                    map + ".remove(" + expressions.of(Kind.STRING, 1) + ");",
                    "print(" + map + ");"));
        }
    }

    private boolean choose(int depth) {
        line("if (" + expressions.bool(3) + ") {");
        boolean goesOn = block(depth - 1);
        if (choice.percent(50)) {
            line("} else {");
            goesOn |= block(depth - 1);
            line("}");
            return goesOn;
        }
        line("}");
        return true;
    }

    private void loop(int depth) {
        String counter = scope.fresh("i");
        int turns = choice.between(1, 9);
        String label = choice.percent(40) ? scope.fresh("loop") : null;
        String head = label == null ? "" : label + ": ";
        int mark = scope.open();
        switch (choice.below(4)) {
            case 0 ->
                line(head + "for (int " + counter + " = " + turns + "; " + counter + " > 0; " + counter + "--) {");
            case 1 -> {
                String array = expressions.of(Kind.INTS, 1);
                line(head + "for (int " + counter + " : " + array + ") {");
            }
            default ->
                line(head + "for (int " + counter + " = 0; " + counter + " < " + turns + "; " + counter + "++) {");
        }
        scope.add(counter, Kind.INT, false, false);
        if (label != null) {
            labels.add(label);
        }
        text.append("    ".repeat(indentation + 1)).append("burn();\n");
        block(depth - 1);
        if (choice.percent(20)) {
            line("    if (" + expressions.bool(2) + ") { " + choice.any("break", "continue")
                    + (label != null && choice.percent(50) ? " " + label : "") + "; }");
        }
        if (label != null) {
            labels.removeLast();
        }
        scope.close(mark);
        line("}");
    }

    private boolean catching(int depth) {
        line("try {");
        boolean goesOn = block(depth - 1);
        boolean catches = choice.percent(85);
        if (catches) {
            String type = choice.any(
                    "RuntimeException",
                    "ArithmeticException",
                    "ArrayIndexOutOfBoundsException",
                    "NullPointerException | ClassCastException",
                    "IndexOutOfBoundsException",
                    "Failure");
            String name = scope.fresh("e");
            line("} catch (" + type + " " + name + ") {");
            line("    print(\"caught \" + what(" + name + "));");
            goesOn |= block(depth - 1);
        }
        if (!catches || choice.percent(40)) {
            line("} finally {");
            boolean ends = block(depth - 1);
            line("}");
            return goesOn && ends;
        }
        line("}");
        return goesOn;
    }

    private boolean switchOnInt(int depth) {
        boolean onText = choice.percent(30);
        boolean arrows = choice.percent(50);
        line("switch (" + (onText ? expressions.of(Kind.STRING, 2) : expressions.of(Kind.INT, 2) + " & 7") + ") {");
        List<String> cases = onText ? List.of("\"a\"", "\"abc\"", "\"12\"") : List.of("0", "1", "3", "6");
        boolean goesOn = false;
        for (String each : cases) {
            line("    case " + each + (arrows ? " -> {" : ": {"));
            boolean falls = block(depth - 1);
            goesOn |= falls;
            line("    }");
            if (!arrows && falls && choice.percent(60)) {
                line("    break;");
            }
        }
        line("    default" + (arrows ? " -> {" : ": {"));
        goesOn |= block(depth - 1);
        line("    }");
        line("}");
        return true;
    }

    private void patterns(int depth) {
        String name = scope.fresh("o");
        line("switch (" + expressions.of(Kind.OBJECT, 2) + ") {");
        line("    case null -> print(\"null\");");
        line("    case Integer " + name + " when " + name + " > 3 -> print(" + name + " + 1);");
        line("    case Integer " + name + " -> print(-" + name + ");");
        line("    case String " + name + " -> print(" + name + ".length());");
        line("    case Pair(int " + name + ", String " + name + "t) when " + name + " != 0 -> print(" + name + "t + "
                + name + ");");
        line("    case Node " + name + " -> print(" + name + ".value(1));");
        line("    case Color " + name + " -> print(" + name + ");");
        line("    default -> print(\"other\");");
        line("}");
    }

    private boolean leave() {
        if (choice.percent(50)) {
            return true;
        }
        if (!labels.isEmpty() && choice.percent(40)) {
            line("if (" + expressions.bool(1) + ") { " + choice.any("break ", "continue ") + choice.of(labels) + "; }");
            return true;
        }
        if (choice.percent(30)) {
            line("if (" + expressions.bool(2) + ") { throw new Failure(" + expressions.of(Kind.STRING, 2) + "); }");
            return true;
        }
        line("if (" + expressions.bool(2) + ") { return" + (result == null ? "" : " " + expressions.of(result, 2))
                + "; }");
        return true;
    }

    private void lambda(int depth) {
        String name = scope.fresh("f");
        List<Scope.Variable> all = scope.captureOnly();
        String parameter = scope.fresh("p");
        scope.add(parameter, Kind.INT, false, false);
        String body = expressions.of(Kind.INT, 3);
        scope.restore(all);
        line("final IntUnaryOperator " + name + " = " + parameter + " -> " + body + ";");
        scope.add(name, Kind.FUNCTION, false, true);
    }
}
