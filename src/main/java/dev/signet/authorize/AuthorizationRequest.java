package dev.signet.authorize;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.Prompt;
import dev.signet.client.RegisteredClient;
import dev.signet.idtoken.AskedClaims;
import dev.signet.idtoken.AskedPerson;
import dev.signet.idtoken.UserClaims;
import dev.signet.oauth.OAuthError;
import dev.signet.oauth.OAuthException;
import dev.signet.oauth.OAuthForm;
import dev.signet.oauth.Scope;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for (<a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1">RFC 6749
 * §4.1.1</a>, <a href="https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest">OpenID
 * Connect Core 1.0 §3.1.2.1</a>), checked.
 *
 * @param scope of what it asks for, what it may have
 * @param challenge S256 of what it will show with the code (RFC 7636 §4.2)
 * @param prompts what the person is to be asked
 * @param maxAge how long ago the person may have proven who he is
 * @param hint whom the client expects, by an ID token of his
 * @param person whom the client expects, by values of claims
 * @param claims the single claims that it asks for, and of which scopes it may have now
 */
record AuthorizationRequest(
    RegisteredClient client,
    Scope scope,
    Optional<String> challenge,
    Optional<String> nonce,
    Set<String> prompts,
    Optional<Duration> maxAge,
    Optional<String> hint,
    AskedPerson person,
    Optional<SingleClaims> claims) {

  static final String NONE = "none";
  static final String LOGIN = "login";
  static final String CONSENT = "consent";
  static final String SELECT_ACCOUNT = "select_account";

  private static final List<String> PROMPTS = List.of(NONE, LOGIN, CONSENT, SELECT_ACCOUNT);

  /** Of 32 bytes, in base64url. */
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** What the library is to judge: the rest helps or means nothing here, and must not hinder. */
  private static final Set<String> JUDGED =
      Set.of(
          "response_type",
          "response_mode",
          "client_id",
          "redirect_uri",
          "scope",
          "state",
          "nonce",
          "prompt",
          "id_token_hint",
          "code_challenge",
          "code_challenge_method");

  private static final int LONGEST_NONCE = 1000;
  private static final int LONGEST_CLAIMS = 4000;

  /**
   * Checks a request, in the order in which a client is told what is wrong.
   *
   * @param known what a client can know of somebody
   * @throws OAuthException the first thing that is
   */
  static AuthorizationRequest of(OAuthForm form, RegisteredClient client, UserClaims known) {
    form.refuseRepeated();
    refuseByValueOrReference(form);
    refuseOtherResponseTypes(form);
    refuseOtherResponseModes(form);
    refuseUnlessMayUse(client);
    com.nimbusds.oauth2.sdk.AuthorizationRequest parsed = parsed(form);
    return new AuthorizationRequest(
        client,
        scope(form, client),
        challenge(form, parsed, client),
        atMost(LONGEST_NONCE, "nonce", form),
        prompts(form, parsed, client),
        maxAge(form),
        form.optional("id_token_hint"),
        person(form),
        claims(form, AskedClaims::parse).map(asked -> SingleClaims.of(asked, client, known)));
  }

  /** OpenID Connect Core 1.0 §3.1.2.6: what we do not read must not be passed over. */
  private static void refuseByValueOrReference(OAuthForm form) {
    if (form.optional("request").isPresent()) {
      throw OAuthError.REQUEST_NOT_SUPPORTED.because("There are no request objects here.");
    }
    if (form.optional("request_uri").isPresent()) {
      throw OAuthError.REQUEST_URI_NOT_SUPPORTED.because("There are no request objects here.");
    }
    if (form.optional("registration").isPresent()) {
      throw OAuthError.REGISTRATION_NOT_SUPPORTED.because("Clients are registered beforehand.");
    }
  }

  /** RFC 9700 §2.1.2: no token is ever in an address. */
  private static void refuseOtherResponseTypes(OAuthForm form) {
    if (!form.required("response_type").equals(ResponseType.CODE.toString())) {
      throw OAuthError.UNSUPPORTED_RESPONSE_TYPE.because("There is the response_type code only.");
    }
  }

  private static void refuseOtherResponseModes(OAuthForm form) {
    Set<String> modes = Set.of(ResponseMode.QUERY.getValue(), ResponseMode.FORM_POST.getValue());
    if (form.optional("response_mode").filter(mode -> !modes.contains(mode)).isPresent()) {
      throw OAuthError.INVALID_REQUEST.because("The response_mode is query or form_post.");
    }
  }

  private static void refuseUnlessMayUse(RegisteredClient client) {
    if (!client.mayUse("authorization_code")) {
      throw OAuthError.UNAUTHORIZED_CLIENT.because("The client may not ask for codes.");
    }
  }

  private static com.nimbusds.oauth2.sdk.AuthorizationRequest parsed(OAuthForm form) {
    Map<String, List<String>> judged = new HashMap<>(form.parameters());
    judged.keySet().retainAll(JUDGED);
    try {
      return Scope.of(form.optional("scope").orElse("")).has("openid")
          ? com.nimbusds.openid.connect.sdk.AuthenticationRequest.parse(judged)
          : com.nimbusds.oauth2.sdk.AuthorizationRequest.parse(judged);
    } catch (ParseException | RuntimeException malformed) {
      // The library throws what it cannot describe, as IllegalArgumentException.
      throw OAuthError.INVALID_REQUEST.because("A parameter is malformed.");
    }
  }

  /** OpenID Connect Core 1.0 §3.1.2.1: words that mean nothing here are passed over. */
  private static Scope scope(OAuthForm form, RegisteredClient client) {
    Scope scope = Scope.of(form.optional("scope").orElse("")).within(client.rights().scopes());
    if (scope.words().isEmpty()) {
      throw OAuthError.INVALID_SCOPE.because("The client may have nothing of that scope.");
    }
    return scope;
  }

  /** RFC 9700 §2.1.1: S256 only, and not left out by who has to bind its codes. */
  private static Optional<String> challenge(
      OAuthForm form,
      com.nimbusds.oauth2.sdk.AuthorizationRequest parsed,
      RegisteredClient client) {
    @Nullable CodeChallenge challenge = parsed.getCodeChallenge();
    @Nullable CodeChallengeMethod method = parsed.getCodeChallengeMethod();
    boolean meant = challenge != null || form.optional("code_challenge_method").isPresent();
    if (!meant && !client.rights().pkce()) {
      return Optional.empty();
    }
    if (challenge == null) {
      throw OAuthError.INVALID_REQUEST.because("code_challenge is missing (RFC 7636).");
    }
    if (!CodeChallengeMethod.S256.equals(method)) {
      throw OAuthError.INVALID_REQUEST.because("The code_challenge_method is S256.");
    }
    if (!CHALLENGE.matcher(challenge.getValue()).matches()) {
      throw OAuthError.INVALID_REQUEST.because("The code_challenge is of 43 characters.");
    }
    return Optional.of(challenge.getValue());
  }

  /** OpenID Connect Core 1.0 §3.1.2.1. */
  private static Set<String> prompts(
      OAuthForm form,
      com.nimbusds.oauth2.sdk.AuthorizationRequest parsed,
      RegisteredClient client) {
    @Nullable Prompt asked = parsed.getPrompt();
    Set<String> prompts = new HashSet<>(asked == null ? List.of() : asked.toStringList());
    if (!PROMPTS.containsAll(prompts)) {
      throw OAuthError.INVALID_REQUEST.because("The prompt is one of " + PROMPTS + ".");
    }
    if (isToBeAskedAbout(form, client)) {
      prompts.add(CONSENT);
    }
    return Set.copyOf(prompts);
  }

  /**
   * Of a client that can be impersonated nobody knows that it is the one that was allowed before.
   */
  private static boolean isToBeAskedAbout(OAuthForm form, RegisteredClient client) {
    return client.rights().consent()
        && form.optional("redirect_uri").filter(client::canBeImpersonatedAt).isPresent();
  }

  /** Whatever the digits say: the library takes no more than an {@code int}. */
  private static Optional<Duration> maxAge(OAuthForm form) {
    Optional<String> text = form.optional("max_age");
    if (text.filter(seconds -> !seconds.matches("\\d{1,18}")).isPresent()) {
      throw OAuthError.INVALID_REQUEST.because("max_age is a number of seconds.");
    }
    return text.map(Long::parseLong)
        .map(seconds -> Duration.ofSeconds(Math.min(seconds, Integer.MAX_VALUE)));
  }

  /** OpenID Connect Core 1.0 §5.5.1.1: what cannot be met is an authentication that has failed. */
  private static AskedPerson person(OAuthForm form) {
    AskedPerson person = claims(form, AskedPerson::parse).orElse(AskedPerson.ANYBODY);
    if (!person.canLogIn()) {
      throw OAuthError.ACCESS_DENIED.because("Nobody can log in here as acr is to say it.");
    }
    return person;
  }

  private static <T> Optional<T> claims(OAuthForm form, Function<String, Optional<T>> parser) {
    return atMost(LONGEST_CLAIMS, "claims", form)
        .map(
            json ->
                parser
                    .apply(json)
                    .orElseThrow(() -> OAuthError.INVALID_REQUEST.because("claims is malformed.")));
  }

  private static Optional<String> atMost(int longest, String name, OAuthForm form) {
    Optional<String> value = form.optional(name);
    if (value.filter(text -> text.length() > longest).isPresent()) {
      throw OAuthError.INVALID_REQUEST.because(name + " is too long.");
    }
    return value;
  }

  /** Whether the person is to be asked something. */
  boolean prompts(String... any) {
    return Arrays.stream(any).anyMatch(prompts::contains);
  }

  /**
   * What the person is to allow, in the order of the alphabet: the scope, and those that single
   * claims are of.
   */
  List<String> scopes() {
    return Stream.concat(
            scope.words().stream(), claims.stream().flatMap(one -> one.scopes().stream()))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Claims that a client asks for by their names: of those that it may have now, and of no others
   * that it may have some day, since the person is asked about these.
   *
   * @param json as a parameter {@code claims}
   * @param scopes those that they are of
   */
  record SingleClaims(String json, Set<String> scopes) {

    private static SingleClaims of(AskedClaims asked, RegisteredClient client, UserClaims known) {
      AskedClaims possible = asked.within(known.namesOf(client.rights().scopes()));
      return new SingleClaims(possible.json(), known.scopesOf(possible.all()));
    }
  }
}
