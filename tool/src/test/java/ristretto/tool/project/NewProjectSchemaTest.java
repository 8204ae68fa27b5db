package ristretto.tool.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tomlj.Toml;
import ristretto.tool.House;

/** A new project's description names the schema that lies beside it, and is right by it. */
class NewProjectSchemaTest {
    @TempDir
    Path folder;

    @Test
    void editorsFindTheSchema() throws IOException {
        new NewProject("lamp", "org.lamps").write(folder, House.ofThisRun());
        String description = Files.readString(folder.resolve("lamp.toml"));
        String line = description.lines().findFirst().orElseThrow();
        assertTrue(line.startsWith("#:schema "), line);
        Path named = folder.resolve(line.substring("#:schema ".length()));
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(Files.readString(named));
        assertEquals(Set.of(), schema.validate(Toml.parse(description).toJson(), InputFormat.JSON));
        String wrong = description.replace("priority", "priorty");
        assertFalse(
                schema.validate(Toml.parse(wrong).toJson(), InputFormat.JSON).isEmpty());
    }
}
