package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The jar says what it is made of. */
class SbomIT {
  private static final String SBOM = "META-INF/sbom/rhapsode.cdx.json";
  private final Path jar = Path.of(System.getProperty("rhapsode.jar"));

  @Test
  void theJarNamesEveryLibraryBesideIt() throws IOException {
    JsonNode sbom = read();
    assertEquals("CycloneDX", sbom.path("bomFormat").asText());
    assertEquals("1.6", sbom.path("specVersion").asText());
    assertNull(sbom.get("serialNumber"), "two builds are equal");
    Set<String> named = new HashSet<>();
    for (JsonNode component : sbom.path("components")) {
      named.add(component.path("name").asText() + "-" + component.path("version").asText());
      assertTrue(component.path("hashes").size() > 0, component.path("name").asText());
    }
    var unnamed = new TreeSet<String>();
    try (Stream<Path> libraries = Files.list(jar.resolveSibling("lib"))) {
      libraries
          .map(library -> library.getFileName().toString().replace(".jar", ""))
          .filter(library -> named.stream().noneMatch(library::startsWith))
          .forEach(unnamed::add);
    }
    assertEquals(Set.of(), unnamed);
  }

  private JsonNode read() throws IOException {
    try (var program = new JarFile(jar.toFile())) {
      var entry = program.getEntry(SBOM);
      assumeTrue(entry != null, "a build without a network makes none");
      return new ObjectMapper().readTree(program.getInputStream(entry).readAllBytes());
    }
  }
}
