package dev.signet.strength;

import dev.signet.input.Fields;
import dev.signet.platform.Settings;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which new passwords are taken (NIST SP 800-63B-4 §3.1.1.2): long ones that are not common and not
 * made of what stands around them. There are no rules of composition: any character is as good as
 * any other, and spaces stay.
 *
 * <p>What is predictable is not forbidden, it only does not count: a password must have {@link
 * EffectiveLength some characters} beside it. So a long passphrase may hold its owner's name.
 *
 * <p>The context words that are barred (ASVS 6.1.2) are the words of the username, the e-mail
 * address, the name and the issuer's address, and "signet"; see {@link ContextWords}.
 */
public final class PasswordPolicy {

  /** The longest password that is taken, in characters. */
  public static final int LONGEST = 256;

  private static final int SHORTEST = 8;

  /** Of 15 characters; of fewer, one more than half. */
  private static final int EFFECTIVE = 8;

  private final int minimum;
  private final Blocklist blocklist;
  private final List<String> service;

  PasswordPolicy(int minimum, Blocklist blocklist, List<String> service) {
    this.minimum = minimum;
    this.blocklist = blocklist;
    this.service = List.copyOf(service);
  }

  /** The policy that the settings ask for. */
  public static PasswordPolicy from(Settings settings) {
    return new PasswordPolicy(
        minimum(settings), Blocklist.from(settings), service(settings.text("signet.issuer")));
  }

  private static int minimum(Settings settings) {
    int minimum = settings.number("signet.password.min-length", SHORTEST);
    if (minimum > LONGEST) {
      throw Settings.wrong("signet.password.min-length", "at most " + LONGEST);
    }
    return minimum;
  }

  private static List<String> service(String issuer) {
    return List.of("signet", issuer.replaceFirst("^https?://", ""));
  }

  /** The shortest password that is taken, in characters. */
  public int minimum() {
    return minimum;
  }

  /**
   * The new password in a field, exactly as it was sent, refusing it there if it is not to be
   * taken.
   *
   * @param about what is known of who chooses it: username, e-mail address, name
   */
  public String choose(Fields fields, String field, List<String> about) {
    String password = fields.exact(field, LONGEST);
    weakness(password, about)
        .ifPresent(why -> fields.refuse(field, why.key(), why.arguments().toArray()));
    return password;
  }

  /**
   * Why a password is not taken; empty where it is.
   *
   * @param about what is known of who chooses it: username, e-mail address, name
   */
  public Optional<Weakness> weakness(String password, List<String> about) {
    int characters = characters(password);
    if (characters < minimum) {
      return Optional.of(Weakness.of("field_too_short", minimum));
    }
    if (characters > LONGEST) {
      return Optional.of(Weakness.of("field_too_long", LONGEST));
    }
    return predictable(password, Stream.concat(about.stream(), service.stream()).toList())
        .or(() -> blocked(password));
  }

  private Optional<Weakness> blocked(String password) {
    return blocklist.holds(password)
        ? Optional.of(Weakness.of("password_common"))
        : Optional.empty();
  }

  /** A code point is a character, after normalisation. */
  private static int characters(String password) {
    String normalized = Normalizer.normalize(password, Normalizer.Form.NFC);
    return normalized.codePointCount(0, normalized.length());
  }

  private Optional<Weakness> predictable(String password, List<String> about) {
    int toStrangers = EffectiveLength.of(password, ContextWords.none());
    int effective = Math.min(toStrangers, EffectiveLength.of(password, ContextWords.of(about)));
    if (effective >= Math.min(EFFECTIVE, minimum / 2 + 1)) {
      return Optional.empty();
    }
    return Optional.of(
        Weakness.of(effective < toStrangers ? "password_context" : "password_common"));
  }
}
