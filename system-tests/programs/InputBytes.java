// stdin: abc
// stdin: def ghi
import java.io.IOException;

/** Standard input byte by byte, then in blocks. */
public class InputBytes {
    public static void main(String[] args) throws IOException {
        int sum = 0;
        for (int i = 0; i < 4; i++) {
            int b = System.in.read();
            sum += b;
            System.out.print(b + " ");
        }
        System.out.println(sum);
        byte[] rest = System.in.readAllBytes();
        System.out.println(rest.length + " " + new String(rest, 0, rest.length - 1) + " " + System.in.read());
    }
}
