package ristretto.tool.project;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import ristretto.tool.House;
import ristretto.tool.UserError;
import ristretto.tool.description.DescriptionSchema;

/** A Maven project for somebody's own components, outside of this working copy: sources from templates, complete and tested. */
public record NewProject(String name, String packageName) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    /** Versions of Maven's plugins and of JUnit, which the build fills in from those that it uses itself. */
    private static final String VERSIONS = "versions.properties";

    /** For editors; the template of the description names it. */
    private static final String SCHEMA = "system.schema.json";

    /** @throws UserError where a name cannot be one */
    public NewProject {
        if (!NAME.matcher(name).matches()) {
            throw new UserError(
                    "name: expected lower-case letters and digits, in words separated by '-', as in my-sensor, got \""
                            + name + "\"");
        }
        if (!SourceVersion.isName(packageName, SourceVersion.latest()) || packageName.startsWith("ristretto")) {
            throw new UserError(
                    "package: expected a Java package of your own, as in com.example, got \"" + packageName + "\"");
        }
    }

    /**
     * Writes all files.
     *
     * @param folder is made; must not exist, or be empty
     * @param house whose {@code ristretto} command the project calls
     */
    public void write(Path folder, House house) throws IOException {
        refuseWhatIsThere(folder);
        Map<String, Object> values = new HashMap<>(versions());
        values.put("name", name);
        values.put("package", packageName);
        values.put("home", house.root().toString());
        Configuration templates = templates();
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, filled(templates.getTemplate(file.getValue()), values));
        }
        Files.writeString(folder.resolve(SCHEMA), DescriptionSchema.json(false) + "\n");
    }

    private static void refuseWhatIsThere(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                if (files.findAny().isEmpty()) {
                    return;
                }
            }
            throw new UserError("folder: expected a new or an empty one, got " + folder + ", which has files");
        }
        if (Files.exists(folder)) {
            throw new UserError("folder: expected a new or an empty one, got " + folder + ", which is a file");
        }
    }

    private Map<String, String> files() {
        String main = "src/main/java/" + packageName.replace('.', '/') + "/";
        String test = "src/test/java/" + packageName.replace('.', '/') + "/";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", "pom.xml.ftl");
        files.put(name + ".toml", "system.toml.ftl");
        files.put("README.md", "README.md.ftl");
        files.put(".gitignore", "gitignore.ftl");
        files.put(main + "Greeter.java", "Greeter.java.ftl");
        files.put(main + "GreeterComponent.java", "GreeterComponent.java.ftl");
        files.put(main + "Visitor.java", "Visitor.java.ftl");
        files.put(test + "GreeterComponentTest.java", "GreeterComponentTest.java.ftl");
        files.put(test + "SystemOnTheDeskTest.java", "SystemOnTheDeskTest.java.ftl");
        files.put(test + "SystemBootTest.java", "SystemBootTest.java.ftl");
        return files;
    }

    private static Configuration templates() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(NewProject.class, "");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        // Maven's own ${…} are left alone.
        configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return configuration;
    }

    private static String filled(Template template, Map<String, Object> values) throws IOException {
        StringWriter text = new StringWriter();
        try {
            template.process(values, text);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template " + template.getName() + " does not fit", e);
        }
        return text.toString();
    }

    /** Ristretto's own version, as {@code version}, and those of what it is built with. */
    public static Map<String, String> versions() {
        Properties properties = new Properties();
        try (InputStream in = NewProject.class.getResourceAsStream(VERSIONS)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> versions = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> versions.put(key, properties.getProperty(key)));
        return versions;
    }
}
