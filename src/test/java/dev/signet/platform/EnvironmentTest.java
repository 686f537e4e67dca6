package dev.signet.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

  private static final String KEY = "signet.db.url";
  private static final String VARIABLE = "SIGNET_DB_URL";

  @Test
  void asksTheSystemPropertiesFirst() {
    assertThat(environment(Map.of(VARIABLE, "env"), Map.of(KEY, "system"), "default").value(KEY))
        .contains("system");
  }

  @Test
  void asksTheEnvironmentNext() {
    assertThat(environment(Map.of(VARIABLE, "env"), Map.of(), "default").value(KEY))
        .contains("env");
  }

  @Test
  void fallsBackOnTheShippedDefault() {
    assertThat(environment(Map.of(), Map.of(), "default").value(KEY)).contains("default");
  }

  @Test
  void hasNoValueWhereNobodyHas() {
    Environment nothing = new Environment(name -> null, name -> null, new Properties());
    assertThat(nothing.value(KEY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void takesABlankValueForNone(String blank) {
    assertThat(environment(Map.of(VARIABLE, blank), Map.of(), "default").value(KEY)).isEmpty();
    assertThat(environment(Map.of(), Map.of(KEY, blank), "default").value(KEY)).isEmpty();
    assertThat(environment(Map.of(), Map.of(), blank).value(KEY)).isEmpty();
  }

  /** A secret may begin and end with what it likes. */
  @Test
  void givesAValueAsItIs() {
    assertThat(environment(Map.of(VARIABLE, " x "), Map.of(), "").value(KEY)).contains(" x ");
  }

  @ParameterizedTest
  @CsvSource({
    "signet.db.url, SIGNET_DB_URL",
    "signet.token.access-lifetime, SIGNET_TOKEN_ACCESS_LIFETIME",
    "signet.password.argon2.memory, SIGNET_PASSWORD_ARGON2_MEMORY",
    "signet.token.claims., SIGNET_TOKEN_CLAIMS_",
    "a..b, A__B",
    "naïve.key, NA_VE_KEY",
  })
  void mapsNamesAsMicroProfileConfigDoes(String key, String variable) {
    assertThat(Environment.variableName(key)).isEqualTo(variable);
  }

  @Test
  void shipsADatabaseThatNeedsNoServer() {
    assertThat(Environment.shippedDefaults().getProperty(KEY)).startsWith("jdbc:h2:file:");
  }

  @Test
  void shipsNoSecret() {
    Environment shipped =
        new Environment(name -> null, name -> null, Environment.shippedDefaults());
    assertThat(shipped.value("signet.secret")).isEmpty();
    assertThat(shipped.value("signet.secret.previous")).isEmpty();
    assertThat(shipped.value("signet.db.password")).isEmpty();
  }

  private static Environment environment(
      Map<String, String> variables, Map<String, String> system, String shipped) {
    Properties defaults = new Properties();
    defaults.setProperty(KEY, shipped);
    return new Environment(variables::get, system::get, defaults);
  }
}
