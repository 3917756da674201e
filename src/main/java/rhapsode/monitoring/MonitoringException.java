package rhapsode.monitoring;

/** Monitoring cannot begin; the message says why and what to do. */
public final class MonitoringException extends RuntimeException {
  MonitoringException(Address address, Exception cause) {
    super(
        "Monitoring cannot listen on %s (%s); set monitoring.host and monitoring.port anew."
            .formatted(address, cause.getMessage()),
        cause);
  }
}
