package ristretto.runtime;

import ristretto.runtime.platform.kernel.Startup;

/**
 * An image of several programs: which one runs is said by the first argument, or by the name of the process. The compiler writes the calls of these
 * methods.
 */
final class ProgramChoice {

    static boolean is(String[] arguments, String mainClass) {
        return arguments.length > 0 && arguments[0].equals(mainClass);
    }

    /** The arguments of the program itself. */
    static String[] rest(String[] arguments) {
        String[] rest = new String[arguments.length - 1];
        System.arraycopy(arguments, 1, rest, 0, rest.length);
        return rest;
    }

    /** Whether this is the process of that name, for an image that several processes share. */
    static boolean isProcess(String name) {
        return Startup.isNamed(name);
    }

    static void none(String[] arguments) {
        throw new IllegalArgumentException("the first argument names the program; "
                + (arguments.length == 0 ? "there is none" : "there is no " + arguments[0]));
    }

    private ProgramChoice() {}
}
