package dev.signet.mail;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is to be mailed, and to whom.
 *
 * @param recipient an address, with nothing around it; what only looks like an {@code @} is one, as
 *     it is where addresses are compared
 * @param language that of the reader; English where there is no template in his
 * @param values what the variables of the template stand for, all of them and no other
 */
public record Letter(
    String recipient, Locale language, Template template, Map<String, String> values) {

  private static final Set<String> LANGUAGES = Set.of("en", "ko");

  /** Nothing that could end the address or the line it stands in. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[^\\s\\p{Cntrl}@<>()\\[\\],;:\"\\\\]+@[^\\s\\p{Cntrl}@<>()\\[\\],;:\"\\\\]+");

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");
  private static final Pattern LIKE_A_LINK = Pattern.compile("\\S[.\\u3002]\\S|[/@]|\\p{Nd}{5}");
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_LINK = 2000;

  /** What a mail is about; its texts are {@code mail/<language>/<name>.txt} and {@code .html}. */
  @SuppressWarnings("ImmutableEnumChecker")
  public enum Template {
    /** To who has signed up: open the link to prove that the address is yours. */
    VERIFY_EMAIL("name", "link"),
    /**
     * To who wants this to be the address of his account: open the link to prove that it is his.
     */
    CONFIRM_NEW_EMAIL("name", "link"),
    /** To who has forgotten the password: open the link to choose another. */
    RESET_PASSWORD("name", "link"),
    /** To the owner of an account: the password is another now. */
    PASSWORD_CHANGED("name"),
    /** To the owner of an account, at either address: the address is another now. */
    EMAIL_CHANGED("name"),
    /** To the owner of an account for whose address somebody has asked for another account. */
    ALREADY_REGISTERED("name", "link"),
    /** To who has signed up with a username that somebody else has: choose another. */
    USERNAME_TAKEN("name");

    private final Set<String> variables;

    Template(String... variables) {
      this.variables = Set.of(variables);
    }

    /** The name of its files. */
    String file() {
      return name().toLowerCase(Locale.ROOT);
    }

    Set<String> variables() {
      return variables;
    }
  }

  /**
   * Checks and cleans.
   *
   * @throws IllegalArgumentException for an address that is none, a link that is none, and a
   *     variable that is missing or of another template
   */
  public Letter {
    recipient = compatible(recipient);
    require(ADDRESS.matcher(recipient).matches(), "This is no address");
    require(values.keySet().equals(template.variables()), template + " takes other variables");
    language = Locale.forLanguageTag(known(language.getLanguage()));
    values =
        values.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, value -> checked(value.getKey(), value.getValue())));
  }

  /** As it is stored. */
  String toJson() {
    return Json.createObjectBuilder()
        .add("recipient", recipient)
        .add("language", language.toLanguageTag())
        .add("template", template.name())
        .add("values", Json.createObjectBuilder(new TreeMap<>(values)))
        .build()
        .toString();
  }

  static Letter fromJson(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      JsonObject letter = reader.readObject();
      JsonObject values = letter.getJsonObject("values");
      return new Letter(
          letter.getString("recipient"),
          Locale.forLanguageTag(letter.getString("language")),
          Template.valueOf(letter.getString("template")),
          values.keySet().stream()
              .collect(Collectors.toUnmodifiableMap(key -> key, values::getString)));
    }
  }

  /** Shows neither address nor link, wherever it is printed. */
  @Override
  public String toString() {
    return "Letter[" + template + "]";
  }

  private static String known(String language) {
    return LANGUAGES.contains(language) ? language : "en";
  }

  private static String checked(String variable, String value) {
    return switch (variable) {
      case "name" -> polite(value);
      case "link" -> link(value);
      default -> throw new IllegalArgumentException(variable);
    };
  }

  /**
   * A name to greet by; empty where it could be more than that. Anybody may sign up with the
   * address of another and a message to him for a name.
   */
  private static String polite(String name) {
    String plain = UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll(" ");
    boolean safe = plain.length() <= LONGEST_NAME && !LIKE_A_LINK.matcher(compatible(plain)).find();
    return safe ? plain.strip() : "";
  }

  /** As programs that look for addresses and links may read it. */
  private static String compatible(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** What is wrong with a link is not said: it may be good for an account. */
  private static String link(String link) {
    try {
      URI uri = new URI(link);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      require(web && uri.getRawAuthority() != null, "This is no link");
      require(link.length() <= LONGEST_LINK, "This link is too long");
      return uri.toASCIIString();
    } catch (URISyntaxException showsTheLink) {
      throw new IllegalArgumentException("This is no link");
    }
  }

  private static void require(boolean right, String otherwise) {
    if (!right) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
