package ristretto.compiler.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizeReportTest {

    @Test
    void functionsCountForTheirClasses(@TempDir Path folder) throws Exception {
        SizeReport report = new SizeReport(LinkFixture.process(LinkFixture.text("inlining.ll"), folder));
        SizeReport.Entry function = report.symbols().stream()
                .filter(entry -> entry.name().equals("Callee.stay(J)J"))
                .findFirst()
                .orElseThrow();
        assertTrue(function.codeBytes() > 0);
        assertTrue(report.classes().contains(new SizeReport.Entry("Callee", function.codeBytes(), 0)));
        assertEquals(0, report.sections().get(".data"));
        assertTrue(report.sections().get(".text") >= function.codeBytes());
        assertTrue(report.text(10).contains("Callee.stay(J)J"));
    }
}
