package rhapsode.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhapsode.app.doctor.Diagnosis;
import rhapsode.app.doctor.Finding;
import rhapsode.app.doctor.State;

/** The JSON object of {@code rhapsode doctor}. */
final class DoctorJson {
  private DoctorJson() {}

  static Map<String, Object> of(Diagnosis diagnosis) {
    var json = new LinkedHashMap<String, Object>();
    json.put("findings", diagnosis.findings().stream().map(DoctorJson::of).toList());
    json.put("faults", diagnosis.count(State.FAULT));
    json.put("warnings", diagnosis.count(State.WARNING));
    return json;
  }

  private static Map<String, @Nullable Object> of(Finding finding) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("name", finding.name());
    json.put("state", finding.state().mark());
    json.put("sentence", finding.sentence());
    json.put("remedy", finding.remedy().orElse(null));
    return json;
  }
}
