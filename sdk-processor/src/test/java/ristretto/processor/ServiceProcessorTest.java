package ristretto.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the processor says about interfaces that cannot be services, and where. */
class ServiceProcessorTest {
    private static final String HEAD =
            "package p; import java.util.*; import java.io.*; import ristretto.sdk.*;\n@Service\n";

    @TempDir
    Path folder;

    /** Line and text of each error. */
    private List<String> errors(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///p/S.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        List<String> options =
                List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:full");
        JavaCompiler.CompilationTask task = compiler.getTask(null, null, diagnostics, options, null, List.of(file));
        task.setProcessors(List.of(new ServiceProcessor()));
        task.call();
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getLineNumber() + ": " + diagnostic.getMessage(null))
                .toList();
    }

    @Test
    void aGoodOneCompiles() {
        assertEquals(List.of(), errors(HEAD + """
                        public interface S {
                            @Immediate int f(int request, String message, long[] service, int e) throws IOException, FileNotFoundException, Exception;
                            @Immediate void g();
                            long[] waits(int later, String request, long[] message) throws IOException;
                            void waits();
                            @OneWay void goes(int message, String request, long[] name);
                            @OneWay @Idempotent void goes(int answer);
                            @Idempotent int lends(long call, Buffer message);
                            void lends(int answer, S request) throws IOException;
                            boolean lends(@ReadOnly Buffer late);
                            S opens(String message) throws IOException;
                            @Idempotent S opens(int answer, @ReadOnly Buffer result);
                            @Immediate int takes(S s, String name);
                            @Immediate int reads(int n, @ReadOnly Buffer b);
                            @Immediate void writes(Buffer message);
                            @Immediate S returns(String name) throws IOException;
                            @Immediate @Idempotent S returns(Buffer message, int answer);
                            @Immediate S returns(S request);
                        }"""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            public class S {} | 3: @Service: expected an interface, got class S
            public record S(int a) {} | 3: @Service: expected an interface, got record S
            public @interface S {} | 3: @Service: expected an interface, got annotation type S
            interface S { @Immediate void f(); } | 3: @Service: expected a public interface
            public interface S {} | 3: @Service: expected at least one method
            public interface S { default int f() { return 1; } } | 3: @Service: expected at least one method
            public interface S<T> { @Immediate void f(); } | 3: @Service: type parameters are not supported: client and server are compiled apart
            public interface S {\\n @Immediate <T> void f();} | 4: @Service: type parameters are not supported: client and server are compiled apart
            public interface S {\\n @Immediate void f(int a,\\n List<String> b);} | 5: @Service: java.util.List<java.lang.String> cannot travel in a message: expected boolean, a number, char, String, an enum, a record of these, or an array of a primitive type
            public interface S {\\n @Immediate Integer f();} | 4: @Service: java.lang.Integer cannot travel in a message: expected boolean, a number, char, String, an enum, a record of these, or an array of a primitive type
            public interface S {\\n @Immediate String[] f();} | 4: @Service: java.lang.String[] cannot travel in a message: expected an array of a primitive type
            public interface S {\\n @Immediate int[][] f();} | 4: @Service: int[][] cannot travel in a message: expected an array of a primitive type
            public interface S {\\n record R(int a, R b) {}\\n @Immediate void f(R r);} | 5: @Service: record p.S.R contains itself, so that its messages have no end
            public interface S {\\n record R(int a, Object b) {}\\n @Immediate void f(R r);} | 5: @Service: java.lang.Object cannot travel in a message: expected boolean, a number, char, String, an enum, a record of these, or an array of a primitive type
            public interface S {\\n record R<T>(T a) {}\\n @Immediate void f(R<String> r);} | 5: @Service: p.S.R<java.lang.String> cannot travel in a message: expected boolean, a number, char, String, an enum, a record of these, or an array of a primitive type
            public interface S {\\n @OneWay S f();} | 4: @OneWay: expected void, got p.S, for which the caller would have to wait
            public interface S {\\n record R(S s) {}\\n @Immediate R f();} | 5: @Service: p.S within a record: a service travels as an argument or a result of its own
            public interface S {\\n @Immediate S[] f();} | 4: @Service: p.S[] cannot travel in a message: expected an array of a primitive type
            public interface S {\\n @Immediate Runnable f();} | 4: @Service: java.lang.Runnable cannot travel in a message: expected boolean, a number, char, String, an enum, a record of these, or an array of a primitive type
            public interface S {\\n @Immediate void f(S a, int n,\\n S b);} | 5: @Service: expected one service or buffer among the arguments, got a and b
            public interface S {\\n @Immediate void f(Buffer a, int n,\\n S b);} | 5: @Service: expected one service or buffer among the arguments, got a and b
            public interface S {\\n @Immediate Buffer f();} | 4: @Service: a buffer travels as an argument, not as a result: it is lent for the time of a call
            public interface S {\\n record R(Buffer s) {}\\n @Immediate void f(R r);} | 5: @Service: ristretto.sdk.Buffer within a record: a buffer travels as an argument of its own
            public interface S {\\n void f(S a, int n,\\n @ReadOnly Buffer b);} | 5: @Service: expected one service or buffer among the arguments, got a and b
            public interface S {\\n record R(S s) {}\\n @Immediate void f(R r);} | 5: @Service: p.S within a record: a service travels as an argument or a result of its own
            public interface S {\\n @Immediate void f(S[] s);} | 4: @Service: p.S[] cannot travel in a message: expected an array of a primitive type
            public interface S {\\n @OneWay void f();\\n @OneWay int g();} | 5: @OneWay: expected void, got int, for which the caller would have to wait
            public interface S {\\n @OneWay void f() throws IOException;} | 4: @OneWay: throws java.io.IOException: expected no exception, as the caller does not wait for one
            public interface S {\\n @Immediate @OneWay void f();} | 4: @OneWay: f is @Immediate, too, whose callers wait for its end: leave out one of these
            public interface S {\\n @OneWay void f(int a,\\n Buffer b);} | 5: @OneWay: expected no service and no buffer, got b: they are lent for a call whose end the caller waits for
            public interface S {\\n @OneWay void f(\\n S s);} | 5: @OneWay: expected no service and no buffer, got s: they are lent for a call whose end the caller waits for
            public interface S {\\n @Immediate void f() throws OutOfMemoryError;} | 4: @Service: throws java.lang.OutOfMemoryError: expected an Exception
            public interface S {\\n @Immediate void f() throws java.util.concurrent.BrokenBarrierException;\\n @Immediate void g() throws java.util.concurrent.ExecutionException;} | 5: @Service: throws java.util.concurrent.ExecutionException: expected an exception with a public constructor of one String, its message
            """)
    void aMistakeIsAnErrorOnItsLine(String source, String error) {
        assertEquals(List.of(error), errors(HEAD + source.replace("\\n", "\n")));
    }

    @Test
    void aMessageHasAnEnd() {
        StringBuilder parameters = new StringBuilder("int a0");
        for (int i = 1; i < 121; i++) {
            parameters.append(", int a").append(i);
        }
        assertEquals(
                List.of("4: @Service: f needs more than 120 words of 8 bytes"),
                errors(HEAD + "public interface S {\n @Immediate void f(" + parameters + ");}"));
    }

    @Test
    void anInterfaceStandsAlone() {
        assertEquals(
                List.of("2: @Service: expected an interface of its own, got one within another type"),
                errors(
                        "package p; import ristretto.sdk.*; public class S {\n@Service public interface T { @Immediate void f(); } }"));
    }
}
