package rhapsode.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import rhapsode.community.ArchivedPoem;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.Origin;
import rhapsode.community.PoemStatus;
import rhapsode.community.Submission;
import rhapsode.yaml.YamlSection;

/** One poem of an export as JSON. Reading is strict: what is not known would be lost. Pure. */
final class PoemJson {
  private static final Set<String> FIELDS =
      Set.of(
          "platform",
          "author_id",
          "author_name",
          "community",
          "title",
          "text",
          "status",
          "given_at",
          "consent",
          "likes",
          "origin");

  private static final Set<String> CONSENT =
      Set.of("training", "display", "attribution", "version", "at");

  private PoemJson() {}

  static ObjectNode of(ArchivedPoem poem) {
    Submission submission = poem.submission();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("platform", submission.author().platform());
    json.put("author_id", submission.author().id());
    json.put("author_name", submission.author().name());
    json.put("community", submission.community());
    json.put("title", submission.title());
    json.put("text", submission.text());
    json.put("status", submission.status().name());
    json.put("given_at", poem.at().toString());
    Consent consent = submission.consent();
    ObjectNode allowed = json.putObject("consent");
    allowed.put("training", consent.training()).put("display", consent.display());
    allowed.put("attribution", consent.attribution()).put("version", consent.version());
    allowed.put("at", consent.at().toString());
    for (ArchivedPoem.Vote vote : poem.votes()) {
      ObjectNode like = json.withArray("likes").addObject();
      like.put("platform", vote.platform()).put("id", vote.id()).put("at", vote.at().toString());
    }
    poem.origin()
        .ifPresent(
            origin ->
                json.putObject("origin")
                    .put("licence", origin.licence())
                    .put("provenance", origin.provenance()));
    return json;
  }

  /**
   * Reads what {@link #of} made.
   *
   * @throws IllegalArgumentException if it is anything else; the message says what is wrong
   */
  static ArchivedPoem read(JsonNode json) {
    if (!json.isObject()) {
      throw new IllegalArgumentException("no JSON object");
    }
    onlyHas(json, FIELDS);
    var submission =
        new Submission(
            new Author(text(json, "platform"), text(json, "author_id"), text(json, "author_name")),
            text(json, "community"),
            text(json, "title"),
            text(json, "text"),
            consent(json.path("consent")),
            status(text(json, "status")));
    var votes = new ArrayList<ArchivedPoem.Vote>();
    for (JsonNode like : json.path("likes")) {
      onlyHas(like, Set.of("platform", "id", "at"));
      votes.add(new ArchivedPoem.Vote(text(like, "platform"), text(like, "id"), at(like, "at")));
    }
    if (votes.stream().map(vote -> vote.platform() + " " + vote.id()).distinct().count()
        < votes.size()) {
      throw new IllegalArgumentException("somebody likes it twice");
    }
    return new ArchivedPoem(submission, at(json, "given_at"), votes, origin(json.path("origin")));
  }

  private static Consent consent(JsonNode json) {
    onlyHas(json, CONSENT);
    return new Consent(
        flag(json, "training"),
        flag(json, "display"),
        flag(json, "attribution"),
        text(json, "version"),
        at(json, "at"));
  }

  private static Optional<Origin> origin(JsonNode json) {
    if (json.isMissingNode()) {
      return Optional.empty();
    }
    onlyHas(json, Set.of("licence", "provenance"));
    return Optional.of(new Origin(text(json, "licence"), text(json, "provenance")));
  }

  private static PoemStatus status(String name) {
    for (PoemStatus status : PoemStatus.values()) {
      if (status.name().equals(name)) {
        return status;
      }
    }
    throw new IllegalArgumentException(
        "there is no status '%s'".formatted(YamlSection.shortened(name)));
  }

  private static void onlyHas(JsonNode json, Set<String> fields) {
    json.fieldNames()
        .forEachRemaining(
            field -> {
              if (!fields.contains(field)) {
                throw new IllegalArgumentException(
                    "there is no field '%s'".formatted(YamlSection.shortened(field)));
              }
            });
  }

  private static String text(JsonNode json, String field) {
    if (!json.path(field).isTextual()) {
      throw new IllegalArgumentException("the field '%s' has to be a text".formatted(field));
    }
    return json.path(field).asText();
  }

  private static boolean flag(JsonNode json, String field) {
    if (!json.path(field).isBoolean()) {
      throw new IllegalArgumentException("the field '%s' has to be true or false".formatted(field));
    }
    return json.path(field).asBoolean();
  }

  private static Instant at(JsonNode json, String field) {
    try {
      return Instant.parse(text(json, field));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "the field '%s' has to be a time such as 2026-11-24T12:00:00Z".formatted(field), e);
    }
  }
}
