// args: one two-and-three 4 x=y
/** What the command line says. */
public class ArgumentsProgram {
    public static void main(String[] args) {
        System.out.println(args.length);
        for (String argument : args) {
            System.out.println(argument + " " + argument.length());
        }
        System.out.println(Integer.parseInt(args[2]) * 2);
    }
}
