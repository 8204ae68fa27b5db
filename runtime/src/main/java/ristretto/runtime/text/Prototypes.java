package ristretto.runtime.text;

import java.text.DateFormatSymbols;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Stream;

/** Formats and symbols of each locale, made on the build machine; a program gets copies. */
public final class Prototypes {
    private static final Object[] DECIMAL_SYMBOLS = Locales.each(Prototypes::decimalSymbols);
    private static final Object[] DATE_SYMBOLS = Locales.each(DateFormatSymbols::new);
    private static final Object[] NUMBERS = Locales.each(locale -> ready(NumberFormat.getNumberInstance(locale)));
    private static final Object[] INTEGERS = Locales.each(locale -> ready(NumberFormat.getIntegerInstance(locale)));
    private static final Object[] PERCENTS = Locales.each(locale -> ready(NumberFormat.getPercentInstance(locale)));
    private static final Object[] CURRENCIES = Locales.each(locale -> ready(NumberFormat.getCurrencyInstance(locale)));

    /** Pairs of a currency's code and its symbol, where that is another. */
    private static final Object[] CURRENCY_SYMBOLS = Locales.each(locale -> Currency.getAvailableCurrencies().stream()
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .filter(currency -> !currency.getSymbol(locale).equals(currency.getCurrencyCode()))
            .flatMap(currency -> Stream.of(currency.getCurrencyCode(), currency.getSymbol(locale)))
            .toArray(String[]::new));

    /** With the currency filled in, which otherwise would be looked up when it is first asked for. */
    private static Object decimalSymbols(Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.getCurrency();
        return symbols;
    }

    private static Object ready(NumberFormat format) {
        format.getCurrency();
        return format;
    }

    public static DecimalFormatSymbols decimalSymbolsOf(Locale locale) {
        return (DecimalFormatSymbols) ((DecimalFormatSymbols) DECIMAL_SYMBOLS[Locales.index(locale)]).clone();
    }

    public static DateFormatSymbols dateSymbolsOf(Locale locale) {
        return (DateFormatSymbols) ((DateFormatSymbols) DATE_SYMBOLS[Locales.index(locale)]).clone();
    }

    public static NumberFormat number(Locale locale) {
        return copy(NUMBERS, locale);
    }

    public static NumberFormat integer(Locale locale) {
        return copy(INTEGERS, locale);
    }

    public static NumberFormat percent(Locale locale) {
        return copy(PERCENTS, locale);
    }

    public static NumberFormat currency(Locale locale) {
        return copy(CURRENCIES, locale);
    }

    public static String currencySymbol(String code, Locale locale) {
        String[] pairs = (String[]) CURRENCY_SYMBOLS[Locales.index(locale)];
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(code)) {
                return pairs[i + 1];
            }
        }
        return code;
    }

    private static NumberFormat copy(Object[] prototypes, Locale locale) {
        return (NumberFormat) ((NumberFormat) prototypes[Locales.index(locale)]).clone();
    }

    private Prototypes() {}
}
