package ristretto.tool.report;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;

/** A {@link SystemReport} as one HTML page that needs nothing else, with a {@link Picture}. */
public final class HtmlReport {
    private static final Configuration TEMPLATES = templates();

    private HtmlReport() {}

    private static Configuration templates() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(HtmlReport.class, "");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        // Whatever a name holds, it is text.
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return configuration;
    }

    public static String of(SystemReport report) throws IOException {
        StringWriter page = new StringWriter();
        try {
            TEMPLATES.getTemplate("report.ftlh").process(Map.of("report", report, "picture", Picture.of(report)), page);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template of the report does not fit it", e);
        }
        return page.toString();
    }
}
