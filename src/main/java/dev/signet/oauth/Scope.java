package dev.signet.oauth;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a token allows: words whose order means nothing (RFC 6749 §3.3). */
public record Scope(Set<String> words) {

  /** Those of OpenID Connect (Core 1.0 §3.1.2.1, §11) and of ours that no claims are of. */
  public static final List<String> OF_NO_CLAIMS = List.of("openid", "offline_access", "account");

  /** Those that are (§5.4). */
  private static final List<String> OF_CLAIMS = List.of("profile", "email", "address", "phone");

  /** RFC 6749 §3.3. */
  private static final Pattern WORD = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,100}");

  public Scope {
    words = Set.copyOf(words);
  }

  /** The words of a text. */
  public static Scope of(String text) {
    return new Scope(
        Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet()));
  }

  /** Whether a text can be a word of a scope, and is none too long to keep. */
  public static boolean isWord(String text) {
    return WORD.matcher(text).matches();
  }

  /** Whether a word is in it. */
  public boolean has(String word) {
    return words.contains(word);
  }

  /**
   * What a request asks for of it; all of it where the request does not say.
   *
   * @throws OAuthException {@link OAuthError#INVALID_SCOPE} where that is nothing, or more
   */
  public Scope asked(OAuthForm request) {
    Scope asked = request.optional("scope").map(Scope::of).orElse(this);
    boolean nothing = asked.words().isEmpty() && !words.isEmpty();
    if (nothing || !words.containsAll(asked.words())) {
      throw OAuthError.INVALID_SCOPE.because("The scope is none, or more than there is to give.");
    }
    return asked;
  }

  /** Those of it that are in a set. */
  public Scope within(Set<String> allowed) {
    return new Scope(words.stream().filter(allowed::contains).collect(Collectors.toSet()));
  }

  /** Those of it that a client may have that acts for nobody. */
  public Scope withoutPersons() {
    return new Scope(
        words.stream()
            .filter(word -> !OF_NO_CLAIMS.contains(word) && !OF_CLAIMS.contains(word))
            .collect(Collectors.toSet()));
  }

  /** With spaces between them, and always in the same order. */
  public String text() {
    return String.join(" ", new TreeSet<>(words));
  }
}
