import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** Readers and writers over each other. */
public class Writers {
    public static void main(String[] args) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            writer.write("grüße\n");
            writer.write("\ud83d");
            writer.write("\ude00 €");
            writer.newLine();
        }
        System.out.println(bytes.size() + " " + bytes.toString(StandardCharsets.UTF_8));
        Reader reader = new InputStreamReader(new ByteArrayInputStream(bytes.toByteArray()), StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder();
        int c;
        while ((c = reader.read()) >= 0) {
            text.append((char) c).append('.');
        }
        System.out.println(text);
        StringWriter string = new StringWriter();
        PrintWriter printer = new PrintWriter(string);
        printer.printf("%s=%d%n", "x", 5);
        printer.println(2.5);
        printer.flush();
        System.out.print(string);
        PrintWriter toOutput = new PrintWriter(System.out);
        toOutput.println("buffered");
        toOutput.flush();
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(other, true, StandardCharsets.UTF_8);
        stream.println("ä" + 1 + 'c');
        System.out.println(other.size() + " " + other);
        char[] buffer = new char[4];
        int n = new StringReader("hello").read(buffer);
        System.out.println(n + new String(buffer, 0, n));
        PrintStream before = System.out;
        System.setOut(stream);
        System.out.print("captured");
        System.setOut(before);
        System.out.println(other);
    }
}
