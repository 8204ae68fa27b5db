package ristretto.tool.description;

import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The JSON schema of descriptions, for editors. It is made of the {@link Form}s that the parser reads by; beyond it remains what one value says about
 * another, and the limits of quantities. Draft 7, as editors of TOML know no later one.
 */
public final class DescriptionSchema {
    private static final String A_NAME = "^" + DescriptionReader.NAME + "$";

    /** Whether keys that a system needs may be missing. */
    private final boolean part;

    private DescriptionSchema(boolean part) {
        this.part = part;
    }

    /** @param part whether it is for files that others include, and that need not be a whole system */
    public static String json(boolean part) {
        return new GsonBuilder()
                .disableHtmlEscaping()
                .setPrettyPrinting()
                .create()
                .toJson(new DescriptionSchema(part).schema());
    }

    private Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", part ? "Part of a system description of Ristretto" : "System description of Ristretto");
        Map<String, Object> files = Texts.FILES.schema();
        files.put("description", DescriptionFiles.OF_INCLUDE);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(DescriptionFiles.INCLUDE, files);
        properties.putAll(tables());
        properties.put(Profiles.PROFILE, named(object(tables())));
        schema.putAll(object(properties));
        if (!part) {
            schema.put("if", Map.of("not", requires(List.of(DescriptionFiles.INCLUDE))));
            schema.put("then", whole());
        }
        return schema;
    }

    /** What a description and a profile may have. */
    private static Map<String, Object> tables() {
        Map<String, Object> tables = new LinkedHashMap<>();
        for (String table : new TreeSet<>(DescriptionReader.TABLES)) {
            tables.put(
                    table,
                    switch (table) {
                        case "machine" -> of(Platform.FORM);
                        case "build" -> of(DescriptionReader.BUILD);
                        case "defaults" -> of(ProcessKeys.DEFAULTS);
                        case "devices" -> named(of(Device.FORM));
                        case "process" -> {
                            Map<String, Object> processes = named(of(ProcessKeys.PROCESS));
                            processes.put("properties", Map.of("supervisor", of(ProcessKeys.SUPERVISOR)));
                            yield processes;
                        }
                        default -> throw new IllegalStateException("no form of table " + table);
                    });
        }
        return tables;
    }

    /** What must be there in a file that includes no other one. */
    private static Map<String, Object> whole() {
        Map<String, Object> whole = requires(List.of("machine", "process"));
        Map<String, Object> tables = new LinkedHashMap<>();
        tables.put("machine", requires(Platform.FORM.required()));
        tables.put("devices", Map.of("additionalProperties", requires(Device.FORM.required())));
        tables.put("process", firstProcesses());
        whole.put("properties", tables);
        List<Object> others = new ArrayList<>();
        for (String key : ProcessKeys.PROCESS.required()) {
            others.add(inOthers(key));
        }
        whole.put("allOf", others);
        return whole;
    }

    /** Root and the supervisor have no defaults. */
    private static Map<String, Object> firstProcesses() {
        Map<String, Object> properties = new LinkedHashMap<>();
        DescriptionReader.FIRST.forEach(
                name -> properties.put(name, requires(ProcessKeys.of(name).required())));
        Map<String, Object> first = requires(DescriptionReader.FIRST);
        first.put("properties", properties);
        return first;
    }

    /** All other processes have this key, or the defaults do. */
    private static Map<String, Object> inOthers(String key) {
        Map<String, Object> first = new LinkedHashMap<>();
        DescriptionReader.FIRST.forEach(name -> first.put(name, true));
        Map<String, Object> processes = new LinkedHashMap<>();
        processes.put("properties", first);
        processes.put("additionalProperties", requires(List.of(key)));
        Map<String, Object> there = Map.of("properties", Map.of("process", processes));
        if (!ProcessKeys.DEFAULTS.names().contains(key)) {
            return there;
        }
        Map<String, Object> hasDefault = requires(List.of("defaults"));
        hasDefault.put("properties", Map.of("defaults", requires(List.of(key))));
        Map<String, Object> either = new LinkedHashMap<>();
        either.put("if", hasDefault);
        either.put("else", there);
        return either;
    }

    private static Map<String, Object> of(Form form) {
        Map<String, Object> properties = new LinkedHashMap<>();
        form.keys().forEach(key -> properties.put(key.name(), key.schema()));
        return object(properties);
    }

    /** Tables of this form, with names that their author chooses. */
    private static Map<String, Object> named(Map<String, Object> form) {
        Map<String, Object> schema = Texts.ofType("object");
        schema.put("propertyNames", Map.of("pattern", A_NAME));
        schema.put("additionalProperties", form);
        return schema;
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        Map<String, Object> schema = Texts.ofType("object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> requires(List<String> keys) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("required", keys);
        return schema;
    }
}
