package ristretto.runtime.jdk;

import ristretto.runtime.Substitute;

/** There is no file of security properties. Of what such a file says where nobody has changed it, only this is asked for here. */
@Substitute("sun.security.util.SecurityProperties")
final class SecurityPropertiesSubstitute {
    private static final String IN_EXCEPTIONS = "jdk.includeInExceptions";

    static String getOverridableProperty(String name) {
        String value = System.getProperty(name);
        return value == null && name.equals(IN_EXCEPTIONS) ? "hostInfoExclSocket" : value;
    }

    private SecurityPropertiesSubstitute() {}
}
