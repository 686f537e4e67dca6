package dev.signet.client;

import dev.signet.assertion.ClientKeys;
import dev.signet.client.ClientProof.Method;
import dev.signet.oauth.Scope;
import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A client as somebody declares it, field by field. What it leaves out has the safe value; what
 * cannot be meant is refused with the name of its key.
 */
record ClientDeclaration(String id, Map<ClientField, String> fields, ClientDefaults defaults) {

  private static final String CODE = "authorization_code";
  private static final String REFRESH = "refresh_token";
  private static final String CLIENT = "client_credentials";

  /** The scope by which our own API tells everything. */
  private static final String ACCOUNT = "account";

  /** No account's subject (RFC 9700 §4.15), and nothing to be escaped anywhere. */
  private static final Pattern ID =
      Pattern.compile("(?!(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$)[A-Za-z0-9._-]{1,100}");

  private static final Pattern LOOPBACK = Pattern.compile("127\\.0\\.0\\.1|\\[::1]|localhost");

  /** RFC 8252 §7.1: the scheme of an application is a domain name backwards. */
  private static final Pattern OF_APPLICATION =
      Pattern.compile("[a-z][a-z0-9+-]*(\\.[a-z0-9+-]+)+");

  /** The client. */
  RegisteredClient client() {
    if (!ID.matcher(id).matches()) {
      throw new CannotStart(
          ConfiguredClients.GROUP + " names a client that cannot be: expected 100 of A-Za-z0-9._-");
    }
    ClientProof proof = proof();
    boolean ofProgram = proof.secret().isEmpty() && proof.keys().isEmpty();
    RegisteredClient client =
        new RegisteredClient(
            id, text(ClientField.NAME).orElse(id), proof, addresses(ofProgram), rights(), tokens());
    refuseContradictions(client);
    return client;
  }

  private ClientProof proof() {
    Optional<ClientSecret> secret = secret();
    Optional<ClientKeys> keys = keys();
    Set<Method> methods = EnumSet.noneOf(Method.class);
    for (String name : words(ClientField.AUTH_METHODS, defaultMethods(secret, keys))) {
      methods.add(
          Method.of(name)
              .orElseThrow(() -> wrong(ClientField.AUTH_METHODS, "some of " + Method.texts())));
    }
    return new ClientProof(methods, secret, keys);
  }

  private static String defaultMethods(Optional<ClientSecret> secret, Optional<ClientKeys> keys) {
    if (secret.isPresent()) {
      return "client_secret_basic,client_secret_post";
    }
    return keys.isPresent() ? "private_key_jwt" : "none";
  }

  private Optional<ClientKeys> keys() {
    return text(ClientField.JWKS)
        .map(
            text ->
                ClientKeys.parse(text)
                    .orElseThrow(
                        () ->
                            wrong(
                                ClientField.JWKS,
                                "a JWK Set of public keys: RSA of 2048 bits or more, or EC")));
  }

  private Optional<ClientSecret> secret() {
    Optional<ClientSecret> plain =
        text(ClientField.SECRET)
            .map(
                text ->
                    ClientSecret.of(text)
                        .orElseThrow(
                            () ->
                                wrong(
                                    ClientField.SECRET,
                                    "at least " + ClientSecret.SHORTEST + " characters")));
    Optional<ClientSecret> hashed =
        text(ClientField.SECRET_HASH)
            .map(
                text ->
                    ClientSecret.ofDigest(text)
                        .orElseThrow(
                            () ->
                                wrong(
                                    ClientField.SECRET_HASH,
                                    "sha256: and 64 hexadecimal digits in lower case")));
    if (plain.isPresent() && hashed.isPresent()) {
      throw wrong(ClientField.SECRET, "no value beside " + key(ClientField.SECRET_HASH));
    }
    return plain.or(() -> hashed);
  }

  private ClientAddresses addresses(boolean ofProgram) {
    Set<String> redirects = words(ClientField.REDIRECT_URIS, "");
    Set<String> postLogout = words(ClientField.POST_LOGOUT_REDIRECT_URIS, "");
    redirects.forEach(uri -> refuseUnsafe(ClientField.REDIRECT_URIS, uri));
    postLogout.forEach(uri -> refuseUnsafe(ClientField.POST_LOGOUT_REDIRECT_URIS, uri));
    Optional<String> logout = text(ClientField.BACKCHANNEL_LOGOUT_URI);
    logout.ifPresent(uri -> refuseUnsafe(ClientField.BACKCHANNEL_LOGOUT_URI, uri));
    return new ClientAddresses(redirects, postLogout, logout.map(URI::create), ofProgram);
  }

  /**
   * RFC 6749 §3.1.2, RFC 9700 §2.1: absolute, in ASCII (RFC 3986 §2), without a fragment, over TLS
   * or on the machine itself, or to an application that is there.
   */
  private void refuseUnsafe(ClientField field, String text) {
    try {
      URI uri = new URI(text);
      String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
      boolean safe =
          switch (scheme) {
            case "https" -> uri.getHost() != null;
            case "http" -> uri.getHost() != null && LOOPBACK.matcher(uri.getHost()).matches();
            default ->
                field != ClientField.BACKCHANNEL_LOGOUT_URI
                    && OF_APPLICATION.matcher(scheme).matches();
          };
      boolean plain = uri.toASCIIString().equals(text);
      if (safe && plain && uri.getRawFragment() == null && uri.getRawUserInfo() == null) {
        return;
      }
    } catch (URISyntaxException malformed) {
      throw wrong(field, "absolute addresses");
    }
    throw wrong(field, "https addresses, http ones of this machine, without fragment or user");
  }

  private RegisteredClient.Rights rights() {
    boolean redirected = text(ClientField.REDIRECT_URIS).isPresent();
    Set<String> grants = words(ClientField.GRANTS, redirected ? CODE + "," + REFRESH : CLIENT);
    if (!Set.of(CODE, REFRESH, CLIENT).containsAll(grants)) {
      throw wrong(ClientField.GRANTS, "some of " + List.of(CODE, REFRESH, CLIENT));
    }
    Set<String> scopes = words(ClientField.SCOPES, redirected ? "openid,profile,email" : "");
    if (!scopes.stream().allMatch(Scope::isWord)) {
      throw wrong(ClientField.SCOPES, "words of RFC 6749 section 3.3 with commas between them");
    }
    Set<String> audiences = words(ClientField.AUDIENCES, String.join(",", defaults.audiences()));
    return new RegisteredClient.Rights(
        grants, scopes, List.copyOf(audiences), flag(ClientField.CONSENT), flag(ClientField.PKCE));
  }

  private RegisteredClient.TokenProfile tokens() {
    return new RegisteredClient.TokenProfile(
        duration(ClientField.ACCESS_LIFETIME, defaults.accessLifetime(), defaults.accessLifetime()),
        duration(
            ClientField.ID_TOKEN_LIFETIME,
            defaults.idTokenLifetime(),
            ClientDefaults.LONGEST_ID_TOKEN),
        text(ClientField.SECTOR));
  }

  private void refuseContradictions(RegisteredClient client) {
    Set<Method> methods = client.proof().methods();
    boolean bySecret =
        methods.contains(Method.CLIENT_SECRET_BASIC) || methods.contains(Method.CLIENT_SECRET_POST);
    if (methods.contains(Method.NONE) && methods.size() > 1) {
      throw wrong(ClientField.AUTH_METHODS, "none, or others");
    }
    if (bySecret != client.proof().secret().isPresent()) {
      throw wrong(ClientField.SECRET, "a secret where a method needs one, and none otherwise");
    }
    if (methods.contains(Method.PRIVATE_KEY_JWT) != client.proof().keys().isPresent()) {
      throw wrong(ClientField.JWKS, "keys where private_key_jwt needs them, and none otherwise");
    }
    if (client.isPublic() && client.mayUse(CLIENT)) {
      throw wrong(ClientField.GRANTS, "client_credentials only where there is a secret or a key");
    }
    if (client.isPublic() && !client.rights().pkce()) {
      throw wrong(ClientField.PKCE, "true where there is no secret and no key (RFC 9700 2.1.1)");
    }
    if (client.tokens().sector().isPresent() && client.rights().scopes().contains(ACCOUNT)) {
      throw wrong(
          ClientField.SECTOR,
          "none where there is the scope account, by which the client is told who people are");
    }
    if (client.mayUse(CODE) == client.addresses().redirects().isEmpty()) {
      throw wrong(
          ClientField.REDIRECT_URIS, "addresses where there is the authorization_code grant");
    }
  }

  private boolean flag(ClientField field) {
    String text = text(field).orElse("true");
    if (!Set.of("true", "false").contains(text)) {
      throw wrong(field, "true or false");
    }
    return text.equals("true");
  }

  private Duration duration(ClientField field, Duration otherwise, Duration longest) {
    try {
      Duration duration = text(field).map(Duration::parse).orElse(otherwise);
      if (duration.toSeconds() >= 1 && duration.compareTo(longest) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException notADuration) {
      throw wrong(field, "an ISO 8601 duration such as PT5M");
    }
    throw wrong(field, "a duration from PT1S to " + longest);
  }

  private Set<String> words(ClientField field, String otherwise) {
    String text = text(field).orElse(otherwise);
    Set<String> words = new LinkedHashSet<>();
    if (!text.isEmpty()) {
      Arrays.stream(text.split(",", -1)).map(String::strip).forEach(words::add);
    }
    if (words.contains("")) {
      throw wrong(field, "values with single commas between them");
    }
    return words;
  }

  private Optional<String> text(ClientField field) {
    return Optional.ofNullable(fields.get(field)).map(String::strip).filter(t -> !t.isEmpty());
  }

  private CannotStart wrong(ClientField field, String expected) {
    return Settings.wrong(key(field), expected);
  }

  private String key(ClientField field) {
    return String.join(".", ConfiguredClients.GROUP, id, field.text());
  }
}
