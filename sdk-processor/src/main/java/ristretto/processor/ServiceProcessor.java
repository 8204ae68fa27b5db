package ristretto.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Writes client and dispatcher of each interface marked {@code @Service}; what is wrong with one is an error of the compiler on the offending line. */
@SupportedAnnotationTypes("ristretto.sdk.Service")
public final class ServiceProcessor extends AbstractProcessor {

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                write((TypeElement) element);
            }
        }
        return false;
    }

    private void write(TypeElement type) {
        try {
            ServiceModel model = ServiceModel.of(type, processingEnv);
            write(model, model.name() + "Client", ClientSource.of(model));
            write(model, model.name() + "Dispatcher", DispatcherSource.of(model));
        } catch (ServiceError e) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, e.getMessage(), e.place());
        } catch (IOException e) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "cannot be written: " + e, type);
        }
    }

    private void write(ServiceModel model, String name, String source) throws IOException {
        String qualified = model.packageName().isEmpty() ? name : model.packageName() + "." + name;
        try (Writer writer = processingEnv
                .getFiler()
                .createSourceFile(qualified, model.type())
                .openWriter()) {
            writer.write(source);
        }
    }
}
