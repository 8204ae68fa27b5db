package ristretto.runtime;

import ristretto.magic.Rare;

/**
 * The text of a ClassCastException, as HotSpot words it: both classes, and where each comes from. Whether a class is of
 * the JDK or of the application is told by its name, because there is no other module and no class loader.
 */
@Rare
final class CastMessage {

    private static final String IN_JDK = " in module java.base of loader 'bootstrap'";
    private static final String IN_APPLICATION = " in unnamed module of loader 'app'";

    static String of(String from, String to) {
        Text text = new Text();
        text.put("class ")
                .put(from)
                .put(" cannot be cast to class ")
                .put(to)
                .put(" (")
                .put(from);
        boolean fromJdk = isOfJdk(from);
        boolean toJdk = isOfJdk(to);
        if (fromJdk == toJdk) {
            text.put(" and ").put(to).put(" are");
        } else {
            text.put(" is").put(place(fromJdk)).put("; ").put(to).put(" is");
        }
        return text.put(place(toJdk)).put(")").toString();
    }

    private static String place(boolean jdk) {
        return jdk ? IN_JDK : IN_APPLICATION;
    }

    private static boolean isOfJdk(String className) {
        int start = 0;
        while (Text.at(className, start) == '[') {
            start++;
        }
        if (start > 0 && Text.at(className, start++) != 'L') {
            return true;
        }
        return begins(className, start, "java.")
                || begins(className, start, "jdk.")
                || begins(className, start, "sun.");
    }

    private static boolean begins(String text, int start, String prefix) {
        int i = 0;
        while (i < prefix.length() && start + i < text.length() && Text.at(text, start + i) == Text.at(prefix, i)) {
            i++;
        }
        return i == prefix.length();
    }

    private CastMessage() {}
}
