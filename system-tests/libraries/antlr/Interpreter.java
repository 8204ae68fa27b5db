import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStreamRewriter;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.ParseTreeWalker;
import org.antlr.v4.runtime.tree.xpath.XPath;

// library: org.antlr:antlr4-runtime
/** A small language: its generated parser, a visitor that runs it, a listener, error recovery, and rewriting of the text. */
public class Interpreter extends ExpressionBaseVisitor<Double> {
    private static final String PROGRAM = """
            # greatest common divisor and a few powers
            a = 1071; b = 462;
            while b > 0 { rest = a % b; a = b; b = rest; }
            print a;
            größe = 2 ^ 3 ^ 2 - -4 * (1 + 2) / 8;
            print größe;
            if größe == 513.5 { print max(1, 7, 3); } else { print 0; }
            n = 0; sum = 0;
            while n < 50 { n = n + 1; if n % 3 == 0 { sum = sum + n; } }
            print sum;
            """;

    private final Map<String, Double> variables = new TreeMap<>();

    public static void main(String[] arguments) {
        ExpressionParser parser = parser(PROGRAM, new ArrayList<>());
        ExpressionParser.ProgramContext tree = parser.program();
        System.out.println(tree.toStringTree(parser).length() + " " + tree.statement(0).toStringTree(parser));
        Interpreter interpreter = new Interpreter();
        interpreter.visit(tree);
        System.out.println(interpreter.variables);
        listen(tree);
        for (ParseTree found : XPath.findAll(tree, "//block/statement/expression", parser)) {
            System.out.print(found.getText() + " | ");
        }
        System.out.println();
        tokens();
        rewrite();
        mistakes();
        modes();
    }

    private static ExpressionParser parser(String text, List<String> errors) {
        BaseErrorListener listener = new BaseErrorListener() {
            @Override
            public void syntaxError(Recognizer<?, ?> recognizer, Object symbol, int line, int column, String message, RecognitionException e) {
                errors.add(line + ":" + column + " " + message);
            }
        };
        ExpressionLexer lexer = new ExpressionLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        lexer.addErrorListener(listener);
        ExpressionParser parser = new ExpressionParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.addErrorListener(listener);
        return parser;
    }

    private static void listen(ParseTree tree) {
        Map<String, Integer> rules = new TreeMap<>();
        ParseTreeWalker.DEFAULT.walk(new ExpressionBaseListener() {
            @Override
            public void enterEveryRule(org.antlr.v4.runtime.ParserRuleContext context) {
                rules.merge(ExpressionParser.ruleNames[context.getRuleIndex()], 1, Integer::sum);
            }
        }, tree);
        System.out.println(rules);
    }

    private static void tokens() {
        CommonTokenStream tokens = new CommonTokenStream(new ExpressionLexer(CharStreams.fromString("x = 1; # note\nprint x")));
        tokens.fill();
        for (Token token : tokens.getTokens()) {
            System.out.print(ExpressionLexer.VOCABULARY.getDisplayName(token.getType()) + "@" + token.getLine() + ":" + token.getCharPositionInLine() + " ");
        }
        System.out.println(tokens.getHiddenTokensToRight(3));
    }

    private static void rewrite() {
        CommonTokenStream tokens = new CommonTokenStream(new ExpressionLexer(CharStreams.fromString("a = 1; print a ;")));
        ExpressionParser parser = new ExpressionParser(tokens);
        TokenStreamRewriter rewriter = new TokenStreamRewriter(tokens);
        for (ExpressionParser.StatementContext statement : parser.program().statement()) {
            rewriter.insertBefore(statement.getStart(), "/*s*/ ");
            rewriter.replace(statement.getStop(), "!");
        }
        System.out.println(rewriter.getText());
    }

    private static void mistakes() {
        for (String wrong : List.of("a = ;", "print 1 +;", "a = 1", "while { }", "a = 1 $ 2;", "if 1 { print 2; } else", ")", "print f(1,;")) {
            List<String> errors = new ArrayList<>();
            ExpressionParser parser = parser(wrong, errors);
            String tree = parser.program().toStringTree(parser);
            System.out.println(errors + " " + tree);
        }
        ExpressionParser bailing = parser("print ;", new ArrayList<>());
        bailing.setErrorHandler(new BailErrorStrategy());
        try {
            bailing.program();
        } catch (ParseCancellationException e) {
            System.out.println("given up: " + e.getCause().getClass().getSimpleName());
        }
    }

    private static void modes() {
        ExpressionParser parser = parser("x = 1 + 2 * 3 ^ 4 < 5 == 6;".repeat(50), new ArrayList<>());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        System.out.println(parser.program().getText().length() + " " + parser.getNumberOfSyntaxErrors());
    }

    @Override
    public Double visitAssign(ExpressionParser.AssignContext context) {
        variables.put(context.NAME().getText(), visit(context.expression()));
        return null;
    }

    @Override
    public Double visitPrint(ExpressionParser.PrintContext context) {
        System.out.println(visit(context.expression()));
        return null;
    }

    @Override
    public Double visitLoop(ExpressionParser.LoopContext context) {
        while (visit(context.expression()) != 0) {
            visit(context.block());
        }
        return null;
    }

    @Override
    public Double visitChoice(ExpressionParser.ChoiceContext context) {
        if (visit(context.expression()) != 0) {
            visit(context.block(0));
        } else if (context.block(1) != null) {
            visit(context.block(1));
        }
        return null;
    }

    @Override
    public Double visitPower(ExpressionParser.PowerContext context) {
        return Math.pow(visit(context.expression(0)), visit(context.expression(1)));
    }

    @Override
    public Double visitNegate(ExpressionParser.NegateContext context) {
        return -visit(context.expression());
    }

    @Override
    public Double visitMultiply(ExpressionParser.MultiplyContext context) {
        double left = visit(context.expression(0));
        double right = visit(context.expression(1));
        return switch (context.operator.getText()) {
            case "*" -> left * right;
            case "/" -> left / right;
            default -> left % right;
        };
    }

    @Override
    public Double visitAdd(ExpressionParser.AddContext context) {
        double left = visit(context.expression(0));
        double right = visit(context.expression(1));
        return context.operator.getText().equals("+") ? left + right : left - right;
    }

    @Override
    public Double visitCompare(ExpressionParser.CompareContext context) {
        double order = visit(context.expression(0)).compareTo(visit(context.expression(1)));
        boolean holds = switch (context.operator.getText()) {
            case "<" -> order < 0;
            case ">" -> order > 0;
            default -> order == 0;
        };
        return holds ? 1.0 : 0.0;
    }

    @Override
    public Double visitCall(ExpressionParser.CallContext context) {
        return context.expression().stream().map(this::visit).max(Double::compare).orElseThrow();
    }

    @Override
    public Double visitGroup(ExpressionParser.GroupContext context) {
        return visit(context.expression());
    }

    @Override
    public Double visitNumber(ExpressionParser.NumberContext context) {
        return Double.valueOf(context.getText());
    }

    @Override
    public Double visitVariable(ExpressionParser.VariableContext context) {
        return variables.get(context.getText());
    }
}
