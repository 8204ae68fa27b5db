package ristretto.runtime.text;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** Asks the JDK that builds for texts that it has no public door to. Never part of an image. */
final class HostLocales {
    private static final String PACKAGE = "sun.util.locale.provider.";
    private static final String CALENDAR = PACKAGE + "CalendarDataUtility";

    static String genericZoneName(String zone, int style, Locale locale) {
        return (String) call(null, PACKAGE + "TimeZoneNameUtility", "retrieveGenericDisplayName", zone, style, locale);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Integer> fieldNames(boolean isOfTime, int field, int style, Locale locale) {
        String method = isOfTime ? "retrieveJavaTimeFieldValueNames" : "retrieveFieldValueNames";
        return (Map<String, Integer>) call(null, CALENDAR, method, "gregory", field, style, locale);
    }

    static String fieldName(boolean isOfTime, int field, int value, int style, Locale locale) {
        String method = isOfTime ? "retrieveJavaTimeFieldValueName" : "retrieveFieldValueName";
        return (String) call(null, CALENDAR, method, "gregory", field, value, style, locale);
    }

    private static Object resources(Locale locale) {
        Object adapter = call(null, PACKAGE + "LocaleProviderAdapter", "getResourceBundleBased");
        return call(adapter, PACKAGE + "LocaleProviderAdapter", "getLocaleResources", locale);
    }

    static Object timeResource(String key, Locale locale) {
        ResourceBundle bundle =
                (ResourceBundle) call(resources(locale), PACKAGE + "LocaleResources", "getJavaTimeFormatData");
        return bundle.containsKey(key) ? bundle.getObject(key) : null;
    }

    private static Object call(Object object, String owner, String name, Object... arguments) {
        try {
            for (Method method : Class.forName(owner).getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                    return method.invoke(object, arguments);
                }
            }
            throw new IllegalStateException(owner + " has no method " + name);
        } catch (ClassNotFoundException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(owner + "." + name, e);
        }
    }

    private HostLocales() {}
}
