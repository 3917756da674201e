package rhapsode.chat.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rhapsode.chat.Attachment;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.Decision;
import rhapsode.community.Deed;
import rhapsode.community.PersonalData;
import rhapsode.community.SubmittedPoem;
import rhapsode.community.WrittenPoem;

/** What is stored about somebody, as a JSON file that other programs can read. */
final class DataDocument {
  private static final String FORMAT = "rhapsode-personal-data/1";

  private DataDocument() {}

  static Attachment of(Author person, PersonalData data, Instant now) {
    var json = new LinkedHashMap<String, Object>();
    json.put("format", FORMAT);
    json.put("exported_at", now.toString());
    json.put("platform", person.platform());
    json.put("id", person.id());
    json.put("poems_given", data.given().stream().map(DataDocument::given).toList());
    json.put("likes_of_poems_given", likes(data.likes()));
    json.put("poems_written", data.written().stream().map(DataDocument::written).toList());
    json.put("likes_of_poems_written", likes(data.writtenLikes()));
    json.put("standing", data.standing().name());
    json.put("decisions_as_moderator", data.deeds().stream().map(DataDocument::deed).toList());
    String day = now.toString().substring(0, 10);
    return new Attachment("rhapsode-data-" + day + ".json", "application/json", bytes(json));
  }

  private static byte[] bytes(Map<String, Object> json) {
    try {
      String text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written", e);
    }
  }

  private static Map<String, Object> given(PersonalData.Given given) {
    SubmittedPoem poem = given.poem();
    var json = new LinkedHashMap<String, Object>();
    json.put("number", poem.id());
    json.put("name", poem.author().name());
    json.put("community", poem.community());
    json.put("title", poem.title());
    json.put("text", poem.text());
    json.put("given_at", poem.at().toString());
    json.put("status", poem.status().name());
    json.put("consent", consent(poem.consent()));
    given.decision().ifPresent(decision -> json.put("decision", decision(decision)));
    given.withdrawn().ifPresent(at -> json.put("withdrawn_at", at.toString()));
    return json;
  }

  private static Map<String, Object> consent(Consent consent) {
    var json = new LinkedHashMap<String, Object>();
    json.put("training", consent.training());
    json.put("display", consent.display());
    json.put("attribution", consent.attribution());
    json.put("version", consent.version());
    json.put("at", consent.at().toString());
    return json;
  }

  /** Without who decided: that is about somebody else. */
  private static Map<String, Object> decision(Decision decision) {
    var json = new LinkedHashMap<String, Object>();
    json.put("verdict", decision.verdict().name());
    json.put("reason", decision.reason());
    json.put("at", decision.at().toString());
    return json;
  }

  private static Map<String, Object> deed(Deed deed) {
    return Map.of(
        "number",
        deed.poem(),
        "verdict",
        deed.kind().name(),
        "reason",
        deed.reason(),
        "at",
        deed.at().toString());
  }

  private static Map<String, Object> written(WrittenPoem poem) {
    var json = new LinkedHashMap<String, Object>();
    json.put("number", poem.id());
    json.put("community", poem.community());
    json.put("seed", poem.request().seed());
    json.put("form", poem.request().form());
    json.put("temperature", poem.request().temperature());
    json.put("mood", poem.request().mood());
    json.put("text", poem.text());
    json.put("model", poem.model());
    json.put("written_at", poem.at().toString());
    return json;
  }

  private static List<Map<String, Object>> likes(List<PersonalData.Like> likes) {
    return likes.stream()
        .map(like -> Map.<String, Object>of("number", like.poem(), "at", like.at().toString()))
        .toList();
  }
}
