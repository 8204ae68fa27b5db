package ristretto.runtime;

import ristretto.magic.Rare;

/**
 * The text of a ClassCastException, as HotSpot words it: both classes, and where each comes from. Whether a class is of
 * the JDK or of the application is told by its name, because there is no other module and no class loader.
 */
@Rare
final class CastMessage {

    static String of(String from, String to) {
        StringBuilder text = new StringBuilder(160);
        text.append("class ")
                .append(from)
                .append(" cannot be cast to class ")
                .append(to)
                .append(" (");
        boolean fromJdk = isOfJdk(from);
        boolean toJdk = isOfJdk(to);
        if (fromJdk == toJdk) {
            text.append(from)
                    .append(" and ")
                    .append(to)
                    .append(
                            fromJdk
                                    ? " are in module java.base of loader 'bootstrap'"
                                    : " are in unnamed module of loader 'app'");
        } else {
            text.append(from).append(place(fromJdk)).append("; ").append(to).append(place(toJdk));
        }
        return text.append(')').toString();
    }

    private static String place(boolean jdk) {
        return jdk ? " is in module java.base of loader 'bootstrap'" : " is in unnamed module of loader 'app'";
    }

    private static boolean isOfJdk(String className) {
        String name = className.substring(className.lastIndexOf('[') + 1);
        boolean isObject = className.length() == name.length();
        if (!isObject && name.charAt(0) != 'L') {
            return true;
        }
        String element = isObject ? name : name.substring(1);
        return element.startsWith("java.") || element.startsWith("jdk.") || element.startsWith("sun.");
    }

    private CastMessage() {}
}
