package ristretto.tool.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.jar.JarFile;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Dependency;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.Property;
import org.cyclonedx.model.license.Expression;
import ristretto.compiler.link.ImageLinker;
import ristretto.compiler.link.SizeReport;
import ristretto.tool.image.ContentHash;
import ristretto.tool.image.ImageCache;
import ristretto.tool.image.ProgramClasses;
import ristretto.tool.project.NewProject;

/**
 * What is in a system's boot file, and under which licences, as a CycloneDX 1.6 bill of materials: each image, and what its code and data come from. The text depends on the images alone: it has
 * neither time nor serial number.
 */
public final class BillOfMaterials {
    private static final String OURS = "Apache-2.0";
    private static final String OF_JDK = "GPL-2.0-only WITH Classpath-exception-2.0";
    private static final String JDK = "openjdk";
    private static final String BASE = "ristretto";
    private static final List<String> PACKAGES_OF_JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    private final String system;
    private final Map<String, Path> images;
    private final SequencedMap<Path, Component> own = new LinkedHashMap<>();

    /**
     * @param images of the system, the kernel first
     * @param classPath of components that are not Ristretto's; what its jars are, their Maven files say
     */
    public BillOfMaterials(String system, Map<String, Path> images, List<Path> classPath) throws IOException {
        this.system = system;
        this.images = images;
        for (Path entry : classPath) {
            own.put(entry, library(entry));
        }
    }

    /** The JSON text. */
    public String json() throws IOException {
        Bom bom = new Bom();
        Metadata metadata = new Metadata();
        metadata.setTimestamp(null);
        Component whole = component(Component.Type.OPERATING_SYSTEM, system, version(), OURS);
        metadata.setComponent(whole);
        bom.setMetadata(metadata);
        Dependency all = new Dependency(system);
        List<Dependency> dependencies = new ArrayList<>();
        for (Map.Entry<String, Path> image : images.entrySet()) {
            Map<String, Long> bytes = bytesByPart(image.getValue());
            Component one = component(Component.Type.APPLICATION, "image:" + image.getKey(), version(), OURS);
            one.addHash(new Hash(Hash.Algorithm.SHA_256, ContentHash.ofFile(image.getValue())));
            one.addProperty(property("bytes", Files.size(image.getValue())));
            bytes.forEach((part, count) -> one.addProperty(property("bytes-of-" + part, count)));
            bom.addComponent(one);
            all.addDependency(new Dependency(one.getBomRef()));
            Dependency of = new Dependency(one.getBomRef());
            bytes.keySet().forEach(part -> of.addDependency(new Dependency(part)));
            dependencies.add(of);
        }
        bom.addComponent(base());
        bom.addComponent(jdk());
        own.values().forEach(bom::addComponent);
        bom.addDependency(all);
        dependencies.forEach(bom::addDependency);
        try {
            return BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString();
        } catch (GeneratorException e) {
            throw new IOException("the bill of materials cannot be written: " + e.getMessage(), e);
        }
    }

    private static Component jdk() {
        Component jdk = component(Component.Type.LIBRARY, JDK, Runtime.version().toString(), OF_JDK);
        jdk.setDescription("classes of java.base and java.logging, compiled to native code");
        return jdk;
    }

    private static Component base() {
        Component base = component(Component.Type.LIBRARY, BASE, version(), OURS);
        base.setDescription("kernel, runtime, drivers and services");
        return base;
    }

    /** Code and data of an image by the reference of the part that the class is from. */
    private Map<String, Long> bytesByPart(Path image) throws IOException {
        Path withSymbols = Files.exists(ImageCache.symbolsOf(image)) ? ImageCache.symbolsOf(image) : image;
        byte[] file = Files.readAllBytes(withSymbols);
        Map<String, Long> bytes = new LinkedHashMap<>();
        for (SizeReport.Entry entry : new SizeReport(new ImageLinker.Image(file, file)).classes()) {
            bytes.merge(part(entry.name().replace('/', '.')), entry.codeBytes() + entry.dataBytes(), Long::sum);
        }
        return bytes;
    }

    private String part(String name) {
        String type = name.substring(name.lastIndexOf(':') + 1);
        if (PACKAGES_OF_JDK.stream().anyMatch(type::startsWith)) {
            return JDK;
        }
        for (Map.Entry<Path, Component> entry : own.entrySet()) {
            if (new ProgramClasses(entry.getKey()).bytes(type).isPresent()) {
                return entry.getValue().getBomRef();
            }
        }
        return BASE;
    }

    /** As its Maven files say, which nearly every jar has; else by its file name. */
    private static Component library(Path jar) throws IOException {
        Properties maven = new Properties();
        if (Files.isRegularFile(jar)) {
            try (JarFile file = new JarFile(jar.toFile())) {
                var entry = file.stream()
                        .filter(one -> one.getName().startsWith("META-INF/maven/")
                                && one.getName().endsWith("/pom.properties"))
                        .findFirst();
                if (entry.isPresent()) {
                    maven.load(file.getInputStream(entry.get()));
                }
            }
        }
        String name = maven.getProperty(
                "artifactId",
                Files.isDirectory(jar) ? "own components" : jar.getFileName().toString());
        Component library = component(Component.Type.LIBRARY, name, maven.getProperty("version", ""), "");
        if (maven.containsKey("groupId")) {
            library.setGroup(maven.getProperty("groupId"));
            library.setPurl("pkg:maven/" + maven.getProperty("groupId") + "/" + name + "@" + library.getVersion());
        }
        if (Files.isRegularFile(jar)) {
            library.addHash(new Hash(Hash.Algorithm.SHA_256, ContentHash.ofFile(jar)));
        }
        return library;
    }

    /** @param license an SPDX identifier or expression; "": unknown here */
    private static Component component(Component.Type type, String name, String version, String license) {
        Component component = new Component();
        component.setType(type);
        component.setName(name);
        component.setBomRef(name);
        if (!version.isEmpty()) {
            component.setVersion(version);
        }
        if (license.contains(" ")) {
            LicenseChoice choice = new LicenseChoice();
            choice.setExpression(new Expression(license));
            component.setLicenses(choice);
        } else if (!license.isEmpty()) {
            License one = new License();
            one.setId(license);
            LicenseChoice choice = new LicenseChoice();
            choice.addLicense(one);
            component.setLicenses(choice);
        }
        return component;
    }

    private static Property property(String name, long value) {
        return new Property("ristretto:" + name, Long.toString(value));
    }

    private static String version() {
        return NewProject.versions().get("version");
    }
}
