package ristretto.processor;

import java.util.StringJoiner;
import ristretto.processor.ServiceModel.Method;

/** The class by which other processes call a service. */
final class ClientSource {
    /** What names of variants that do not wait end with. */
    private static final String ASYNC = "Async";

    private ClientSource() {}

    static String of(ServiceModel model) {
        SourceText text = new SourceText();
        String client = model.name() + "Client";
        text.head(
                model,
                "ristretto.magic.CallRegisters",
                "ristretto.sdk.Connection",
                "ristretto.sdk.Immediate",
                "ristretto.sdk.Message",
                "ristretto.sdk.service.Asynchronous",
                "ristretto.sdk.service.HandsOver",
                "ristretto.sdk.service.ServiceClient",
                "ristretto.sdk.service.Transport",
                "ristretto.sdk.service.Words");
        text.line("/** Calls a service {@link " + model.name()
                + "} in another process. Written by Ristretto's annotation processor. */");
        text.line("public final class " + client + " extends ServiceClient implements " + model.name() + " {");
        text.line("public " + client + "(Transport transport) {")
                .line("super(transport);")
                .line("}");
        text.line("");
        text.line("/** Of the service that the system description lets this process use under this name. */");
        text.line("public static " + client + " to(String service) {");
        text.line("return new " + client + "(Connection.to(service));").line("}");
        for (Method method : model.methods()) {
            method(model, method, text);
            if (!method.immediate() && !method.oneWay() && model.isFree(method.name() + ASYNC)) {
                asynchronous(model, method, text);
            }
        }
        text.records(model.methods().stream().flatMap(SourceText::shapes));
        return text.line("}").toString();
    }

    /** The variant that does not wait, of a method that may. */
    private static void asynchronous(ServiceModel model, Method method, SourceText text) {
        StringJoiner parameters = new StringJoiner(", ", "(", ")");
        StringJoiner arguments = new StringJoiner(", ", "(", ")");
        for (int i = 0; i < method.parameters().size(); i++) {
            parameters.add(
                    method.shapes().get(i).type() + " " + method.parameters().get(i) + "_");
            arguments.add(method.parameters().get(i) + "_");
        }
        String result = method.result() == null ? "Void" : boxed(method.result().type());
        text.line("");
        text.line("/** {@link " + model.name() + "#" + method.name() + "}, for which the caller does not wait. */");
        text.line("public java.util.concurrent.CompletableFuture<" + result + "> " + method.name() + ASYNC + parameters
                + " {");
        if (method.result() == null) {
            text.line("return Asynchronous.call(() -> {");
            text.line(method.name() + arguments + ";").line("return null;").line("});");
        } else {
            text.line("return Asynchronous.call(() -> " + method.name() + arguments + ");");
        }
        text.line("}");
    }

    private static String boxed(String type) {
        return switch (type) {
            case "boolean" -> "Boolean";
            case "byte" -> "Byte";
            case "short" -> "Short";
            case "char" -> "Character";
            case "int" -> "Integer";
            case "long" -> "Long";
            case "float" -> "Float";
            case "double" -> "Double";
            default -> type;
        };
    }

    private static void method(ServiceModel model, Method method, SourceText text) {
        StringJoiner parameters = new StringJoiner(", ", "(", ")");
        for (int i = 0; i < method.parameters().size(); i++) {
            parameters.add(
                    method.shapes().get(i).type() + " " + method.parameters().get(i) + "_");
        }
        String result = method.result() == null ? "void" : method.result().type();
        String declared = method.declared().isEmpty() ? "" : " throws " + String.join(", ", method.declared());
        text.line("").line("@Override");
        if (method.immediate()) {
            text.line("@Immediate");
        } else if (method.handsOver()) {
            text.line("@HandsOver");
        }
        text.line("public " + result + " " + method.name() + parameters + declared + " {");
        String name = "\"" + model.name() + "." + method.name() + "\"";
        if (method.isOfRegisters() && !method.oneWay()) {
            ofRegisters(method, name, text);
            return;
        }
        // What returns a service goes by a message, for which all threads wait.
        boolean isLate = !method.immediate() && !method.returnsService();
        text.line("Message message = " + (isLate ? "beginLate(" : "begin(") + SourceText.hexadecimal(method.number())
                + ");");
        for (int i = 0; i < method.parameters().size(); i++) {
            text.line(method.shapes().get(i).put().formatted(method.parameters().get(i) + "_") + ";");
        }
        if (method.oneWay()) {
            text.line("send(message, " + name + ", " + method.idempotent() + ");");
            text.line("done(message);").line("}");
            return;
        }
        String late = method.takesRights() ? "callLending(message, " : "callLate(message, ";
        String call = isLate ? late : method.returnsService() ? "callForService(" : "call(";
        call += name + ", " + method.idempotent() + ");";
        int buffer = isLate ? -1 : buffer(method);
        if (buffer >= 0) {
            text.line("int answer;").line("try {");
            text.line("answer = " + call);
            text.line("} finally {");
            text.line("ristretto.sdk.Lending.end(" + method.parameters().get(buffer) + "_);")
                    .line("}");
        } else {
            text.line("int answer = " + call);
        }
        failures(method, name, text);
        if (method.returnsService()) {
            // What is not an answer as it should be brings nothing that would have to be given back.
            text.line("Words.end(message);");
            text.line("return alike(new " + result + "Client(ristretto.sdk.Lending.take(message)));")
                    .line("}");
            return;
        }
        if (method.result() != null) {
            text.line(result + " result = " + method.result().get() + ";");
        }
        text.line("Words.end(message);");
        if (isLate) {
            text.line("done(message);");
        }
        if (method.result() != null) {
            text.line("return result;");
        }
        text.line("}");
    }

    /** Which parameter it is, -1: none. */
    private static int buffer(Method method) {
        for (int i = 0; i < method.shapes().size(); i++) {
            if (method.shapes().get(i).isBuffer()) {
                return i;
            }
        }
        return -1;
    }

    /** Arguments and result go by registers, without a message. */
    private static void ofRegisters(Method method, String name, SourceText text) {
        text.line("CallRegisters words = registers();");
        for (int i = 0; i < method.shapes().size(); i++) {
            String word = method.shapes()
                    .get(i)
                    .toWord()
                    .formatted(method.parameters().get(i) + "_");
            text.line("words.a" + i + " = " + word + ";");
        }
        text.line("int answer = " + (method.immediate() ? "callRegisters(" : "callLateRegisters(") + name + ", "
                + method.tag() + ", " + method.resultWords() + ");");
        failures(method, name, text);
        if (method.result() != null) {
            text.line("return " + method.result().fromWord().formatted("words.a0") + ";");
        }
        text.line("}");
    }

    private static void failures(Method method, String name, SourceText text) {
        for (int i = 0; i < method.declared().size(); i++) {
            text.line("if (answer == " + (i + 1) + ") {");
            String reason = method.immediate() || method.returnsService() ? "reason()" : "reason(message)";
            text.line("throw new " + method.declared().get(i) + "(" + reason + ");")
                    .line("}");
        }
        text.line("expectResult(" + name + ", answer);");
    }
}
