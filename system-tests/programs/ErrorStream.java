/** Standard error beside standard output. */
public class ErrorStream {
    public static void main(String[] args) {
        System.out.println("to output");
        System.err.println("to error");
        System.err.print(1);
        System.err.print(' ');
        System.err.printf("%d%%%n", 50);
        System.out.print("no line end");
        System.out.write('!');
        System.out.write('\n');
        System.out.flush();
        System.out.println(new char[] {'c', 'h', 'a', 'r', 's'});
        System.out.println((Object) null);
        System.out.append("appended").append('c').append("xyz", 1, 2).println();
    }
}
