package dev.signet.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/**
 * The pages about settings say what the settings file says; with {@link #WRITE} they are made to.
 */
class SettingsReferenceTest {

  private static final String WRITE = "signet.docs.write";

  private static final Path SETTINGS = Path.of("docs/settings.md");
  private static final Path SIMPLE_JWT = Path.of("docs/simple-jwt.md");

  private static final SettingsFile FILE = SettingsFile.shipped();

  @Test
  void listsEverySetting() throws IOException {
    assertSays(SETTINGS, SettingsPage.of(FILE));
  }

  @Test
  void listsWhatStandsForSimpleJwt() throws IOException {
    assertSays(SIMPLE_JWT, new SimpleJwtTable(FILE).in(Files.readString(SIMPLE_JWT)));
  }

  @Test
  void namesEverySettingOfSimpleJwtOnce() {
    assertThat(FILE.sections().stream().flatMap(SettingsSection::notes).map(SimpleJwtNote::name))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(SimpleJwtSetting.values()).map(Enum::name).toList());
  }

  @Test
  void knowsAllThirtySixOfThem() {
    assertThat(SimpleJwtSetting.values()).hasSize(36);
  }

  @Test
  void saysWhyADefaultDiffers() {
    assertThat(FILE.keys())
        .allSatisfy(
            key ->
                assertThat(key.comment().notes())
                    .filteredOn(note -> !SimpleJwtSetting.valueOf(note.name()).hasTheDefaultOf(key))
                    .noneMatch(note -> note.reason().isEmpty()));
  }

  @Test
  void saysWhyThereIsNoKey() {
    assertThat(FILE.sections().stream().flatMap(section -> section.comment().notes().stream()))
        .noneMatch(note -> note.reason().isEmpty());
  }

  @Test
  void explainsEveryKey() {
    assertThat(FILE.keys()).noneMatch(key -> key.comment().sentence().isBlank());
  }

  /** What people read and what the program reads are the same. */
  @Test
  void readsTheFileAsJavaDoes() {
    Properties read = new Properties();
    FILE.keys()
        .filter(key -> !key.isFamily())
        .forEach(key -> read.setProperty(key.name(), key.value()));

    assertThat(read).isEqualTo(Environment.shippedDefaults());
  }

  private static void assertSays(Path page, String expected) throws IOException {
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(page, expected);
    }
    assertThat(Files.readString(page))
        .as(
            "%s does not say what microprofile-config.properties says. Make it:"
                + " mvn test -Dtest=SettingsReferenceTest -D%s=true",
            page, WRITE)
        .isEqualTo(expected);
  }
}
