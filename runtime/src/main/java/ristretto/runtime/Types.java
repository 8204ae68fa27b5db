package ristretto.runtime;

import ristretto.magic.Memory;
import ristretto.magic.ObjectLayout;

/** Subtype tests between classes that are only known at run time. Runs where nothing may be thrown. */
public final class Types {

    /** Whether objects of the class with the first descriptor are instances of the class with the second (JVM specification, instanceof). */
    public static boolean isInstance(long descriptor, long target) {
        long sub = descriptor;
        long wanted = target;
        while (sub != wanted) {
            long element = Memory.loadLong(sub + ObjectLayout.CLASS_ELEMENT);
            long wantedElement = Memory.loadLong(wanted + ObjectLayout.CLASS_ELEMENT);
            if (element == 0 || wantedElement == 0) {
                return extendsClass(sub, wanted) || implementsInterface(sub, wanted);
            }
            sub = element;
            wanted = wantedElement;
        }
        return true;
    }

    public static boolean haveSameClass(Object a, Object b) {
        return Memory.loadLong(Memory.addressOf(a)) == Memory.loadLong(Memory.addressOf(b));
    }

    private static boolean extendsClass(long descriptor, long wanted) {
        long superclass = descriptor;
        while (superclass != 0 && superclass != wanted) {
            superclass = Memory.loadLong(superclass + ObjectLayout.CLASS_SUPER);
        }
        return superclass == wanted;
    }

    private static boolean implementsInterface(long descriptor, long wanted) {
        long list = Memory.loadLong(descriptor + ObjectLayout.CLASS_INTERFACES);
        if (list == 0) {
            return false;
        }
        while (Memory.loadLong(list) != 0) {
            if (Memory.loadLong(list) == wanted) {
                return true;
            }
            list += 8;
        }
        return false;
    }

    private Types() {}
}
