package ristretto.test.templates;

import java.util.LinkedHashMap;
import java.util.Map;

/** Programs of the corpus that differ from each other in one place each, written from templates: main class and source. */
public final class TemplatePrograms {

    public static Map<String, String> all() {
        Map<String, String> programs = new LinkedHashMap<>();
        programs.putAll(CheckPrograms.all());
        programs.putAll(FinallyPrograms.all());
        programs.putAll(CompoundPrograms.all());
        programs.putAll(ConcatPrograms.all());
        programs.putAll(NumberTextPrograms.all());
        programs.putAll(InitialisationPrograms.all());
        return programs;
    }

    private TemplatePrograms() {}
}
