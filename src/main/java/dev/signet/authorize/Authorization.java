package dev.signet.authorize;

import dev.signet.authorization.AuthorizationCodes;
import dev.signet.authorization.CodeRequest;
import dev.signet.authorize.AuthorizationRequest.SingleClaims;
import dev.signet.authorize.NextStep.Visitor;
import dev.signet.client.RegisteredClient;
import dev.signet.consent.Consents;
import dev.signet.idtoken.IdTokenHint;
import dev.signet.idtoken.IdTokens;
import dev.signet.idtoken.UserClaims;
import dev.signet.oauth.OAuthError;
import dev.signet.oauth.OAuthForm;
import dev.signet.problem.Problem;
import dev.signet.token.AccessToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the person at a browser has to do with an authorization request. */
@ApplicationScoped
class Authorization {

  @Inject ShownLogin shown;
  @Inject Consents consents;
  @Inject IdTokens idTokens;
  @Inject AuthorizationCodes codes;
  @Inject UserClaims userClaims;

  /**
   * What a client asks for.
   *
   * @throws dev.signet.oauth.OAuthException when it may not
   */
  AuthorizationRequest check(OAuthForm form, RegisteredClient client) {
    return AuthorizationRequest.of(form, client, userClaims);
  }

  /** The session that the browser is logged in with. */
  Optional<AccessToken> login() {
    return shown.token();
  }

  /** Whom it speaks for, seen from a request. */
  Visitor visitor(AuthorizationRequest request) {
    Optional<IdTokenHint> hint = request.hint().map(this::hint);
    Optional<AccessToken> login = shown.usable();
    if (login.isEmpty()) {
      return new Visitor(false, shown.isRenewable(), Instant.EPOCH, true, true);
    }
    AccessToken token = login.get();
    String subject = idTokens.subject(token.accountId(), request.client());
    boolean expected =
        hint.filter(of -> !of.subject().equals(subject)).isEmpty() && request.person().is(subject);
    return new Visitor(true, true, authenticatedAt(token), expected, isCovered(request, token));
  }

  /** A forged one is a mistake, and not one that we passed over. */
  private IdTokenHint hint(String idToken) {
    return idTokens
        .hint(idToken)
        .orElseThrow(
            () -> OAuthError.INVALID_REQUEST.because("id_token_hint is no ID token of ours."));
  }

  private static Instant authenticatedAt(AccessToken token) {
    return token.claims().get("auth_time") instanceof Number seconds
        ? Instant.ofEpochSecond(seconds.longValue())
        : Instant.EPOCH;
  }

  private boolean isCovered(AuthorizationRequest request, AccessToken token) {
    RegisteredClient client = request.client();
    return !client.rights().consent()
        || consents
            .find(token.accountId(), client.id())
            .filter(consent -> consent.covers(request.scopes()))
            .isPresent();
  }

  /**
   * The code of a request, for who is logged in.
   *
   * @throws dev.signet.oauth.OAuthException {@link OAuthError#LOGIN_REQUIRED} where his account was
   *     deleted meanwhile
   */
  String code(AuthorizationRequest request, String redirectUri) {
    AccessToken token = required();
    CodeRequest code =
        new CodeRequest(
            request.client().id(),
            token.accountId(),
            token.sessionId(),
            redirectUri,
            request.scope().text(),
            request.challenge(),
            request.nonce(),
            request.claims().map(SingleClaims::json));
    return codes
        .issue(code)
        .orElseThrow(() -> OAuthError.LOGIN_REQUIRED.because("The account is there no more."));
  }

  /** Allows a client what it asks for. */
  void allow(AuthorizationRequest request) {
    consents.grant(required().accountId(), request.client().id(), Set.copyOf(request.scopes()));
  }

  private AccessToken required() {
    return login().orElseThrow(Problem.NOT_AUTHENTICATED::refusal);
  }
}
