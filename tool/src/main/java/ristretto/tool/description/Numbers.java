package ristretto.tool.description;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Kinds of values that are numbers, or numbers with a unit. */
final class Numbers {

    static Kind<Long> integer(long least, long most) {
        return new Whole(least, most);
    }

    /** Bytes, a multiple of {@code unit}. */
    static Kind<Long> size(long unit, long least, long most) {
        return new Amount(Quantity.SIZE, unit, least, most);
    }

    /** Nanoseconds. */
    static Kind<Long> time(long least, long most) {
        return new Amount(Quantity.TIME, 1, least, most);
    }

    private record Whole(long least, long most) implements Kind<Long> {
        @Override
        public String expected() {
            return "an integer from " + least + " to " + most;
        }

        @Override
        public Long harmless() {
            return least;
        }

        @Override
        public Long read(Object value, Mistake mistake) {
            if (value instanceof Long number && number >= least && number <= most) {
                return number;
            }
            mistake.told(expected(), Section.show(value), null);
            return least;
        }

        @Override
        public Object written(Long value) {
            return value;
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("type", "integer");
            schema.put("minimum", least);
            schema.put("maximum", most);
            return schema;
        }
    }

    private record Amount(Quantity quantity, long unit, long least, long most) implements Kind<Long> {
        @Override
        public String expected() {
            return quantity.expected;
        }

        @Override
        public String described() {
            return quantity.noun + ", " + limits() + (unit == 1 ? "" : ", a multiple of " + quantity.quoted(unit));
        }

        @Override
        public Long harmless() {
            return least;
        }

        @Override
        public Long read(Object value, Mistake mistake) {
            OptionalLong parsed = value instanceof String text ? quantity.parse(text) : OptionalLong.empty();
            long amount = parsed.orElse(least);
            if (parsed.isEmpty()) {
                mistake.told(expected(), Section.show(value), null);
            } else if (amount < least || amount > most) {
                mistake.told(limits(), Section.show(value), null);
                return least;
            } else if (amount % unit != 0) {
                mistake.told("a multiple of " + quantity.quoted(unit), Section.show(value), null);
            }
            return amount;
        }

        private String limits() {
            return quantity.quoted(least) + " to " + quantity.quoted(most);
        }

        @Override
        public Object written(Long value) {
            return quantity.text(value);
        }

        @Override
        public Map<String, Object> schema() {
            return Texts.matching(quantity.pattern());
        }
    }

    private Numbers() {}
}
