package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the build promises of the versions that it takes. */
class BuildTest {
  private static Document pom;

  @BeforeAll
  static void read() throws Exception {
    pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile());
  }

  private static List<Element> elements(String name) {
    NodeList found = pom.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  /** The text of a child, or an empty one. */
  private static String child(Element element, String name) {
    for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeName().equals(name)) {
        return node.getTextContent().strip();
      }
    }
    return "";
  }

  private static Map<String, String> properties() {
    var properties = new HashMap<String, String>();
    for (Element block : elements("properties")) {
      for (var node = block.getFirstChild(); node != null; node = node.getNextSibling()) {
        properties.put("${" + node.getNodeName() + "}", node.getTextContent().strip());
      }
    }
    return properties;
  }

  private static String resolved(String version) {
    String text = version;
    for (Map.Entry<String, String> property : properties().entrySet()) {
      text = text.replace(property.getKey(), property.getValue());
    }
    return text;
  }

  @Test
  void everyPluginAndDependencyHasAnExactVersion() {
    Set<String> managed = new HashSet<>();
    for (String kind : List.of("plugin", "dependency", "path", "extension")) {
      for (Element element : elements(kind)) {
        String version = resolved(child(element, "version"));
        String name = child(element, "groupId") + ":" + child(element, "artifactId");
        if (version.isEmpty()) {
          managed.add(name);
        } else {
          assertTrue(version.matches("[0-9][0-9A-Za-z.-]*"), name + ":" + version);
          assertFalse(version.matches(".*(SNAPSHOT|LATEST|RELEASE).*"), name + ":" + version);
        }
      }
    }
    assertEquals(
        Set.of(
            "com.fasterxml.jackson.core:jackson-databind",
            "org.slf4j:slf4j-api",
            "org.junit.jupiter:junit-jupiter"),
        managed,
        "their versions stand in dependencyManagement");
  }

  @Test
  void versionsWithKnownHolesAreBanned() {
    List<String> banned =
        elements("exclude").stream().map(rule -> rule.getTextContent().strip()).toList();
    for (String rule :
        List.of(
            "log4j:*",
            "commons-logging:*",
            "commons-collections:commons-collections:*",
            "org.apache.logging.log4j:log4j-core:[,2.17.1)",
            "com.fasterxml.jackson.core:jackson-databind:[,2.15)",
            "org.yaml:snakeyaml:[,2.0)")) {
      assertTrue(banned.contains(rule), rule);
    }
    for (String rule :
        List.of(
            "dependencyConvergence",
            "requireUpperBoundDeps",
            "requirePluginVersions",
            "requireReleaseDeps",
            "banDynamicVersions")) {
      assertEquals(1, elements(rule).size(), rule);
    }
  }
}
