package ristretto.processor;

import java.util.List;
import java.util.StringJoiner;
import ristretto.processor.ServiceModel.Method;

/** The class that hands what arrives at a server to an implementation. */
final class DispatcherSource {
    private DispatcherSource() {}

    static String of(ServiceModel model) {
        SourceText text = new SourceText();
        String dispatcher = model.name() + "Dispatcher";
        text.head(
                model,
                "ristretto.magic.CallRegisters",
                "ristretto.sdk.Handler",
                "ristretto.sdk.Immediate",
                "ristretto.sdk.Message",
                "ristretto.sdk.Request",
                "ristretto.sdk.Server",
                "ristretto.sdk.service.Answers",
                "ristretto.sdk.service.HandsOver",
                "ristretto.sdk.service.Words");
        text.line("/**");
        text.line(" * Hands calls of {@link " + model.name()
                + "} to an implementation, after it has checked all of their messages; what is wrong, and");
        text.line(
                " * what is no method of this version, is refused by the server. Written by Ristretto's annotation processor.");
        text.line(" */");
        text.line("public final class " + dispatcher + " implements Handler {");
        text.line("private final " + model.name() + " service;").line("");
        text.line("public " + dispatcher + "(" + model.name() + " service) {")
                .line("this.service = service;")
                .line("}");
        ofRegisters("serveRegisters", true, model, text);
        ofRegisters("serveLateRegisters", false, model, text);
        serve("serve", model, text);
        boolean returnsServices = model.methods().stream().anyMatch(Method::returnsService);
        boolean mayWait = model.methods().stream().anyMatch(method -> !method.immediate());
        if (returnsServices || mayWait) {
            text.line("").line("@Override").line("public void begin(Server server) {");
            if (returnsServices) {
                text.line("server.returnServices();");
            }
            if (mayWait) {
                text.line("server.serveLate();");
            }
            if (model.methods().stream().anyMatch(Method::takesRights)) {
                text.line("server.takeRights();");
            }
            text.line("}");
        }
        if (mayWait) {
            serve("serveLate", model, text);
            isAnsweredFirst(model, text);
        }
        for (int i = 0; i < model.methods().size(); i++) {
            method(model.methods().get(i), i, text);
        }
        text.records(model.methods().stream().flatMap(SourceText::shapes));
        return text.line("}").toString();
    }

    /** A method may wait only in {@code serveLate}. */
    private static void serve(String name, ServiceModel model, SourceText text) {
        text.line("").line("@Override").line("public void " + name + "(Request request) {");
        text.line("switch (request.label()) {");
        for (int i = 0; i < model.methods().size(); i++) {
            Method method = model.methods().get(i);
            boolean isLater = name.equals("serve") && !method.immediate();
            if (isLater || name.equals("serve") || !method.immediate()) {
                text.line("case " + SourceText.hexadecimal(method.number()) + " -> "
                        + (isLater ? "request.answerLater();" : method.name() + "_" + i + "(request);"));
            }
        }
        text.line("default -> {").line("// Left unanswered, it is refused.").line("}");
        text.line("}").line("}");
    }

    /** Where the server dies after it has answered, nobody calls again. */
    private static void isAnsweredFirst(ServiceModel model, SourceText text) {
        StringJoiner labels = new StringJoiner(" || ");
        for (Method method : model.methods()) {
            if (method.oneWay() && !method.idempotent()) {
                labels.add("label == " + SourceText.hexadecimal(method.number()));
            }
        }
        if (labels.length() > 0) {
            text.line("").line("@Override").line("public boolean isAnsweredFirst(Request request) {");
            text.line("int label = request.label();");
            text.line("return " + labels + ";").line("}");
        }
    }

    private static void method(Method method, int place, SourceText text) {
        text.line("");
        if (method.immediate()) {
            text.line("@Immediate");
        } else if (method.handsOver()) {
            text.line("@HandsOver");
        }
        text.line("private void " + method.name() + "_" + place + "(Request request) {");
        text.line("Message message = request.message();");
        StringJoiner arguments = new StringJoiner(", ", "(", ")");
        for (int i = 0; i < method.shapes().size(); i++) {
            text.line(method.shapes().get(i).type() + " " + method.parameters().get(i) + "_ = "
                    + method.shapes().get(i).get() + ";");
            arguments.add(method.parameters().get(i) + "_");
        }
        text.line("Words.end(message);");
        text.line("try {");
        String call = "service." + method.name() + arguments;
        if (method.result() == null) {
            text.line(call + ";");
            if (!method.oneWay()) {
                text.line("request.answer();");
            }
        } else {
            if (method.returnsService()) {
                text.line("ristretto.sdk.Lending.expectRoom(request);");
            }
            text.line(method.result().type() + " result = " + call + ";");
            text.line("request.answer();");
            text.line(
                    method.returnsService()
                            ? "ristretto.sdk.Lending.handOut(request, result, new "
                                    + method.result().type() + "Dispatcher(result));"
                            : method.result().put().formatted("result") + ";");
        }
        caught(method, text);
        if (method.oneWay()) {
            text.line("request.answer();");
        }
        text.line("}");
    }

    /** Those without a message; with one they are served too, if their tag is not just what is expected. */
    private static void ofRegisters(String name, boolean immediate, ServiceModel model, SourceText text) {
        if (model.methods().stream().noneMatch(method -> method.isOfRegisters() && method.immediate() == immediate)) {
            return;
        }
        text.line("").line("@Override");
        if (immediate) {
            text.line("@Immediate");
        }
        text.line("public long " + name + "(CallRegisters registers, Request request) {");
        for (Method method : model.methods()) {
            if (method.isOfRegisters() && method.immediate() == immediate) {
                text.line("if (registers.t1 == " + method.tag() + ") {");
                StringJoiner arguments = new StringJoiner(", ", "(", ")");
                for (int i = 0; i < method.shapes().size(); i++) {
                    Shape shape = method.shapes().get(i);
                    text.line(shape.type() + " " + method.parameters().get(i) + "_ = "
                            + shape.fromWord().formatted("registers.a" + i) + ";");
                    arguments.add(method.parameters().get(i) + "_");
                }
                text.line("try {");
                String call = "service." + method.name() + arguments;
                if (method.result() == null) {
                    text.line(call + ";");
                } else {
                    text.line(method.result().type() + " result = " + call + ";");
                    text.line("registers.a0 = " + method.result().toWord().formatted("result") + ";");
                }
                if (method.oneWay()) {
                    caught(method, text);
                    text.line("return 0;").line("}");
                    continue;
                }
                text.line("return " + method.resultWords() + ";");
                caught(method, text);
                text.line("return ANSWERED;").line("}");
            }
        }
        text.line("return UNSERVED;").line("}");
    }

    private static void caught(Method method, SourceText text) {
        if (method.oneWay()) {
            text.line("} catch (RuntimeException e) {")
                    .line("Answers.uncaught(e);")
                    .line("}");
            return;
        }
        text.line("} catch (" + (method.declared().isEmpty() ? "RuntimeException" : "Exception") + " e) {");
        text.line(failure(method.declared()));
        text.line("}");
    }

    /** An expression statement; the number of the first declared exception that it is, or that it is none. */
    private static String failure(List<String> declared) {
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < declared.size(); i++) {
            number.append("e instanceof ")
                    .append(declared.get(i))
                    .append(" ? ")
                    .append(i + 1)
                    .append(" : ");
        }
        return "Answers.thrown(request, " + number + "0, e);";
    }
}
